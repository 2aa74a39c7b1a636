import { startApi, type TestApi } from '../support/api';
import {
  activationShape,
  licenseShape,
  META,
  reason,
  refusal,
  type RefusalCode,
} from '../support/contract';
import { bodyOf } from '../support/http';
import { auditOf, devicesOf } from '../support/rows';
import { daysFromNow, type LicenseWish } from '../support/stock';

interface Answer {
  data: { activation: { id: string } };
  meta: { requestId: string };
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

const activate = async (body: object, status: number): Promise<Answer> =>
  bodyOf<Answer>(await api.client.activate(body).expect(status));

describe('a new device', () => {
  it('gets a slot, with exactly the answer of the contract', async () => {
    const product = await api.stock.product();
    const license = await api.stock.license({
      product,
      activationLimit: 5,
      expiresAt: daysFromNow(30),
      features: { max_users: 5 },
      metadata: { internal: 'note' },
    });

    const answer = await activate(
      {
        key: license.key,
        fingerprint: 'device-2',
        product: product.documentId,
        name: 'Laptop',
        platform: 'linux',
        metadata: { cpu: { cores: 8 } },
        nonce: 'n-1',
      },
      201
    );

    expect(answer).toStrictEqual({
      data: {
        code: 'ACTIVATED',
        message: 'License activated',
        license: licenseShape(license, product, 2),
        activation: activationShape('device-2', 'Laptop'),
      },
      meta: { ...META, nonce: 'n-1' },
    });
  });

  it('is recorded with what it said of itself and where it came from', async () => {
    const { documentId, key } = await api.stock.license({ state: 'assigned' });

    const { data, meta } = await activate(
      { key, fingerprint: 'device-1', name: '', platform: 'linux', metadata: { cores: 8 } },
      201
    );

    const device = { id: data.activation.id, fingerprint: 'device-1', name: '', platform: 'linux' };
    expect(await devicesOf(api.strapi, documentId)).toMatchObject([
      {
        documentId: data.activation.id,
        fingerprint: 'device-1',
        name: '',
        platform: 'linux',
        metadata: { cores: 8 },
        ip: '127.0.0.1',
        deactivatedAt: null,
        deactivatedBy: null,
      },
    ]);
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action: 'activate',
      keyPrefix: key.slice(0, 8),
      actorType: 'public',
      from: 'assigned',
      to: 'active',
      ip: '127.0.0.1',
      requestId: meta.requestId,
      changes: { activation: { before: null, after: device } },
    });
  });

  it('makes an assigned license active', async () => {
    const product = await api.stock.product();
    const license = await api.stock.license({ state: 'assigned', product });

    const { data } = await activate({ key: license.key, fingerprint: 'device-1' }, 201);

    expect(data).toMatchObject({
      license: licenseShape({ ...license, state: 'active' }, product, 1),
    });
    const validated = await api.client.validate({ key: license.key }).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'VALID' } });
  });

  it('takes the slot that another one gave back', async () => {
    const { key } = await api.stock.license({ activationLimit: 1, devices: ['device-1'] });
    await activate({ key, fingerprint: 'device-2' }, 409);

    await api.client.deactivate({ key, fingerprint: 'device-1' }).expect(200);

    await activate({ key, fingerprint: 'device-2' }, 201);
  });

  it('finds a slot on an unlimited license, however many there are', async () => {
    const devices = Array.from({ length: 20 }, (_value, index) => `device-${String(index)}`);
    const { key } = await api.stock.license({ activationLimit: -1, devices });

    expect(await activate({ key, fingerprint: 'one-more' }, 201)).toMatchObject({
      data: { license: { activationLimit: -1, activationCount: 21 } },
    });
  });
});

