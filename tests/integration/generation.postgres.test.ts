import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { GenerateAnswer } from '../../src/plugins/license-keys/shared/generators';
import { login, registerSuperAdmin, type Admin } from '../support/admin';
import { createGenerator, createProduct } from '../support/catalog';
import { createDatabase, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { service } from '../support/plugin';
import { startServer, type TestServer } from '../support/server';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { eventually } from '../support/wait';

// Two processes on one machine share its cores with whatever else is tested.
jest.setTimeout(180_000);

let database: TestDatabase;
let server: TestServer;
/** The other instance; it has created the tables. */
let app: TestStrapi;
let admin: Admin;
/** The same administrator, at the server. */
let remote: Admin;
let generator: string;

beforeEach(async () => {
  database = await createDatabase();
  app = await startStrapi({ database });
  admin = await registerSuperAdmin(app.http);
  const product = await createProduct(app.strapi);
  const created = await createGenerator(app.strapi, product, { type: 'chunk' });
  generator = created.documentId;
  server = await startServer({ database });
  remote = await login(server.http, admin.credentials);
});

afterEach(async () => {
  await server.stop();
  await app.stop();
  await database.drop();
});

const order = async (from: Admin, count: number): Promise<number> => {
  const response = await from
    .post(`/license-keys/generators/${generator}/generate`)
    .send({ count });
  return bodyOf<{ data: GenerateAnswer['data'] }>(response).data.job?.id ?? 0;
};

const count = async (table: string, what: string): Promise<number> => {
  const [row] = await app.strapi.db
    .connection(table)
    .countDistinct<{ total: string }[]>(`${what} as total`);
  return Number(row?.total);
};

const expectExactly = async (licenses: number): Promise<void> => {
  expect(await count(TABLE.license, 'id')).toBe(licenses);
  expect(await count(TABLE.license, 'key')).toBe(licenses);
  expect(await count(TABLE.auditEntry, 'license_id')).toBe(licenses);
  expect(await count(TABLE.auditEntry, 'id')).toBe(licenses);
  const generated: unknown = await app.strapi.db
    .connection(TABLE.generator)
    .pluck('generated_count');
  expect(generated).toEqual([licenses]);
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
};

it('is done exactly once by two processes that are asked at the same time', async () => {
  const ids = await Promise.all(
    [admin, remote, admin, remote].map(async (from) => order(from, 3000))
  );

  for (const id of ids) {
    expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', done: 3000 });
  }

  await expectExactly(12_000);
});

it('goes on where its process was killed, and makes nothing twice', async () => {
  // Only the server works on it until it is killed.
  await service(app.strapi, 'jobs').stop();
  const id = await order(remote, 20_000);
  await eventually(async () => {
    const job = await service(app.strapi, 'jobs').find(id);
    if (!job || job.done === 0) throw new Error('Nothing is done yet.');
  });

  await server.kill();

  const left = await service(app.strapi, 'jobs').find(id);
  expect(left).toMatchObject({ state: 'running' });
  expect(left?.done).toBeLessThan(20_000);
  // The time that a runner may be silent for passes.
  await app.strapi.db
    .connection(TABLE.job)
    .where({ id })
    .update({ leased_until: new Date(Date.now() - 1000) });
  server = await startServer({ database });
  remote = await login(server.http, admin.credentials);

  expect(await endedJob(remote, id)).toMatchObject({ state: 'succeeded', done: 20_000 });
  await expectExactly(20_000);
});
