import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { DryRun } from '../../src/plugins/license-keys/shared/bulk';
import type { JobItem, JobResultsAnswer } from '../../src/plugins/license-keys/shared/jobs';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { startInBulk, tryInBulk } from '../support/bulk';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { service } from '../support/plugin';
import { stockOf, SYSTEM, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let admin: Admin;
let stock: Stock;

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
});

afterAll(async () => {
  await app.stop();
});

const ended = async (id: number): Promise<JobItem> => endedJob(admin, id);

const tried = async (body: object): Promise<DryRun['data']> => tryInBulk(admin, '/bulk', body);

const start = async (body: object): Promise<JobItem> =>
  ended(await startInBulk(admin, '/bulk', body));

const statesOf = async (ids: string[]): Promise<string[]> => {
  const rows = await app.strapi.db
    .query('plugin::license-keys.license')
    .findMany({ where: { documentId: { $in: ids } }, orderBy: { id: 'asc' } });
  return rows.map(({ state }: { state: string }) => state);
};

it('says first what would happen, does it, and tells of each license', async () => {
  const active = await stock.license({ devices: ['a', 'b'] });
  const revoked = await stock.license({ state: 'revoked' });
  const pool = await stock.license({ state: 'available' });
  const ids = [active, revoked, pool].map(({ documentId }) => documentId);
  const body = {
    environment: 'production',
    action: 'revoke',
    selection: { ids },
    reason: 'Charged back',
  };

  expect(await tried(body)).toEqual({
    total: 3,
    legal: 1,
    unchanged: 1,
    refused: [
      {
        code: 'INVALID_TRANSITION',
        message: expect.any(String) as string,
        from: 'available',
        count: 1,
      },
    ],
    devices: 2,
    fingerprint: expect.stringMatching(/^[\w-]{43}$/) as string,
  });
  expect(await statesOf(ids)).toEqual(['active', 'revoked', 'available']);

  expect(await start(body)).toMatchObject({
    state: 'succeeded',
    total: 3,
    done: 3,
    succeeded: 1,
    unchanged: 1,
    refused: 1,
  });
  expect(await statesOf(ids)).toEqual(['revoked', 'revoked', 'available']);

  const jobs = await admin.get('/license-keys/jobs?environment=production').expect(200);
  const [latest] = bodyOf<{ data: JobItem[] }>(jobs).data;
  const results = await admin.get(`/license-keys/jobs/${latest?.id ?? 0}/results`).expect(200);
  expect(results.text).toContain(`${pool.documentId},${pool.key.slice(0, 8)},refused`);
  expect(results.text).not.toContain(pool.key);
});

it('acts on all that match a filter, with one reason and the administrator as actor', async () => {
  const product = await stock.product({ name: 'Filtered' });
  for (let index = 0; index < 120; index += 1) {
    await stock.license({ product, devices: [], state: 'available' });
  }
  const customer = await stock.customer();
  const job = await start({
    environment: 'production',
    action: 'assign',
    selection: { filter: { product: product.documentId } },
    customer: customer.documentId,
    reason: 'A site license',
  });

  expect(job).toMatchObject({
    succeeded: 120,
    total: 120,
    requestedBy: 'Super Admin',
    subject: 'Ada Lovelace · Filtered',
  });
  const entries = await app.strapi.db
    .query('plugin::license-keys.audit-entry')
    .findMany({ where: { action: 'assign', actorId: String(admin.id) } });
  expect(entries).toHaveLength(120);
  expect(entries[0]).toMatchObject({ changes: { reason: { after: 'A site license' } } });
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
});

