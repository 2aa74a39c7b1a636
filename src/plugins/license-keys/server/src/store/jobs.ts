import type { JobOutcome, JobState, JobType } from '../../../shared/jobs';
import type { Actor, JsonObject } from '../domain/types';
import { TABLE } from '../uids';
import type { Db } from './database';
import { fromJson, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

/** A new object each time: Strapi writes the column's name into it. */
const count = (columnName?: string) => ({
  type: 'integer',
  ...(columnName && { columnName }),
  column: { notNullable: true, defaultTo: 0 },
});

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
    /** The id of the administrator who asked for it. */
    adminId: { type: 'string', columnName: 'admin_id' },
    /** What it is about, in the words of people: names, never a whole key. */
    subject: { type: 'text' },
    error: { type: 'text' },
    errorCode: { type: 'string', columnName: 'error_code' },
    total: count(),
    succeeded: count(),
    unchanged: count(),
    refused: count(),
    /** How often it was begun since somebody asked for it, but for those times that it was handed back. */
    attempts: { type: 'integer', default: 0 },
    /** When a job that waits may be begun again; null is at once. */
    dueAt: { type: 'datetime', columnName: 'due_at' },
    /** How often it was ever taken up: who did so last has it, and everybody before has lost it. */
    claims: count(),
    /** Until when the instance that runs the job has it for itself, unless it says that it is still at work. */
    leasedUntil: { type: 'datetime', columnName: 'leased_until' },
    /** When the last runner took it up, and how much was done by then. */
    resumedAt: { type: 'datetime', columnName: 'resumed_at' },
    resumedDone: count('resumed_done'),
    createdAt: { type: 'datetime', columnName: 'created_at' },
    startedAt: { type: 'datetime', columnName: 'started_at' },
    finishedAt: { type: 'datetime', columnName: 'finished_at' },
  },
};

export interface JobRow {
  id: number;
  type: JobType;
  environment: string;
  state: JobState;
  payload: JsonColumn;
  actor: JsonColumn;
  admin_id: string | null;
  subject: string | null;
  error: string | null;
  error_code: string | null;
  total: number;
  succeeded: number;
  unchanged: number;
  refused: number;
  attempts: number;
  due_at: Instant | null;
  claims: number;
  resumed_at: Instant | null;
  resumed_done: number;
  created_at: Instant;
  started_at: Instant | null;
  finished_at: Instant | null;
}

export interface Job {
  id: number;
  type: JobType;
  environment: string;
  state: JobState;
  payload: JsonObject;
  actor: Actor;
  attempts: number;
  claims: number;
  total: number;
  /** How much was done when this runner took it up. */
  done: number;
}

export const toJob = (row: JobRow): Job => ({
  id: row.id,
  type: row.type,
  environment: row.environment,
  state: row.state,
  payload: toJson(row.payload),
  actor: toJson(row.actor) as unknown as Actor,
  attempts: row.attempts,
  claims: row.claims,
  total: row.total,
  done: row.resumed_done,
});

export interface NewJob {
  type: JobType;
  environment: string;
  payload: object;
  actor: Actor;
  /** What it is about, in the words of people: names, never a whole key. */
  subject?: string | null;
  /** How much there is to do. */
  total: number;
  now: Date;
}

/** Writes a job; nothing runs before the transaction is committed. */
export const insertJob = async (db: Db, job: NewJob): Promise<number> => {
  const [row] = await db(TABLE.job)
    .insert({
      type: job.type,
      environment: job.environment,
      state: 'queued',
      payload: fromJson(job.payload),
      actor: fromJson(job.actor),
      admin_id: job.actor.type === 'admin' ? job.actor.id : null,
      subject: job.subject ?? null,
      total: job.total,
      attempts: 0,
      created_at: job.now,
    })
    .returning<{ id: number }[]>('id');
  if (!row) {
    throw new Error('The database returned no id for a new job.');
  }
  return row.id;
};

/** For a job that learns how much there is to do while it is being written. */
export const setTotal = async (db: Db, id: number, total: number): Promise<void> => {
  await db(TABLE.job).where({ id }).update({ total });
};

const owned = (db: Db, { id, claims }: Job) =>
  db(TABLE.job).where({ id, claims, state: 'running' });

/** Says that a job is still at work; false where it was cancelled or taken over. */
export const keepLease = async (db: Db, job: Job, leasedUntil: Date): Promise<boolean> =>
  (await owned(db, job).update({ leased_until: leasedUntil })) === 1;

/** Thrown inside a transaction whose job was cancelled or taken over: nothing of it may be committed. */
export class JobLost extends Error {}

/** Counts what was done, in the transaction that did it. A runner that has lost the job throws `JobLost`. */
export const countDone = async (
  db: Db,
  job: Job,
  outcomes: Partial<Record<JobOutcome, number>>
): Promise<void> => {
  const increments = Object.entries(outcomes).map(([outcome, more]) => [
    outcome,
    db.raw('?? + ?', [outcome, more]),
  ]);
  if ((await owned(db, job).update(Object.fromEntries(increments))) !== 1) {
    throw new JobLost();
  }
};

/** Ends a job, or puts it back: for another attempt from `dueAt` on, or at once where it was only handed back. */
export const endJob = async (
  db: Db,
  job: Job,
  end: { state: JobState; error?: string; errorCode?: string; dueAt?: Date; now: Date }
): Promise<void> => {
  const isOver = end.state !== 'queued';
  const isHandedBack = !isOver && end.error === undefined;
  await owned(db, job).update({
    state: end.state,
    error: end.error ?? null,
    error_code: end.errorCode ?? null,
    leased_until: null,
    due_at: end.dueAt ?? null,
    finished_at: isOver ? end.now : null,
    ...(isHandedBack && { attempts: db.raw('attempts - 1') }),
  });
};

/** Stops a job that has not ended. Returns whether it did. */
export const cancelJob = async (db: Db, id: number, now: Date): Promise<boolean> =>
  (await db(TABLE.job)
    .where({ id })
    .whereIn('state', ['queued', 'running'])
    .update({ state: 'cancelled', leased_until: null, due_at: null, finished_at: now })) === 1;

/** The jobs of a type that have not ended, and how much each has still to do. */
export const readUnfinished = async (
  db: Db,
  environment: string,
  type: JobType
): Promise<{ payload: JsonObject; missing: number }[]> => {
  const rows = await db(TABLE.job)
    .where({ environment, type })
    .whereIn('state', ['queued', 'running'])
    .select<JobRow[]>('payload', 'total', 'succeeded', 'unchanged', 'refused');
  return rows.map(({ payload, total, succeeded, unchanged, refused }) => ({
    payload: toJson(payload),
    missing: total - succeeded - unchanged - refused,
  }));
};

/** Puts a job that failed or was cancelled back; what it has done stays done. */
export const requeueJob = async (db: Db, id: number): Promise<boolean> =>
  (await db(TABLE.job)
    .where({ id })
    .whereIn('state', ['failed', 'cancelled'])
    .update({ state: 'queued', error: null, error_code: null, attempts: 0, finished_at: null })) ===
  1;

export const deleteJob = async (db: Db, id: number): Promise<boolean> => {
  const deleted = await db(TABLE.job)
    .where({ id })
    .whereNotIn('state', ['queued', 'running'])
    .delete();
  if (deleted === 1) {
    await db(TABLE.jobItem).where({ job_id: id }).delete();
    // A file that it did not get to the end of may be carried out by another.
    await db(TABLE.import).where({ job_id: id }).update({ job_id: null });
  }
  return deleted === 1;
};
