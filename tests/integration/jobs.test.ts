import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { endedJob, insertJob } from '../support/jobs';
import { service } from '../support/plugin';
import { refuseUpdates } from '../support/refuse';
import { DAY, stockOf, SYSTEM, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { eventually } from '../support/wait';

let app: TestStrapi;
let admin: Admin;
let stock: Stock;
let undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
});

const liftAll = async (): Promise<void> => {
  for (const lift of undo) await lift();
  undo = [];
};

afterEach(liftAll);

afterAll(async () => {
  await app.stop();
});

const jobs = () => service(app.strapi, 'jobs');
const past = () => new Date(Date.now() - 1000);

const refuse = async (table: string, condition?: string): Promise<void> => {
  undo.push(await refuseUpdates(app.strapi, table, condition));
};

const change = async (id: number, columns: object): Promise<void> => {
  await app.strapi.db.connection(TABLE.job).where({ id }).update(columns);
};

/** A job that suspends one license. */
const enqueue = async (): Promise<number> => {
  const { documentId } = await stock.license();
  return jobs().enqueueItems(
    {
      type: 'bulk',
      environment: 'production',
      payload: { action: 'suspend', customer: null, reason: null },
      actor: SYSTEM,
      now: new Date(),
    },
    [{ licenseId: documentId, keyPrefix: '' }]
  );
};

const once = async (id: number, expected: Partial<JobItem>): Promise<JobItem> =>
  eventually(async () => {
    const job = await jobs().find(id);
    if (!job) throw new Error('The job is gone.');
    expect(job).toMatchObject(expected);
    return job;
  });

/** What is logged while the database refuses what a runner has to write. */
const logged = async (text: string, work: () => Promise<number>): Promise<number> => {
  const log = jest.spyOn(app.strapi.log, 'error');
  const id = await work();
  await eventually(async () => {
    expect(log.mock.calls.flat()).toContainEqual(expect.stringContaining(`Job ${id} ${text}`));
    await Promise.resolve();
  });
  log.mockRestore();
  return id;
};

describe('a runner', () => {
  it('goes on with other jobs when it could not even take one up', async () => {
    await refuse(TABLE.job, `NEW.state = 'running'`);
    const id = await logged('was not taken up', enqueue);
    expect(await jobs().find(id)).toMatchObject({ state: 'queued', attempts: 0 });

    await liftAll();
    const next = await enqueue();
    expect(await endedJob(admin, next)).toMatchObject({ state: 'succeeded' });
    await jobs().wakeDue();
    expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });

  it('goes on when it could not write down that a job failed, which is then as if it had died', async () => {
    await refuse(TABLE.jobItem);
    await refuse(TABLE.job, `NEW.state = 'queued'`);
    const id = await logged('was not taken up or ended', enqueue);
    expect(await jobs().find(id)).toMatchObject({ state: 'running', attempts: 1 });

    await liftAll();
    await change(id, { leased_until: past() });
    await jobs().wakeDue();
    expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', attempts: 2 });
  });

  it('looks for jobs that are due by itself, without the sweeps', async () => {
    const id = await insertJob(app.strapi, {
      state: 'queued',
      attempts: 0,
      payload: { action: 'suspend', customer: null, reason: null },
    });
    expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });
});

it('keeps a job for as long as it takes, so that nobody else takes it up', async () => {
  const { documentId } = await stock.generator(await stock.product());
  const order = { documentId, count: 20_000, actor: SYSTEM };
  const made = await service(app.strapi, 'generating').generate(order);
  const id = 'jobId' in made ? made.jobId : 0;
  const soon = new Date(Date.now() + 10_000);
  await eventually(
    async () => {
      if (!(await jobs().find(id))?.done) throw new Error('Nothing is done yet.');
    },
    { interval: 5 }
  );
  await change(id, { leased_until: soon });

  await eventually(
    async () => {
      const [until] = await app.strapi.db
        .connection(TABLE.job)
        .where({ id })
        .pluck<(Date | number | null)[]>('leased_until');
      expect(new Date(until ?? 0).getTime()).toBeGreaterThan(soon.getTime());
    },
    { interval: 5 }
  );
  expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', attempts: 1 });
});

