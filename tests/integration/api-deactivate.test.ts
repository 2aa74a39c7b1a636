import { startApi, type TestApi } from '../support/api';
import { licenseShape, META, refusal } from '../support/contract';
import { bodyOf } from '../support/http';
import { auditOf, devicesOf } from '../support/rows';
import { daysFromNow } from '../support/stock';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

const deactivate = async (body: object, status = 200): Promise<object> =>
  bodyOf<object>(await api.client.deactivate(body).expect(status));

describe('a device that is given back', () => {
  it('frees its slot, with exactly the answer of the contract', async () => {
    const product = await api.stock.product();
    const devices = ['device-1', 'device-2'];
    const license = await api.stock.license({ product, devices });

    expect(
      await deactivate({ key: license.key, fingerprint: 'device-1', nonce: 'n' })
    ).toStrictEqual({
      data: {
        code: 'DEACTIVATED',
        message: 'License deactivated',
        license: licenseShape(license, product, 1),
        activation: null,
      },
      meta: { ...META, nonce: 'n' },
    });
  });

  it('stays on record, as ended by the customer', async () => {
    const { key, documentId } = await api.stock.license({ devices: ['device-1', 'device-2'] });

    await deactivate({ key, fingerprint: 'device-1' });

    const [ended, other] = await devicesOf(api.strapi, documentId);
    expect(ended).toMatchObject({ fingerprint: 'device-1', deactivatedBy: 'customer' });
    expect(ended?.deactivatedAt).toEqual(expect.any(String));
    expect(other).toMatchObject({ deactivatedAt: null, deactivatedBy: null });
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action: 'deactivate',
      actorType: 'public',
      from: 'active',
      to: 'active',
      ip: '127.0.0.1',
      changes: { activation: { before: { fingerprint: 'device-1' }, after: null } },
    });
  });

  it('leaves the license active where it was the last', async () => {
    const { key } = await api.stock.license({ devices: ['device-1'] });

    expect(await deactivate({ key, fingerprint: 'device-1' })).toMatchObject({
      data: { license: { state: 'active', activationCount: 0 } },
    });
    const validated = await api.client.validate({ key }).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'VALID' } });
  });

  it.each(['suspended', 'inactive', 'expired'] as const)(
    'frees its slot also while the license is %s',
    async (state) => {
      const { key } = await api.stock.license({ state, expiresAt: daysFromNow(-1) });

      expect(await deactivate({ key, fingerprint: 'device-1' })).toMatchObject({
        data: { code: 'DEACTIVATED', license: { state, activationCount: 0 } },
      });
    }
  );
});

describe('a device that was given back before', () => {
  it('is answered ALREADY_DEACTIVATED and changes nothing', async () => {
    const product = await api.stock.product();
    const license = await api.stock.license({ product, devices: ['device-1', 'device-2'] });
    const body = { key: license.key, fingerprint: 'device-1' };
    await deactivate(body);
    const before = [
      await devicesOf(api.strapi, license.documentId),
      await auditOf(api.strapi, license.documentId),
    ];

    expect(await deactivate(body)).toStrictEqual({
      data: {
        code: 'ALREADY_DEACTIVATED',
        message: 'License already deactivated',
        license: licenseShape(license, product, 1),
        activation: null,
      },
      meta: META,
    });
    expect([
      await devicesOf(api.strapi, license.documentId),
      await auditOf(api.strapi, license.documentId),
    ]).toEqual(before);
  });

  it('is also one whose license was revoked', async () => {
    const { key } = await api.stock.license({ state: 'revoked', devices: ['device-1'] });

    expect(await deactivate({ key, fingerprint: 'device-1' })).toMatchObject({
      data: { code: 'ALREADY_DEACTIVATED', license: { state: 'revoked', activationCount: 0 } },
    });
  });
});

describe('a refused deactivation', () => {
  it('for an unknown key answers NOT_FOUND', async () => {
    expect(await deactivate({ key: 'NO-SUCH-KEY', fingerprint: 'device-1' }, 404)).toStrictEqual(
      refusal('NOT_FOUND')
    );
  });

  it('for a fingerprint that never had an activation answers ACTIVATION_NOT_FOUND', async () => {
    const { key } = await api.stock.license({ devices: ['device-1'] });
    await api.stock.license({ devices: ['device-2'] });

    for (const fingerprint of ['device-2', 'DEVICE-1', '%']) {
      expect(await deactivate({ key, fingerprint }, 404)).toStrictEqual(
        refusal('ACTIVATION_NOT_FOUND')
      );
    }
  });
});