describe('the same device again', () => {
  it('keeps its slot, even where no other is free', async () => {
    const product = await api.stock.product();
    const license = await api.stock.license({ product, state: 'assigned', activationLimit: 1 });
    const body = { key: license.key, fingerprint: 'device-1' };
    const first = await activate({ ...body, name: 'Laptop' }, 201);
    const before = await auditOf(api.strapi, license.documentId);

    const second = await activate({ ...body, name: 'Other name' }, 200);

    expect(second).toStrictEqual({
      data: {
        code: 'ALREADY_ACTIVATED',
        message: 'License already activated',
        license: licenseShape({ ...license, state: 'active' }, product, 1),
        activation: first.data.activation,
      },
      meta: META,
    });
    expect(await devicesOf(api.strapi, license.documentId)).toHaveLength(1);
    expect(await auditOf(api.strapi, license.documentId)).toEqual(before);
  });

  it('gets a new activation after it was deactivated', async () => {
    const license = await api.stock.license({ state: 'assigned', activationLimit: 1 });
    const body = { key: license.key, fingerprint: 'device-1' };
    const first = await activate(body, 201);
    await api.client.deactivate(body).expect(200);

    const second = await activate(body, 201);

    expect(second.data.activation.id).not.toBe(first.data.activation.id);
    expect(await devicesOf(api.strapi, license.documentId)).toMatchObject([
      { documentId: first.data.activation.id, deactivatedBy: 'customer' },
      { documentId: second.data.activation.id, deactivatedAt: null },
    ]);
  });
});

describe('a refused activation', () => {
  const REFUSED: [LicenseWish, RefusalCode][] = [
    [{ state: 'revoked' }, 'REVOKED'],
    [{ state: 'suspended' }, 'SUSPENDED'],
    [{ state: 'inactive' }, 'INACTIVE'],
    [{ state: 'available' }, 'NOT_ASSIGNED'],
  ];

  it.each(REFUSED)('on %j answers %s and leaves nothing', async (wish, code) => {
    const { key, documentId } = await api.stock.license(wish);
    const before = [await devicesOf(api.strapi, documentId), await auditOf(api.strapi, documentId)];

    for (const fingerprint of ['device-1', 'device-2']) {
      expect(await activate({ key, fingerprint }, 403)).toStrictEqual(
        refusal(code, [reason(code)])
      );
    }

    expect([
      await devicesOf(api.strapi, documentId),
      await auditOf(api.strapi, documentId),
    ]).toEqual(before);
  });

  it.each(['assigned', 'active', 'expired'] as const)(
    'on one that is %s and past its expiry answers EXPIRED',
    async (state) => {
      const expiresAt = daysFromNow(-1);
      const { key } = await api.stock.license({ state, expiresAt });
      const expired = reason('EXPIRED', { at: expiresAt.toISOString() });

      expect(await activate({ key, fingerprint: 'device-2' }, 403)).toStrictEqual(
        refusal('EXPIRED', [expired])
      );
    }
  );

  it('for an unknown key answers NOT_FOUND', async () => {
    expect(await activate({ key: 'NO-SUCH-KEY', fingerprint: 'device-1' }, 404)).toStrictEqual(
      refusal('NOT_FOUND', [reason('NOT_FOUND')])
    );
  });

  it('for another product answers PRODUCT_MISMATCH', async () => {
    const { key } = await api.stock.license();
    const { slug } = await api.stock.product();

    expect(await activate({ key, fingerprint: 'device-1', product: slug }, 403)).toStrictEqual(
      refusal('PRODUCT_MISMATCH', [reason('PRODUCT_MISMATCH')])
    );
  });

  it('for a product that is not sold any more answers PRODUCT_INACTIVE', async () => {
    const product = await api.stock.product({ active: false });
    const { key } = await api.stock.license({ state: 'assigned', product });

    expect(await activate({ key, fingerprint: 'device-1' }, 403)).toStrictEqual(
      refusal('PRODUCT_INACTIVE', [reason('PRODUCT_INACTIVE')])
    );
  });

  it('without a free slot answers LIMIT_EXCEEDED with the figures', async () => {
    const devices = ['device-1', 'device-2'];
    const { key, documentId } = await api.stock.license({ activationLimit: 2, devices });

    expect(await activate({ key, fingerprint: 'device-3' }, 409)).toStrictEqual(
      refusal('LIMIT_EXCEEDED', [reason('LIMIT_EXCEEDED', { limit: 2, used: 2 })])
    );
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(2);
  });

  it('names the first of several reasons and lists them all', async () => {
    const expiresAt = daysFromNow(-1);
    const { key } = await api.stock.license({ state: 'suspended', activationLimit: 1, expiresAt });
    const body = { key, fingerprint: 'device-2', product: 'other-product' };

    expect(await activate(body, 403)).toStrictEqual(
      refusal('PRODUCT_MISMATCH', [
        reason('PRODUCT_MISMATCH'),
        reason('SUSPENDED'),
        reason('EXPIRED', { at: expiresAt.toISOString() }),
        reason('LIMIT_EXCEEDED', { limit: 1, used: 1 }),
      ])
    );
  });
});