it('exports selected licenses: each in its history with the reason, all in the file of the job', async () => {
  const licenses = [
    await stock.license({ key: 'B-CHOSEN' }),
    await stock.license({ key: 'A-CHOSEN', state: 'revoked' }),
    await stock.license({ key: 'C-CHOSEN', state: 'available' }),
  ];
  await stock.license({ key: 'D-CHOSEN' });
  const chosen = licenses.map(({ documentId }) => documentId);
  const elsewhere = await stock.license({ environment: 'staging' });
  const body = {
    environment: 'production',
    action: 'export',
    selection: { ids: [...chosen, elsewhere.documentId] },
    reason: 'For the accountant',
  };
  const whole = { total: 3, legal: 3, unchanged: 0, refused: [], devices: 0 };
  expect(await tried(body)).toMatchObject(whole);

  const job = await start(body);
  expect(job).toMatchObject({ action: 'export', state: 'succeeded', total: 3, succeeded: 3 });
  const entries = await app.strapi.db
    .query('plugin::license-keys.audit-entry')
    .findMany({ where: { action: 'export', licenseId: { $in: chosen } }, orderBy: { id: 'asc' } });
  expect(entries).toMatchObject(
    licenses.map(({ documentId, state }) => ({
      licenseId: documentId,
      actorId: String(admin.id),
      from: state,
      to: state,
      changes: { reason: { before: null, after: 'For the accountant' } },
    }))
  );
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();

  await service(app.strapi, 'licenses').delete({
    documentId: licenses[2]?.documentId ?? '',
    actor: SYSTEM,
  });
  const file = await admin
    .post('/license-keys/exports/licenses')
    .send({ environment: 'production', format: 'json', filter: { job: job.id } })
    .expect(200);
  expect(bodyOf<object[]>(file)).toMatchObject([
    { key: 'B-CHOSEN', state: 'active' },
    { key: 'A-CHOSEN', state: 'revoked' },
  ]);
});

it('takes no license from a customer by assigning it to another', async () => {
  const product = await stock.product();
  const [owner, buyer] = [await stock.customer(), await stock.customer()];
  const pool = await stock.license({ product, state: 'available' });
  const theirs = await stock.license({ product, state: 'assigned', customer: owner });
  await stock.license({ product, state: 'assigned', customer: buyer });
  const body = {
    environment: 'production',
    action: 'assign',
    selection: { filter: { product: product.documentId } },
    customer: buyer.documentId,
  };

  expect(await tried(body)).toMatchObject({
    legal: 1,
    unchanged: 1,
    refused: [{ code: 'ALREADY_ASSIGNED', count: 1 }],
  });
  expect(await start(body)).toMatchObject({ succeeded: 1, unchanged: 1, refused: 1 });
  const customers = await app.strapi.db.query('plugin::license-keys.license').findMany({
    where: { documentId: { $in: [pool.documentId, theirs.documentId] } },
    orderBy: { id: 'asc' },
    populate: { customer: true },
  });
  expect(customers.map(({ customer }: { customer: { id: number } }) => customer.id)).toEqual([
    buyer.id,
    owner.id,
  ]);
});

it('does not start where other licenses match than when it was tried, though as many', async () => {
  const product = await stock.product({ name: 'Moving' });
  const gone = await stock.license({ product });
  const kept = await stock.license({ product });
  const body = {
    environment: 'production',
    action: 'delete',
    selection: { filter: { product: product.documentId } },
  };
  const { fingerprint } = await tried(body);
  await service(app.strapi, 'licenses').delete({ documentId: gone.documentId, actor: SYSTEM });
  const late = await stock.license({ product });
  const count = (table: string) => app.strapi.db.connection(table).count('* as total');
  const before = [await count(TABLE.job), await count(TABLE.jobItem)];

  const response = await admin
    .post('/license-keys/bulk')
    .send({ ...body, fingerprint })
    .expect(409);
  expect(response.body).toMatchObject({
    error: {
      message: 'What is selected has changed since it was checked.',
      details: { code: 'SELECTION_CHANGED' },
    },
  });
  expect(await statesOf([kept.documentId, late.documentId])).toEqual(['active', 'active']);
  expect([await count(TABLE.job), await count(TABLE.jobItem)]).toEqual(before);
  await admin.post('/license-keys/bulk').send(body).expect(400);
  expect(await start(body)).toMatchObject({ total: 2, succeeded: 2 });
});

