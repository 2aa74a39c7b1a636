import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { bodyOf } from '../support/http';
import { insertJob } from '../support/jobs';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let admin: Admin;
/** By the order in which they were created. */
let ids: number[];

const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 0, day, hour));
const MUCH_LATER = new Date('2100-01-01T00:00:00Z');

const JOBS = [
  { type: 'import', state: 'succeeded', created_at: at(1, 0), finished_at: at(9) },
  { type: 'bulk', state: 'running', created_at: at(2), leased_until: MUCH_LATER },
  { type: 'generate', state: 'failed', created_at: at(2, 23), finished_at: at(3) },
  { type: 'bulk', state: 'cancelled', created_at: at(3), finished_at: at(5) },
  { type: 'devices', state: 'queued', created_at: at(4), due_at: MUCH_LATER },
];

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  ids = [];
  for (const job of JOBS) ids.push(await insertJob(app.strapi, job));
});

afterAll(async () => {
  await app.stop();
});

/** Which of the jobs, by their places in `JOBS`. */
const list = async (query: string): Promise<number[]> => {
  const response = await admin
    .get(`/license-keys/jobs?environment=production&${query}`)
    .expect(200);
  return bodyOf<Paged<JobItem>>(response).data.map(({ id }) => ids.indexOf(id));
};

it.each([
  ['createdAt:asc', [0, 1, 2, 3, 4]],
  ['createdAt:desc', [4, 3, 2, 1, 0]],
  // What has not ended counts as the last.
  ['finishedAt:asc', [2, 3, 0, 1, 4]],
  ['finishedAt:desc', [4, 1, 0, 3, 2]],
  ['type:asc', [1, 3, 4, 2, 0]],
  ['type:desc', [0, 2, 4, 3, 1]],
  ['state:asc', [3, 2, 4, 1, 0]],
  ['state:desc', [0, 1, 4, 2, 3]],
])('sorts by %s, the same on both databases', async (sort, expected) => {
  expect(await list(`sort=${sort}`)).toEqual(expected);
});

it.each([
  ['createdFrom=2026-01-02', [1, 2, 3, 4]],
  ['createdTo=2026-01-02', [0, 1, 2]],
  ['createdFrom=2026-01-02&createdTo=2026-01-02', [1, 2]],
  ['createdFrom=2026-01-05', []],
  ['type=bulk', [1, 3]],
  ['type=bulk&state=cancelled', [3]],
])('filters by %s, days in UTC and both included', async (filter, expected) => {
  expect(await list(`sort=createdAt:asc&${filter}`)).toEqual(expected);
});

it('tells how long a job that runs will take yet, by what it did since it was taken up', async () => {
  const HOUR = 3_600_000;
  const id = await insertJob(app.strapi, {
    ...{ environment: 'staging', state: 'running', leased_until: MUCH_LATER },
    ...{ total: 100, succeeded: 50, refused: 10, resumed_done: 20 },
    resumed_at: new Date(Date.now() - 4 * HOUR),
  });
  const { remainingSeconds } = bodyOf<{ data: JobItem }>(
    await admin.get(`/license-keys/jobs/${id}`).expect(200)
  ).data;

  // 40 in four hours: as many again.
  expect(Math.round(((remainingSeconds ?? 0) * 1000) / HOUR)).toBe(4);
});

it('tells when a job is tried again, and when it ended', async () => {
  const response = await admin.get(`/license-keys/jobs/${ids[4] ?? 0}`).expect(200);
  expect(bodyOf<{ data: JobItem }>(response).data).toMatchObject({
    state: 'queued',
    nextAttemptAt: MUCH_LATER.toISOString(),
    finishedAt: null,
  });
});
