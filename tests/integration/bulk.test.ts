import type { DryRun, JobItem } from '../../src/plugins/license-keys/shared/bulk';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { stockOf, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { eventually } from '../support/wait';

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

const ended = async (id: number): Promise<JobItem> => {
  let job: JobItem | undefined;
  await eventually(async () => {
    job = bodyOf<{ data: JobItem }>(await admin.get(`/license-keys/jobs/${id}`)).data;
    if (job.finishedAt === null) throw new Error(`The job is ${job.state}.`);
  });
  if (!job) throw new Error('There is no job.');
  return job;
};

const start = async (body: object): Promise<JobItem> => {
  const response = await admin.post('/license-keys/bulk').send(body).expect(202);
  return ended(bodyOf<{ data: JobItem }>(response).data.id);
};

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

  const dryRun = await admin.post('/license-keys/bulk/dry-run').send(body).expect(200);
  expect(bodyOf<DryRun>(dryRun).data).toEqual({
    total: 3,
    legal: 1,
    unchanged: 1,
    refused: [{ code: 'INVALID_TRANSITION', message: expect.any(String) as string, count: 1 }],
    devices: 2,
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

  expect(job).toMatchObject({ succeeded: 120, total: 120, requestedBy: 'Super Admin' });
  const entries = await app.strapi.db
    .query('plugin::license-keys.audit-entry')
    .findMany({ where: { action: 'assign', actorId: String(admin.id) } });
  expect(entries).toHaveLength(120);
  expect(entries[0]).toMatchObject({ changes: { reason: { after: 'A site license' } } });
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
});

it('goes on where a runner fell silent, and does nothing twice', async () => {
  const licenses = [await stock.license(), await stock.license(), await stock.license()];
  const ids = licenses.map(({ documentId }) => documentId);
  const response = await admin
    .post('/license-keys/bulk')
    .send({ environment: 'production', action: 'suspend', selection: { ids } })
    .expect(202);
  const { id } = await ended(bodyOf<{ data: JobItem }>(response).data.id);

  // As a process leaves a job that it dies in: one license done, two not.
  const db = app.strapi.db.connection;
  for (const license of licenses.slice(1)) {
    await service(app.strapi, 'licenses').unsuspend({
      documentId: license.documentId,
      actor: { type: 'system', id: null, name: null, ip: null, requestId: null },
    });
  }
  await db('license_keys_job_items')
    .where({ job_id: id })
    .whereNot('license_id', ids[0] ?? '')
    .update({ outcome: 'pending' });
  await db('license_keys_jobs')
    .where({ id })
    .update({ state: 'running', leased_until: new Date(Date.now() - 1000), finished_at: null });

  await service(app.strapi, 'jobs').wakeDue();
  expect(await ended(id)).toMatchObject({ state: 'succeeded', succeeded: 3, done: 3 });
  expect(await statesOf(ids)).toEqual(['suspended', 'suspended', 'suspended']);
  const suspensions = await app.strapi.db
    .query('plugin::license-keys.audit-entry')
    .count({ where: { licenseId: ids[0], action: 'suspend' } });
  expect(suspensions).toBe(1);
});

it('neither cancels nor retries a job that has succeeded, and deletes it on request', async () => {
  const license = await stock.license();
  const jobs = service(app.strapi, 'jobs');
  const id = await jobs.enqueue(
    {
      type: 'bulk',
      environment: 'production',
      payload: { action: 'suspend', customer: null, reason: null },
      actor: { type: 'system', id: null, name: null, ip: null, requestId: null },
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
