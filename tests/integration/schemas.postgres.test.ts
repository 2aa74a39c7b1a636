import { registerSuperAdmin } from '../support/admin';
import { startInBulk } from '../support/bulk';
import { createDatabase, type TestDatabase } from '../support/database';
import { endedJob } from '../support/jobs';
import { stockOf } from '../support/stock';
import { startStrapi } from '../support/strapi';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

/** Boots an installation that has the schema for itself, and lets it do a job. */
const doJob = async (schema: string): Promise<string> => {
  const app = await startStrapi({ database, env: { DATABASE_SCHEMA: schema } });
  const admin = await registerSuperAdmin(app.http);
  const { documentId } = await stockOf(app.strapi).license();
  const id = await startInBulk(admin, '/bulk', {
    environment: 'production',
    action: 'suspend',
    selection: { ids: [documentId] },
  });
  const { state } = await endedJob(admin, id);
  await app.stop();
  return state;
};

const schemas = async (): Promise<string[]> => {
  const db = database.connect();
  try {
    return await db('information_schema.schemata')
      .where('schema_name', 'like', 'license_keys_worker%')
      .orderBy('schema_name')
      .pluck<string[]>('schema_name');
  } finally {
    await db.destroy();
  }
};

it('installations that share a database hand jobs only to themselves', async () => {
  const db = database.connect();
  await db.raw('CREATE SCHEMA shop');
  await db.destroy();

  expect(await doJob('public')).toBe('succeeded');
  expect(await doJob('shop')).toBe('succeeded');
  expect(await schemas()).toEqual(['license_keys_worker_public', 'license_keys_worker_shop']);
});
