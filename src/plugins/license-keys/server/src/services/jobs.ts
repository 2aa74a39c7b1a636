import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

import { MAX_JOB_ATTEMPTS } from '../../../shared/jobs';
import type {
  JobItem,
  JobOutcome,
  JobResultsAnswer,
  JobResultsQuery,
  JobState,
} from '../../../shared/jobs';
import type { Paged } from '../../../shared/license';
import { nextAttempt } from '../domain/backoff';
import type { Engine } from '../jobs/engine';
import { JOB_HANDLERS } from '../jobs/handlers';
import { localEngine } from '../jobs/local-engine';
import { postgresEngine } from '../jobs/postgres-engine';
import { codeOf, LicenseError, noJob } from '../errors';
import { connection, isPostgres, transaction } from '../store/database';
import type { Db } from '../store/database';
import { faultOf } from '../store/faults';
import { insertItems, readResults } from '../store/job-items';
import type { NewItem } from '../store/job-items';
import { readJob, readJobs } from '../store/job-list';
import type { JobFilter, JobPage } from '../store/job-list';
import { claimJob, failAbandoned, findDueJobs, findEndedBefore } from '../store/job-queue';
import * as store from '../store/jobs';
import type { Job } from '../store/jobs';
import { walkAll } from '../store/walk-all';

import { toCsv } from './csv';
import { settings } from './settings';

/** How long a runner that says nothing keeps its job, in milliseconds. */
const LEASE = 30_000;
/** How often each instance looks for jobs that are due, in milliseconds. */
const ROUND = 5_000;
const RESULTS = 1000;
const DAY = 24 * 60 * 60 * 1000;

type ResultsQuery = { [Name in keyof JobResultsQuery]: JobResultsQuery[Name] | undefined };

