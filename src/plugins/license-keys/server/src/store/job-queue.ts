import { MAX_JOB_ATTEMPTS } from '../../../shared/jobs';
import { TABLE } from '../uids';
import type { Db } from './database';
import { toJob } from './jobs';
import type { Job, JobRow } from './jobs';

/** So many jobs at most are woken or deleted at a time; the next ones have their turn soon. */
const BATCH = 100;

/** Those of an installation's own environments: it would not find what the others are about. */
const jobsOf = (db: Db, environments: readonly string[]) =>
  db(TABLE.job).whereIn('environment', environments);

/** Jobs that wait and may begin, and those whose runner has fallen silent. */
const due = (db: Db, environments: readonly string[], now: Date) =>
  jobsOf(db, environments).where((any) => {
    any
      .where((waiting) => {
        waiting.where({ state: 'queued' }).where((time) => {
          time.whereNull('due_at').orWhere('due_at', '<=', now);
        });
      })
      .orWhere((abandoned) => {
        abandoned
          .where({ state: 'running' })
          .where('leased_until', '<', now)
          .where('attempts', '<', MAX_JOB_ATTEMPTS);
      });
  });

/** Takes a job that is due; null where it is not, or somebody else has it. */
export const claimJob = async (
  db: Db,
  environments: readonly string[],
  id: number,
  now: Date,
  leasedUntil: Date
): Promise<Job | null> => {
  const [row] = await due(db, environments, now)
    .where({ id })
    .update({
      state: 'running',
      leased_until: leasedUntil,
      due_at: null,
      started_at: db.raw('COALESCE(started_at, ?)', [now]),
      resumed_at: now,
      resumed_done: db.raw('succeeded + unchanged + refused'),
      attempts: db.raw('attempts + 1'),
      claims: db.raw('claims + 1'),
    })
    .returning<JobRow[]>('*');
  return row ? toJob(row) : null;
};

export const findDueJobs = async (
  db: Db,
  environments: readonly string[],
  now: Date
): Promise<number[]> => due(db, environments, now).orderBy('id').limit(BATCH).pluck<number[]>('id');

/** Fails jobs whose runner fell silent at the last attempt: they may be what ends it. Returns their ids. */
export const failAbandoned = async (
  db: Db,
  environments: readonly string[],
  now: Date,
  error: string
): Promise<number[]> => {
  const rows = await jobsOf(db, environments)
    .where({ state: 'running' })
    .where('leased_until', '<', now)
    .where('attempts', '>=', MAX_JOB_ATTEMPTS)
    .update({ state: 'failed', error, leased_until: null, finished_at: now })
    .returning<{ id: number }[]>('id');
  return rows.map(({ id }) => id);
};

/** Jobs that ended before a time, the oldest first. */
export const findEndedBefore = async (
  db: Db,
  environments: readonly string[],
  time: Date
): Promise<number[]> =>
  jobsOf(db, environments)
    .where('finished_at', '<', time)
    .orderBy('id')
    .limit(BATCH)
    .pluck<number[]>('id');