it('goes on where a runner fell silent, and does nothing twice', async () => {
  const licenses = [await stock.license(), await stock.license(), await stock.license()];
  const ids = licenses.map(({ documentId }) => documentId);
  const { id } = await start({ environment: 'production', action: 'suspend', selection: { ids } });

  // As a process leaves a job that it dies in: one license done, two not.
  const db = app.strapi.db.connection;
  for (const license of licenses.slice(1)) {
    await service(app.strapi, 'licenses').unsuspend({
      documentId: license.documentId,
      actor: SYSTEM,
    });
  }
  await db('license_keys_job_items')
    .where({ job_id: id })
    .whereNot('license_id', ids[0] ?? '')
    .update({ outcome: 'pending' });
  await db('license_keys_jobs')
    .where({ id })
    .update({
      state: 'running',
      succeeded: 1,
      leased_until: new Date(Date.now() - 1000),
      finished_at: null,
    });

  await service(app.strapi, 'jobs').wakeDue();
  expect(await ended(id)).toMatchObject({ state: 'succeeded', succeeded: 3, done: 3 });
  expect(await statesOf(ids)).toEqual(['suspended', 'suspended', 'suspended']);
  const suspensions = await app.strapi.db
    .query('plugin::license-keys.audit-entry')
    .count({ where: { licenseId: ids[0], action: 'suspend' } });
  expect(suspensions).toBe(1);
});

it('lists jobs by kind, state and who asked for them, in pages', async () => {
  const environment = 'staging';
  for (let index = 0; index < 3; index += 1) {
    const { documentId } = await stock.license({ environment });
    await start({ environment, action: 'suspend', selection: { ids: [documentId] } });
  }
  const list = async (query: string): Promise<Paged<JobItem>> =>
    bodyOf<Paged<JobItem>>(
      await admin.get(`/license-keys/jobs?environment=${environment}&${query}`).expect(200)
    );

  const { data, meta } = await list('sort=createdAt:asc&page=2&pageSize=2');
  expect(meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
  expect(data).toEqual([
    expect.objectContaining({
      type: 'bulk',
      action: 'suspend',
      requestedById: String(admin.id),
      remainingSeconds: null,
      attempts: 1,
    }),
  ]);
  expect((await list(`type=bulk&state=succeeded&requestedBy=${admin.id}`)).data).toHaveLength(3);
  expect((await list('state=failed')).data).toEqual([]);
  expect((await list('requestedBy=0')).data).toEqual([]);
  await admin.get(`/license-keys/jobs?environment=${environment}&sort=payload:asc`).expect(400);
});

it('gives results of one outcome in pages', async () => {
  const licenses = [await stock.license(), await stock.license(), await stock.license()];
  const revoked = await stock.license({ state: 'revoked' });
  const ids = [revoked, ...licenses].map(({ documentId }) => documentId);
  const { id } = await start({
    environment: 'production',
    action: 'suspend',
    selection: { ids },
  });
  const items = async (query: string): Promise<JobResultsAnswer> =>
    bodyOf<JobResultsAnswer>(
      await admin.get(`/license-keys/jobs/${id}/items?${query}`).expect(200)
    );

  const first = await items('outcome=succeeded&pageSize=2');
  expect(first.data).toHaveLength(2);
  const second = await items(`outcome=succeeded&pageSize=2&after=${first.meta.next ?? 0}`);
  expect(second).toMatchObject({ data: [{ outcome: 'succeeded' }], meta: { next: null } });
  expect(await items('outcome=refused')).toMatchObject({
    data: [{ licenseId: revoked.documentId, code: 'INVALID_TRANSITION', line: null }],
  });
});

it('neither cancels nor retries a job that has succeeded, and deletes it on request', async () => {
  const license = await stock.license();
  const jobs = service(app.strapi, 'jobs');
  const id = await jobs.enqueueItems(
    {
      type: 'bulk',
      environment: 'production',
      payload: { action: 'suspend', customer: null, reason: null },
      actor: SYSTEM,
      now: new Date(),
    },
    [{ licenseId: license.documentId, keyPrefix: '' }]
  );
  await ended(id);
  await admin.post(`/license-keys/jobs/${id}/cancel`).expect(400);
  await admin.post(`/license-keys/jobs/${id}/retry`).expect(400);
  await admin.delete(`/license-keys/jobs/${id}`).expect(204);
  await admin.get(`/license-keys/jobs/${id}`).expect(404);
});
