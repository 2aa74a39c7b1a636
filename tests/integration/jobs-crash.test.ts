import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import { login, registerSuperAdmin, type Credentials } from '../support/admin';
import { startInBulk } from '../support/bulk';
import { createGenerator } from '../support/catalog';
import { createDatabase, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { service } from '../support/plugin';
import { startServer } from '../support/server';
import { stockOf, SYSTEM } from '../support/stock';
import { startStrapi } from '../support/strapi';
import { eventually } from '../support/wait';

// Whole processes start and end on a machine that is busy with other tests.
jest.setTimeout(180_000);

const MANY = 1500;
/** More would be a job of their own. */
const AT_ONCE = 750;

let database: TestDatabase;
let credentials: Credentials;
let customer: string;

beforeAll(async () => {
  database = await createDatabase();
  const loader = await startStrapi({ database });
  ({ credentials } = await registerSuperAdmin(loader.http));
  const stock = stockOf(loader.strapi);
  const { documentId } = await createGenerator(loader.strapi, await stock.product());
  for (let made = 0; made < MANY; made += AT_ONCE) {
    const order = { documentId, count: AT_ONCE, actor: SYSTEM };
    await service(loader.strapi, 'generating').generate(order);
  }
  customer = (await stock.customer()).documentId;
  await loader.stop();
});

afterAll(async () => {
  await database.drop();
});

/** Starts a job of the whole pool in a process of its own, and kills that once something is done. */
const beginAndKill = async (): Promise<number> => {
  const server = await startServer({ database });
  const admin = await login(server.http, credentials);
  const id = await startInBulk(admin, '/bulk', {
    environment: 'production',
    action: 'assign',
    selection: { filter: {} },
    customer,
  });
  await eventually(async () => {
    const { data } = bodyOf<{ data: JobItem }>(await admin.get(`/license-keys/jobs/${String(id)}`));
    if (data.done === 0) throw new Error('Nothing is done yet.');
  });
  expect(await server.kill('SIGKILL')).toBeNull();
  return id;
};

it('goes on after a restart where its process was killed, and does nothing twice', async () => {
  const id = await beginAndKill();
  const [left] = (await database.read(TABLE.job)).filter((row) => row.id === id);
  expect(left).toMatchObject({ state: 'running', attempts: 1 });
  expect(left?.succeeded).toBeLessThan(MANY);

  const app = await startStrapi({ database });
  const admin = await login(app.http, credentials);
  // The time that a runner may be silent for passes; nobody has to wake the new one.
  await app.strapi.db
    .connection(TABLE.job)
    .where({ id, attempts: 1 })
    .update({ leased_until: new Date(Date.now() - 1000) });
  expect(await endedJob(admin, id)).toMatchObject({
    state: 'succeeded',
    attempts: 2,
    done: MANY,
    succeeded: MANY,
  });

  const assigned = (await database.read(TABLE.auditEntry)).filter(
    ({ action }) => action === 'assign'
  );
  expect(assigned).toHaveLength(MANY);
  expect(new Set(assigned.map((entry) => entry.license_id)).size).toBe(MANY);
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
  await app.stop();
});
