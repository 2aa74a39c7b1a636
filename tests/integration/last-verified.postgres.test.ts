import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { startApi, type TestApi } from '../support/api';
import { service } from '../support/plugin';
import { devicesOf } from '../support/rows';
import { daysFromNow } from '../support/stock';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

it('when devices were verified is written without waiting for those that somebody else holds', async () => {
  const { key, documentId } = await api.stock.license({ devices: ['held', 'free'] });
  const activations = () => api.strapi.db.connection(TABLE.activation);
  const yesterday = daysFromNow(-1);
  await activations().update({ last_verified_at: yesterday });
  for (const fingerprint of ['held', 'free']) {
    await api.client.validate({ key, fingerprint }).expect(200);
  }

  const mine = await api.strapi.db.connection.transaction();
  await mine(TABLE.activation).where({ fingerprint: 'held' }).forUpdate();
  await service(api.strapi, 'lastVerified').flush();
  await mine.commit();

  const [held, free] = await devicesOf(api.strapi, documentId);
  expect(held).toMatchObject({ fingerprint: 'held', lastVerifiedAt: yesterday.toISOString() });
  expect(Date.parse(free?.lastVerifiedAt ?? '')).toBeGreaterThan(yesterday.getTime());
});
