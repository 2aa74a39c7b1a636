import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { insertJob } from '../support/jobs';
import { service } from '../support/plugin';
import { daysFromNow, SYSTEM } from '../support/stock';
import { eventually } from '../support/wait';

const OLD = daysFromNow(-1000);

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createDatabase();
  const whole = await startApi({ database });
  for (const environment of ['production', 'staging']) {
    await whole.stock.license({ environment, key: environment, expiresAt: daysFromNow(-1) });
  }
  await whole.stop();
  api = await startApi({ database, env: { LICENSE_PINNED_ENVIRONMENT: 'staging' } });
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

const jobOf = async (id: number) =>
  api.strapi.db.connection(TABLE.job).where({ id }).first<{ state: string; claims: number }>();

describe('a server pinned to staging', () => {
  it('lets only licenses of staging expire', async () => {
    const moved = await service(api.strapi, 'licenses').expireDue(SYSTEM);

    expect(moved).toBe(1);
    const rows: unknown = await api.strapi.db
      .connection(TABLE.license)
      .orderBy('key')
      .select('key', 'state');
    expect(rows).toEqual([
      { key: 'production', state: 'active' },
      { key: 'staging', state: 'expired' },
    ]);
  });

  it.each([
    ['that wait', { state: 'queued', attempts: 0 }],
    ['whose runner fell silent', { state: 'running', leased_until: OLD }],
    [
      'whose runner fell silent at the last attempt',
      { state: 'running', leased_until: OLD, attempts: 5 },
    ],
  ])('takes up jobs of staging only, %s', async (_which, wish) => {
    const theirs = await insertJob(api.strapi, { ...wish, environment: 'production' });
    const before = await jobOf(theirs);
    const own = await insertJob(api.strapi, { ...wish, environment: 'staging' });

    await service(api.strapi, 'jobs').wakeDue();

    await eventually(async () => {
      expect(await jobOf(own)).not.toMatchObject({ state: wish.state });
    });
    expect(await jobOf(theirs)).toEqual(before);
  });

  it('forgets old jobs of staging only', async () => {
    const ended = { finished_at: OLD };
    const theirs = await insertJob(api.strapi, { ...ended, environment: 'production' });
    const own = await insertJob(api.strapi, { ...ended, environment: 'staging' });

    await service(api.strapi, 'jobs').sweep();

    expect([await jobOf(theirs), await jobOf(own)]).toEqual([
      expect.objectContaining({ id: theirs }),
      undefined,
    ]);
  });
});
