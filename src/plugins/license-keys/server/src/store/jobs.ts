import type { JobItem, JobState } from '../../../shared/bulk';
import type { Actor, JsonObject } from '../domain/types';
import { TABLE } from '../uids';
import type { Db } from './database';
import { fromJson, toDate, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

/** What is to be done to one license, and what came of it. */
export type Outcome = 'pending' | 'succeeded' | 'unchanged' | 'refused';

export const jobModel = {
  uid: 'license-keys::job',
  singularName: 'license_keys_job',
  tableName: TABLE.job,
  attributes: {
    id: { type: 'increments' },
    type: { type: 'string', column: { notNullable: true } },
    environment: { type: 'string', column: { notNullable: true } },
    state: { type: 'string', column: { notNullable: true } },
    payload: { type: 'json' },
    actor: { type: 'json' },
    error: { type: 'text' },
    attempts: { type: 'integer', default: 0 },
    /** Until when the instance that runs the job has it for itself, unless it says that it is still at work. */
    leasedUntil: { type: 'datetime', columnName: 'leased_until' },
    createdAt: { type: 'datetime', columnName: 'created_at' },
    startedAt: { type: 'datetime', columnName: 'started_at' },
    finishedAt: { type: 'datetime', columnName: 'finished_at' },
  },
};

export const jobItemModel = {
  uid: 'license-keys::job-item',
  singularName: 'license_keys_job_item',
  tableName: TABLE.jobItem,
  attributes: {
    id: { type: 'increments' },
    jobId: { type: 'integer', columnName: 'job_id', column: { notNullable: true } },
    licenseId: { type: 'string', columnName: 'license_id', column: { notNullable: true } },
    keyPrefix: { type: 'string', columnName: 'key_prefix' },
    outcome: { type: 'string', column: { notNullable: true } },
    code: { type: 'string' },
    message: { type: 'text' },
  },
};

interface JobRow {
  id: number;
  type: string;
  environment: string;
  state: JobState;
  payload: JsonColumn;
  actor: JsonColumn;
  error: string | null;
  attempts: number;
  created_at: Instant;
  started_at: Instant | null;
  finished_at: Instant | null;
}

export interface Job {
  id: number;
  type: string;
  environment: string;
  state: JobState;
  payload: JsonObject;
  actor: Actor;
  attempts: number;
}

const toJob = (row: JobRow): Job => ({
  id: row.id,
  type: row.type,
  environment: row.environment,
  state: row.state,
  payload: toJson(row.payload),
  actor: toJson(row.actor) as unknown as Actor,
  attempts: row.attempts,
});

/** Rows of one insert: PostgreSQL takes 65,535 values a statement, SQLite 32,766. */
const CHUNK = 1000;

export interface NewItem {
  licenseId: string;
  keyPrefix: string;
}

export interface NewJob {
  type: string;
  environment: string;
  payload: object;
  actor: Actor;
  now: Date;
}

/** Writes a job and its items; nothing runs before the transaction is committed. */
export const insertJob = async (
  db: Db,
  job: NewJob,
  items: readonly NewItem[]
): Promise<number> => {
  const [row] = await db(TABLE.job)
    .insert({
      type: job.type,
      environment: job.environment,
      state: 'queued',
      payload: fromJson(job.payload),
      actor: fromJson(job.actor),
      attempts: 0,
      created_at: job.now,
    })
    .returning<{ id: number }[]>('id');
  if (!row) {
    throw new Error('The database returned no id for a new job.');
  }
  for (let start = 0; start < items.length; start += CHUNK) {
    await db(TABLE.jobItem).insert(
      items.slice(start, start + CHUNK).map(({ licenseId, keyPrefix }) => ({
        job_id: row.id,
        license_id: licenseId,
        key_prefix: keyPrefix,
        outcome: 'pending',
      }))
    );
  }
  return row.id;
};

/** Takes a job that waits, or whose runner has fallen silent; null where somebody else has it. */
export const claimJob = async (
  db: Db,
  id: number,
  now: Date,
  leasedUntil: Date
): Promise<Job | null> => {
  const [row] = await db(TABLE.job)
    .where({ id })
    .where((any) => {
      any.where({ state: 'queued' }).orWhere((abandoned) => {
        abandoned.where({ state: 'running' }).where('leased_until', '<', now);
      });
    })
    .update({
      state: 'running',
      leased_until: leasedUntil,
      started_at: db.raw('COALESCE(started_at, ?)', [now]),
      attempts: db.raw('attempts + 1'),
    })
    .returning<JobRow[]>('*');
  return row ? toJob(row) : null;
};

/** Says that a job is still at work; false where it was cancelled or taken over. */
export const keepLease = async (
  db: Db,
  { id, attempts }: Job,
  leasedUntil: Date
): Promise<boolean> =>
  (await db(TABLE.job)
    .where({ id, attempts, state: 'running' })
    .update({ leased_until: leasedUntil })) === 1;

export const endJob = async (
  db: Db,
  { id, attempts }: Job,
  end: { state: JobState; error?: string; now: Date }
): Promise<void> => {
  await db(TABLE.job)
    .where({ id, attempts, state: 'running' })
    .update({
      state: end.state,
      error: end.error ?? null,
      leased_until: null,
      finished_at: end.state === 'queued' ? null : end.now,
    });
};

/** Stops a job that has not ended. Returns whether it did. */
export const cancelJob = async (db: Db, id: number, now: Date): Promise<boolean> =>
  (await db(TABLE.job)
    .where({ id })
    .whereIn('state', ['queued', 'running'])
    .update({ state: 'cancelled', leased_until: null, finished_at: now })) === 1;

/** Puts a job that failed or was cancelled back; what it has done stays done. */
export const requeueJob = async (db: Db, id: number): Promise<boolean> =>
  (await db(TABLE.job)
    .where({ id })
    .whereIn('state', ['failed', 'cancelled'])
    .update({ state: 'queued', error: null, attempts: 0, finished_at: null })) === 1;

export const deleteJob = async (db: Db, id: number): Promise<boolean> => {
  const deleted = await db(TABLE.job)
    .where({ id })
    .whereNotIn('state', ['queued', 'running'])
    .delete();
  if (deleted === 1) {
    await db(TABLE.jobItem).where({ job_id: id }).delete();
  }
  return deleted === 1;
};

/** Jobs that somebody should run: waiting, or abandoned by their runner. */
export const findDueJobs = async (db: Db, now: Date): Promise<number[]> =>
  db(TABLE.job)
    .where({ state: 'queued' })
    .orWhere((abandoned) => {
      abandoned.where({ state: 'running' }).where('leased_until', '<', now);
    })
    .orderBy('id')
    .pluck<number[]>('id');

export const readPending = async (
  db: Db,
  jobId: number,
  limit: number
): Promise<{ id: number; licenseId: string }[]> => {
  const rows = await db(TABLE.jobItem)
    .where({ job_id: jobId, outcome: 'pending' })
    .orderBy('id')
    .limit(limit)
    .select<{ id: number; license_id: string }[]>('id', 'license_id');
  return rows.map((row) => ({ id: row.id, licenseId: row.license_id }));
};

export const settleItem = async (
  db: Db,
  id: number,
  result: { outcome: Outcome; code?: string; message?: string }
): Promise<void> => {
  await db(TABLE.jobItem)
    .where({ id })
    .update({
      outcome: result.outcome,
      code: result.code ?? null,
      message: result.message ?? null,
    });
};

const countOutcomes = async (db: Db, ids: readonly number[]) => {
  const rows = await db(TABLE.jobItem)
    .whereIn('job_id', ids)
    .groupBy('job_id', 'outcome')
    .select<{ job_id: number; outcome: Outcome; total: number | string }[]>(
      'job_id',
      'outcome',
      db.raw('COUNT(*) AS total')
    );
  return (jobId: number, outcome: Outcome): number =>
    Number(rows.find((row) => row.job_id === jobId && row.outcome === outcome)?.total ?? 0);
};

const withCounts = async (db: Db, rows: readonly JobRow[]): Promise<JobItem[]> => {
  const countOf = await countOutcomes(
    db,
    rows.map(({ id }) => id)
  );
  return rows.map((row) => {
    const succeeded = countOf(row.id, 'succeeded');
    const unchanged = countOf(row.id, 'unchanged');
    const refused = countOf(row.id, 'refused');
    const done = succeeded + unchanged + refused;
    const { action } = toJson(row.payload);
    return {
      id: row.id,
      type: row.type,
      action: typeof action === 'string' ? action : row.type,
      environment: row.environment,
      state: row.state,
      total: done + countOf(row.id, 'pending'),
      done,
      succeeded,
      unchanged,
      refused,
      error: row.error,
      requestedBy: (toJson(row.actor) as unknown as Actor).name,
      createdAt: toInstant(row.created_at).toISOString(),
      startedAt: toDate(row.started_at)?.toISOString() ?? null,
      finishedAt: toDate(row.finished_at)?.toISOString() ?? null,
    };
  });
};

export const readJob = async (db: Db, id: number): Promise<JobItem | null> => {
  const rows = await db(TABLE.job).where({ id }).select<JobRow[]>('*');
  const [job] = await withCounts(db, rows);
  return job ?? null;
};

/** The latest jobs of an environment. */
export const readJobs = async (db: Db, environment: string, limit: number): Promise<JobItem[]> => {
  const rows = await db(TABLE.job)
    .where({ environment })
    .orderBy('id', 'desc')
    .limit(limit)
    .select<JobRow[]>('*');
  return withCounts(db, rows);
};

export interface ItemResult {
  id: number;
  licenseId: string;
  keyPrefix: string;
  outcome: Outcome;
  code: string | null;
  message: string | null;
}

/** A page of a job's results, after an id. */
export const readItems = async (
  db: Db,
  jobId: number,
  after: number,
  limit: number
): Promise<ItemResult[]> => {
  const rows = await db(TABLE.jobItem)
    .where({ job_id: jobId })
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select<
      {
        id: number;
        license_id: string;
        key_prefix: string;
        outcome: Outcome;
        code: string | null;
        message: string | null;
      }[]
    >('id', 'license_id', 'key_prefix', 'outcome', 'code', 'message');
  return rows.map(({ license_id: licenseId, key_prefix: keyPrefix, ...row }) => ({
    ...row,
    licenseId,
    keyPrefix,
  }));
};