describe('a job that fails for a while', () => {
  it('is tried again later, not before, and then succeeds', async () => {
    await refuse(TABLE.jobItem);
    const asked = Date.now();
    const id = await enqueue();
    const waiting = await once(id, { state: 'queued', attempts: 1, finishedAt: null });
    expect(waiting.error).toMatch(/^(SQLITE_CONSTRAINT_TRIGGER|P0001)$/);
    expect(Date.parse(waiting.nextAttemptAt ?? '')).toBeGreaterThanOrEqual(asked + 15_000);

    await liftAll();
    await jobs().wakeDue();
    const other = await enqueue();
    await endedJob(admin, other);
    expect(await jobs().find(id)).toMatchObject({ state: 'queued', attempts: 1 });

    await change(id, { due_at: past() });
    await jobs().wakeDue();
    expect(await endedJob(admin, id)).toMatchObject({
      state: 'succeeded',
      attempts: 2,
      error: null,
      errorCode: null,
      nextAttemptAt: null,
    });
  });

  it('is given up at its fifth failure, until somebody asks for it again', async () => {
    await refuse(TABLE.jobItem);
    const id = await enqueue();
    for (let attempts = 1; attempts < 5; attempts += 1) {
      await once(id, { state: 'queued', attempts });
      await change(id, { due_at: past() });
      await jobs().wakeDue();
    }
    await once(id, { state: 'failed', attempts: 5, nextAttemptAt: null });

    await liftAll();
    await admin.post(`/license-keys/jobs/${id}/retry`).expect(204);
    expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });

  it('can be cancelled while it waits', async () => {
    await refuse(TABLE.jobItem);
    const id = await enqueue();
    await once(id, { state: 'queued', attempts: 1 });
    await admin.post(`/license-keys/jobs/${id}/cancel`).expect(204);
    expect(await jobs().find(id)).toMatchObject({ state: 'cancelled', nextAttemptAt: null });
  });
});

it('fails a job whose process ended at each of its attempts, and takes it up no more', async () => {
  const columns = { state: 'running', leased_until: past(), finished_at: null };
  const fourth = await insertJob(app.strapi, { ...columns, attempts: 4 });
  const fifth = await insertJob(app.strapi, { ...columns, attempts: 5 });

  await jobs().wakeDue();

  expect(await endedJob(admin, fifth)).toMatchObject({
    state: 'failed',
    attempts: 5,
    error: 'The process that ran it ended unexpectedly, at the last of 5 attempts.',
  });
  expect(await endedJob(admin, fourth)).toMatchObject({ state: 'succeeded', attempts: 5 });
});

it('forgets jobs that ended more than 90 days ago, and what came of their items', async () => {
  const ended = async (days: number): Promise<number> => {
    const id = await insertJob(app.strapi, { finished_at: new Date(Date.now() - days * DAY) });
    await app.strapi.db
      .connection(TABLE.jobItem)
      .insert({ job_id: id, license_id: 'x', key_prefix: 'x', outcome: 'succeeded' });
    return id;
  };
  const [old, young] = [await ended(91), await ended(89)];

  await jobs().sweep();

  expect(await jobs().find(old)).toBeNull();
  expect(await jobs().find(young)).not.toBeNull();
  const left: unknown = await app.strapi.db
    .connection(TABLE.jobItem)
    .whereIn('job_id', [old, young])
    .pluck('job_id');
  expect(left).toEqual([young]);
});

it('says what a large order of licenses is about', async () => {
  const product = await stock.product({ name: 'Studio Suite' });
  const { documentId } = await stock.generator(product, { name: 'Partners' });
  const response = await admin
    .post(`/license-keys/generators/${documentId}/generate`)
    .send({ count: 1500 });
  const { job } = (response.body as { data: { job: JobItem } }).data;
  expect(await endedJob(admin, job.id)).toMatchObject({ subject: 'Partners · Studio Suite' });
});
