import { startApi, type TestApi } from '../support/api';
import { createDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { queriesDuring } from '../support/queries';
import { devicesOf } from '../support/rows';
import { daysFromNow } from '../support/stock';

const ACTIVATIONS = 'license_keys_activations';

let api: TestApi;

/** As if all devices had been verified yesterday. */
const age = async (): Promise<Date> => {
  const yesterday = daysFromNow(-1);
  await api.strapi.db.connection(ACTIVATIONS).update({ last_verified_at: yesterday });
  return yesterday;
};

const flush = async (): Promise<void> => service(api.strapi, 'lastVerified').flush();

/** Returns when the answer says that the device was verified. */
const validate = async (key: string, fingerprint: string): Promise<string> => {
  const response = await api.client.validate({ key, fingerprint }).expect(200);
  const { activation } = bodyOf<{ data: { activation: { lastVerifiedAt: string } | null } }>(
    response
  ).data;
  return activation?.lastVerifiedAt ?? 'never';
};

const verifiedAt = async (documentId: string): Promise<(string | null)[]> =>
  (await devicesOf(api.strapi, documentId)).map(({ lastVerifiedAt }) => lastVerifiedAt);

describe('a validation', () => {
  beforeAll(async () => {
    api = await startApi({ env: { LICENSE_RATE_LIMIT_PER_KEY: '60' } });
  });

  afterAll(() => api.stop());

  it('costs one query, whatever comes of it', async () => {
    const product = await api.stock.product();
    const { key } = await api.stock.license({ product, devices: ['device-1'] });
    const suspended = await api.stock.license({ state: 'suspended' });
    await age();
    const bodies = [
      { key },
      { key, fingerprint: 'device-1', product: product.slug },
      { key, fingerprint: 'device-2', product: 'other' },
      { key: suspended.key, fingerprint: 'device-1' },
      { key: 'NO-SUCH-KEY', fingerprint: 'device-1' },
      { key, nonce: 'signed' },
    ];
    // Signing keys are read once.
    await api.client.validate({ key, nonce: 'first' }).expect(200);

    for (const body of bodies) {
      const statements = await queriesDuring(api.strapi, () =>
        api.client.validate(body).expect(200)
      );
      expect(statements).toHaveLength(1);
      expect(statements[0]).toMatch(/^select /);
    }
  });

  it('writes when devices were verified later, for all in one statement', async () => {
    const first = await api.stock.license({ devices: ['device-1', 'device-2'] });
    const second = await api.stock.license({ devices: ['device-1'] });
    await flush();
    const yesterday = (await age()).toISOString();
    await validate(first.key, 'device-1');
    const firstAnswer = await validate(first.key, 'device-1');
    const secondAnswer = await validate(second.key, 'device-1');
    expect(await verifiedAt(first.documentId)).toEqual([yesterday, yesterday]);

    const statements = await queriesDuring(api.strapi, flush);

    expect(statements.filter((sql) => sql.includes(ACTIVATIONS))).toHaveLength(1);
    expect(await verifiedAt(first.documentId)).toEqual([firstAnswer, yesterday]);
    expect(await verifiedAt(second.documentId)).toEqual([secondAnswer]);
  });

  it('writes nothing for a device that was verified a moment ago', async () => {
    const { key, documentId } = await api.stock.license({ devices: ['device-1'] });
    await age();
    await validate(key, 'device-1');
    await flush();
    const written = await verifiedAt(documentId);

    await validate(key, 'device-1');

    expect(await queriesDuring(api.strapi, flush)).toEqual([]);
    expect(await verifiedAt(documentId)).toEqual(written);
  });

  it('writes nothing where the device has no activation', async () => {
    const { key } = await api.stock.license({ devices: ['device-1'] });
    await flush();
    await age();

    expect(await validate(key, 'device-2')).toBe('never');

    expect(await queriesDuring(api.strapi, flush)).toEqual([]);
  });
});

describe('a shutdown', () => {
  it('writes what is still pending', async () => {
    const database = await createDatabase();
    api = await startApi({ database });
    const { key, documentId } = await api.stock.license({ devices: ['device-1'] });
    await age();
    const answered = await validate(key, 'device-1');

    await api.stop();

    api = await startApi({ database });
    expect(await verifiedAt(documentId)).toEqual([answered]);
    await api.stop();
    await database.drop();
  });
});