/** Work that nobody waits for: kept in the database, resumed after a crash, on one instance at a time. */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  let engine: Engine | undefined;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const leaseEnd = () => new Date(Date.now() + LEASE);
  const db = () => connection({ strapi });
  const { environments, jobRetentionDays } = settings({ strapi });

  const attempt = async (job: Job): Promise<void> => {
    const end = { state: 'succeeded' as JobState };
    await JOB_HANDLERS[job.type]({ strapi }, job, async (trx) => {
      end.state = stopping ? 'queued' : 'succeeded';
      return !stopping && store.keepLease(trx ?? db(), job, leaseEnd());
    });
    await store.endJob(db(), job, { ...end, now: new Date() });
  };

  const fail = async (job: Job, error: unknown): Promise<void> => {
    // A rule will say the same the next time. Other messages may quote values; the log of the database has them.
    const isRefusal = error instanceof LicenseError;
    const fault = isRefusal ? error.message : faultOf(error);
    strapi.log.error(`Job ${String(job.id)} failed at attempt ${String(job.attempts)}: ${fault}`);
    const now = new Date();
    await store.endJob(db(), job, {
      ...(isRefusal || job.attempts >= MAX_JOB_ATTEMPTS
        ? { state: 'failed' }
        : { state: 'queued', dueAt: nextAttempt(job.attempts, now) }),
      error: fault,
      ...(isRefusal && { errorCode: codeOf(error) }),
      now,
    });
  };

  const take = async (jobId: number): Promise<void> => {
    const job = await claimJob(db(), environments, jobId, new Date(), leaseEnd());
    if (!job) {
      return;
    }
    try {
      await attempt(job);
    } catch (error) {
      if (!(error instanceof store.JobLost)) {
        await fail(job, error);
      }
    }
  };

  /** What could not even be written down is as if this process had died: the job's time runs out. */
  const run = async (jobId: number): Promise<void> =>
    take(jobId).catch((error: unknown) => {
      strapi.log.error(`Job ${String(jobId)} was not taken up or ended: ${faultOf(error)}`);
    });

  const wake = async (jobId: number): Promise<void> =>
    engine?.wake(jobId).catch((error: unknown) => {
      strapi.log.warn(`Job ${String(jobId)} waits for the next round: ${faultOf(error)}`);
    });

  /** Wakes the engine for jobs that are due: that wait for another attempt, or whose runner fell silent. */
  const wakeDue = async (): Promise<void> => {
    const last = `The process that ran it ended unexpectedly, at the last of ${String(MAX_JOB_ATTEMPTS)} attempts.`;
    for (const id of await failAbandoned(db(), environments, new Date(), last)) {
      strapi.log.error(`Job ${String(id)} has failed: ${last}`);
    }
    for (const id of await findDueJobs(db(), environments, new Date())) {
      await wake(id);
    }
  };

  const goRound = async (): Promise<void> => {
    await wakeDue().catch((error: unknown) => {
      strapi.log.warn(`Nobody knows which jobs are due: ${faultOf(error)}`);
    });
    if (!stopping) {
      timer = setTimeout(() => void goRound(), ROUND).unref();
    }
  };

  /**
   * Writes a job and wakes the engine once it is committed. `prepare` writes what the job needs in the same
   * transaction.
   */
  const enqueue = async (
    job: store.NewJob,
    prepare: (trx: Db, id: number) => Promise<void> = () => Promise.resolve()
  ): Promise<number> =>
    transaction({ strapi }, async (db, onCommit) => {
      const id = await store.insertJob(db, job);
      await prepare(db, id);
      onCommit(() => {
        void wake(id);
      });
      return id;
    });

  return {
    async start(): Promise<void> {
      engine = isPostgres(db()) ? postgresEngine({ strapi }) : localEngine();
      await engine.start(run);
      await goRound();
    },

    /** Hands jobs at work back, for another instance or for after a restart. */
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await engine?.stop();
    },

    enqueue,

    /** The same for a job whose items are known from the beginning. */
    enqueueItems: async (
      job: Omit<store.NewJob, 'total'>,
      items: readonly NewItem[]
    ): Promise<number> =>
      enqueue({ ...job, total: items.length }, async (trx, id) => insertItems(trx, id, items)),

    wakeDue,

    find: async (id: number): Promise<JobItem | null> => readJob(db(), id, new Date()),
    list: async (filter: JobFilter, page: JobPage): Promise<Paged<JobItem>> =>
      readJobs(db(), filter, page, new Date()),
    cancel: async (id: number): Promise<boolean> => store.cancelJob(db(), id, new Date()),

    /** Lets a failed or cancelled job go on where it stopped. */
    async retry(id: number): Promise<boolean> {
      const requeued = await store.requeueJob(db(), id);
      if (requeued) {
        await wake(id);
      }
      return requeued;
    },

    delete: async (id: number): Promise<boolean> =>
      transaction({ strapi }, async (trx) => store.deleteJob(trx, id)),

    /** Forgets jobs that ended long ago, and what came of their items. */
    async sweep(): Promise<void> {
      if (jobRetentionDays === 0) {
        return;
      }
      const before = new Date(Date.now() - jobRetentionDays * DAY);
      for (const id of await findEndedBefore(db(), environments, before)) {
        await transaction({ strapi }, async (trx) => store.deleteJob(trx, id));
      }
    },

    /** What came of each item, after an id. */
    async results(
      id: number,
      { after = 0, pageSize = RESULTS, outcome }: ResultsQuery
    ): Promise<JobResultsAnswer> {
      const data = await readResults(db(), id, { after, limit: pageSize, outcome });
      const next = data.length < pageSize ? null : (data.at(-1)?.id ?? null);
      return { data, meta: { next } };
    },

    /** All of it, or all of one outcome, as a stream of CSV. */
    resultsFile(id: number, outcome?: JobOutcome): Readable {
      const all = async function* () {
        yield* walkAll(async (after: number | null) => {
          const items = await readResults(db(), id, { after: after ?? 0, limit: RESULTS, outcome });
          return { items, next: items.length < RESULTS ? null : (items.at(-1)?.id ?? null) };
        });
        // A job that is deleted takes its results along: what was read by then is not the whole.
        if (!(await readJob(db(), id, new Date()))) {
          throw noJob();
        }
      };
      return toCsv(all(), [
        'line',
        'licenseId',
        'keyPrefix',
        'outcome',
        'code',
        'field',
        'message',
        'deviceId',
        'device',
      ]);
    },
  };
};

export type Jobs = ReturnType<typeof jobs>;
