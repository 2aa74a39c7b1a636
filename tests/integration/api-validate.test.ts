import { startApi, type TestApi } from '../support/api';
import { activationShape, licenseShape, META, reason, type RefusalCode } from '../support/contract';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { daysFromNow, SYSTEM, type LicenseWish } from '../support/stock';

interface Answer {
  data: { code: string; reasons: { code: string }[]; license: object | null };
  meta: { requestId: string; timestamp: string };
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

const validate = async (body: object): Promise<Answer> =>
  bodyOf<Answer>(await api.client.validate(body).expect(200));

const codes = ({ data }: Answer): string[] => data.reasons.map(({ code }) => code);

describe('a valid license', () => {
  it('answers with exactly the shape of the contract', async () => {
    const product = await api.stock.product({ name: 'Pro Plan' });
    const license = await api.stock.license({
      product,
      activationLimit: 5,
      expiresAt: daysFromNow(30),
      features: { max_users: 5 },
      metadata: { internal: 'note' },
      devices: ['device-1', 'device-2'],
    });

    const answer = await validate({
      key: license.key,
      fingerprint: 'device-1',
      product: product.slug,
    });

    expect(answer).toStrictEqual({
      data: {
        valid: true,
        code: 'VALID',
        message: 'License valid',
        reasons: [],
        license: licenseShape(license, product, 2),
        activation: activationShape('device-1'),
      },
      meta: META,
    });
  });

  it('names no activation where no fingerprint is sent', async () => {
    const { key } = await api.stock.license();

    expect(await validate({ key })).toMatchObject({
      data: { valid: true, code: 'VALID', activation: null },
    });
  });

  it.each(['slug', 'documentId'] as const)('knows its product by its %s', async (field) => {
    const product = await api.stock.product();
    const { key } = await api.stock.license({ product });

    expect(await validate({ key, product: product[field] })).toMatchObject({
      data: { valid: true },
    });
  });

  it('has any key that can be stored', async () => {
    for (const key of ['x', 'k'.repeat(255), "o'neil-{}-%_\\-ключ-🔑"]) {
      await api.stock.license({ key });
      expect(await validate({ key })).toMatchObject({ data: { valid: true } });
    }
  });
});

describe('a license that may not be used', () => {
  const STATES: [LicenseWish, RefusalCode][] = [
    [{ state: 'revoked' }, 'REVOKED'],
    [{ state: 'suspended' }, 'SUSPENDED'],
    [{ state: 'inactive' }, 'INACTIVE'],
    [{ state: 'available' }, 'NOT_ASSIGNED'],
    [{ state: 'assigned' }, 'NOT_ACTIVATED'],
  ];

  it.each(STATES)('answers %j with %s', async (wish, code) => {
    const product = await api.stock.product();
    const license = await api.stock.license({ ...wish, product });
    const held = ['suspended', 'inactive'].includes(license.state) ? 1 : 0;
    const { message } = reason(code) as { message: string };

    expect(await validate({ key: license.key })).toStrictEqual({
      data: {
        valid: false,
        code,
        message,
        reasons: [reason(code)],
        license: licenseShape(license, product, held),
        activation: null,
      },
      meta: META,
    });
  });

  it.each(['active', 'assigned', 'expired'] as const)(
    'answers EXPIRED with the instant for one that is %s and past its expiry',
    async (state) => {
      const expiresAt = daysFromNow(-1);
      const { key } = await api.stock.license({ state, expiresAt });

      const { data } = await validate({ key });

      expect(data).toMatchObject({ valid: false, code: 'EXPIRED', message: 'License Expired' });
      expect(data.reasons[0]).toStrictEqual(reason('EXPIRED', { at: expiresAt.toISOString() }));
      expect(data.license).toMatchObject({ state, expiresAt: expiresAt.toISOString() });
    }
  );

  it('answers PRODUCT_INACTIVE where its product is not sold any more', async () => {
    const product = await api.stock.product({ active: false });
    const { key } = await api.stock.license({ state: 'assigned', product });

    const { data } = await validate({ key });

    expect(data).toMatchObject({
      valid: false,
      code: 'PRODUCT_INACTIVE',
      message: 'Product Inactive',
      reasons: [reason('PRODUCT_INACTIVE'), reason('NOT_ACTIVATED')],
    });
  });

  it('answers PRODUCT_MISMATCH for another product, even one that exists', async () => {
    const other = await api.stock.product();
    const { key } = await api.stock.license();

    for (const product of [other.slug, other.documentId, 'Pro Plan', 'no-such-product']) {
      expect(await validate({ key, product })).toMatchObject({
        data: {
          valid: false,
          code: 'PRODUCT_MISMATCH',
          message: 'Product Mismatch',
          reasons: [reason('PRODUCT_MISMATCH')],
        },
      });
    }
  });

  it('answers NOT_ACTIVATED to a fingerprint that has no active activation', async () => {
    const { key } = await api.stock.license({ devices: ['device-1', 'device-2'] });
    await api.client.deactivate({ key, fingerprint: 'device-2' }).expect(200);

    for (const fingerprint of ['device-2', 'device-3', 'DEVICE-1']) {
      expect(await validate({ key, fingerprint })).toMatchObject({
        data: {
          valid: false,
          code: 'NOT_ACTIVATED',
          message: 'License Not Activated',
          reasons: [reason('NOT_ACTIVATED')],
          activation: null,
        },
      });
    }
  });

  it('still names the activation of the fingerprint', async () => {
    const { key } = await api.stock.license({ state: 'suspended', devices: ['device-1'] });

    expect(await validate({ key, fingerprint: 'device-1' })).toMatchObject({
      data: { code: 'SUSPENDED', activation: activationShape('device-1') },
    });
  });

  it('answers NOT_FOUND to a key that does not exist', async () => {
    const { key } = await api.stock.license();

    for (const unknown of ['NO-SUCH-KEY', key.toLowerCase(), `${key}x`, key.slice(0, 8), '%']) {
      expect(await validate({ key: unknown })).toStrictEqual({
        data: {
          valid: false,
          code: 'NOT_FOUND',
          message: 'License Not Found',
          reasons: [reason('NOT_FOUND')],
          license: null,
          activation: null,
        },
        meta: META,
      });
    }
  });

  it('answers with what an administrator has just changed', async () => {
    const { key, documentId } = await api.stock.license();
    expect(await validate({ key })).toMatchObject({ data: { code: 'VALID' } });

    await service(api.strapi, 'licenses').revoke({ documentId, actor: SYSTEM });

    expect(await validate({ key })).toMatchObject({ data: { code: 'REVOKED' } });
  });
});

describe('several things that are wrong at once', () => {
  const STATES: [LicenseWish['state'], RefusalCode[]][] = [
    ['revoked', ['REVOKED', 'EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ACTIVATED']],
    ['suspended', ['SUSPENDED', 'EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ACTIVATED']],
    ['inactive', ['INACTIVE', 'EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ACTIVATED']],
    ['expired', ['EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ACTIVATED']],
    ['available', ['EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ASSIGNED', 'NOT_ACTIVATED']],
    ['assigned', ['EXPIRED', 'PRODUCT_INACTIVE', 'NOT_ACTIVATED']],
  ];

  it.each(STATES)('are all listed in order for one that is %s', async (state, expected) => {
    const product = await api.stock.product();
    const { key } = await api.stock.license({ state, product, expiresAt: daysFromNow(-1) });
    await api.strapi.db
      .query('plugin::license-keys.product')
      .update({ where: { id: product.id }, data: { active: false } });

    const right = await validate({ key, fingerprint: 'other-device', product: product.slug });
    expect(codes(right)).toEqual(expected);
    expect(right).toMatchObject({ data: { valid: false, code: expected[0] } });

    const wrong = await validate({ key, fingerprint: 'other-device', product: 'other-product' });
    expect(codes(wrong)).toEqual(['PRODUCT_MISMATCH', ...expected]);
    expect(wrong).toMatchObject({ data: { valid: false, code: 'PRODUCT_MISMATCH' } });
  });
});

describe('the meta of an answer', () => {
  it.each(['n-1', '', 'ü'.repeat(128)])('echoes the nonce %j', async (nonce) => {
    const { key } = await api.stock.license();

    expect((await validate({ key, nonce })).meta).toStrictEqual({ ...META, nonce });
  });

  it('has an id of its own for every request', async () => {
    const { key } = await api.stock.license();
    const ids = new Set<string>();
    for (let asked = 0; asked < 3; asked += 1) ids.add((await validate({ key })).meta.requestId);

    expect(ids.size).toBe(3);
  });
});
