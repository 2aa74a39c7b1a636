import type { AuditItem } from '../../src/plugins/license-keys/shared/audit';
import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import { startApi, type TestApi } from '../support/api';
import { creation } from '../support/catalog';
import { bodyOf, refusalIn } from '../support/http';
import { asIntegrator, createIntegrator, SCOPES, type Integrator } from '../support/integrator';

let api: TestApi;
/** May do everything. */
let shop: Integrator;

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, SCOPES);
});

afterAll(() => api.stop());

type Entry = AuditItem & { environment: string };
interface Piece {
  data: Entry[];
  meta: { pagination: { nextCursor: string | null } };
}

const list = async (query: object, who = shop): Promise<Piece> =>
  bodyOf<Piece>(await who.get('/audit-entries').query(query).expect(200));

const walk = async (query: object, who = shop): Promise<Entry[]> => {
  const { data, meta } = await list(query, who);
  const { nextCursor: cursor } = meta.pagination;
  return cursor === null ? data : [...data, ...(await walk({ ...query, cursor }, who))];
};

const licenseOf = async (
  response: PromiseLike<{ body: { data: LicenseDetail } }>
): Promise<LicenseDetail> => bodyOf(await response).data;

it('names the token that created, edited and assigned a license', async () => {
  const { documentId } = await licenseOf(shop.post('/licenses').send(await creation(api)));
  const { version } = await licenseOf(shop.get(`/licenses/${documentId}`));
  const { documentId: customer } = await api.stock.customer();
  await shop.put(`/licenses/${documentId}`).send({ version, activationLimit: 7 }).expect(200);
  await shop.post(`/licenses/${documentId}/assign`).send({ customer }).expect(200);

  const { data } = await list({ license: documentId });

  expect(data.map(({ action }) => action)).toEqual(['assign', 'edit', 'create']);
  for (const entry of data) {
    expect(entry).toMatchObject({
      actorType: 'api-token',
      actorId: shop.id,
      actorName: shop.name,
    });
  }
});

it('is walked by cursor, the latest first, and whole whatever comes meanwhile', async () => {
  const [one, other] = [await api.stock.license(), await api.stock.license()];
  for (const action of ['suspend', 'unsuspend', 'inactivate']) {
    await shop.post(`/licenses/${one.documentId}/${action}`).expect(200);
  }
  const query = { license: one.documentId, limit: 2 };
  const first = await list(query);
  const cursor = first.meta.pagination.nextCursor;
  await shop.post(`/licenses/${one.documentId}/reactivate`).expect(200);

  const rest = await walk({ ...query, cursor });

  expect([...first.data, ...rest].map(({ action }) => action)).toEqual([
    'inactivate',
    'unsuspend',
    'suspend',
    'activate',
    'create',
  ]);
  const whole = await walk({ limit: 100 });
  expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
  expect(await walk({ limit: 37 })).toEqual(whole);
  for (const wrong of [
    { limit: 2, cursor },
    { limit: 2, cursor, license: other.documentId },
  ]) {
    expect(refusalIn(await shop.get('/audit-entries').query(wrong))).toMatchObject({
      status: 400,
      code: 'INVALID_CURSOR',
    });
  }
});

it('is of the environment that is asked, and of no other', async () => {
  const { documentId } = await api.stock.license({ environment: 'staging' });
  const staging = asIntegrator(api.http, shop, 'staging');
  await api.stock.license();

  expect(await list({ license: documentId })).toMatchObject({ data: [] });
  expect((await list({ license: documentId }, staging)).data).toHaveLength(2);
  const environments = async (who: Integrator) =>
    new Set((await walk({ limit: 100 }, who)).map(({ environment }) => environment));
  expect(await environments(shop)).toEqual(new Set(['production']));
  expect(await environments(staging)).toEqual(new Set(['staging']));
  const { meta } = await list({ limit: 1 });
  const { nextCursor: cursor } = meta.pagination;
  expect(refusalIn(await staging.get('/audit-entries').query({ cursor }))).toMatchObject({
    code: 'INVALID_CURSOR',
  });
});
