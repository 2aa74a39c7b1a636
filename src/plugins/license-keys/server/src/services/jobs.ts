import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { stringify } from 'csv-stringify';

import type { JobItem } from '../../../shared/bulk';
import { runBulk } from '../jobs/bulk';
import type { Engine } from '../jobs/engine';
import { localEngine } from '../jobs/local-engine';
import { postgresEngine } from '../jobs/postgres-engine';
import { connection, isPostgres, transaction } from '../store/database';
import { faultOf } from '../store/faults';
import * as store from '../store/jobs';
import type { Job } from '../store/jobs';

/** How long a runner that says nothing keeps its job, in milliseconds. */
const LEASE = 30_000;
const MAX_ATTEMPTS = 5;
const RESULTS = 1000;
const LATEST = 50;

/** Says that the job is still at work; false where it has been cancelled or taken over: the handler then stops. */
export type KeepOn = () => Promise<boolean>;

type Handler = (context: { strapi: Core.Strapi }, job: Job, keepOn: KeepOn) => Promise<void>;

/** Handlers know nothing of engines, and may be run again at any point without doing anything twice. */
const HANDLERS: Record<string, Handler> = { bulk: runBulk };

/** Work that nobody waits for: kept in the database, resumed after a crash, on one instance at a time. */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  let engine: Engine | undefined;
  const leaseEnd = () => new Date(Date.now() + LEASE);
  const db = () => connection({ strapi });

  const attempt = async (job: Job): Promise<void> => {
    const handler = HANDLERS[job.type];
    if (!handler) {
      throw new Error(`There is no handler for jobs of type "${job.type}".`);
    }
    await handler({ strapi }, job, async () => store.keepLease(db(), job, leaseEnd()));
    await store.endJob(db(), job, { state: 'succeeded', now: new Date() });
  };

  const run = async (jobId: number): Promise<void> => {
    const job = await store.claimJob(db(), jobId, new Date(), leaseEnd());
    if (!job) {
      return;
    }
    try {
      await attempt(job);
    } catch (error) {
      // Its message may quote values; the log of the database has the rest.
      const fault = faultOf(error);
      const state = job.attempts < MAX_ATTEMPTS ? 'queued' : 'failed';
      strapi.log.error(`Job ${String(jobId)} failed at attempt ${String(job.attempts)}: ${fault}`);
      await store.endJob(db(), job, { state, error: fault, now: new Date() });
    }
  };

  return {
    async start(): Promise<void> {
      engine = isPostgres(db()) ? postgresEngine({ strapi }) : localEngine();
      await engine.start(run);
    },

    stop: async (): Promise<void> => engine?.stop(),

    /** Writes a job and wakes the engine once it is committed. */
    async enqueue(job: store.NewJob, items: readonly store.NewItem[]): Promise<number> {
      const id = await transaction({ strapi }, async (trx) => store.insertJob(trx, job, items));
      await engine?.wake(id);
      return id;
    },

    /** Wakes the engine for jobs that wait for another attempt or whose runner fell silent. */
    async wakeDue(): Promise<void> {
      for (const id of await store.findDueJobs(db(), new Date())) {
        await engine?.wake(id);
      }
    },

    find: async (id: number): Promise<JobItem | null> => store.readJob(db(), id),
    list: async (environment: string): Promise<JobItem[]> =>
      store.readJobs(db(), environment, LATEST),
    cancel: async (id: number): Promise<boolean> => store.cancelJob(db(), id, new Date()),

    /** Lets a failed or cancelled job go on where it stopped. */
    async retry(id: number): Promise<boolean> {
      const requeued = await store.requeueJob(db(), id);
      if (requeued) {
        await engine?.wake(id);
      }
      return requeued;
    },

    delete: async (id: number): Promise<boolean> =>
      transaction({ strapi }, async (trx) => store.deleteJob(trx, id)),

    /** What came of each license, as a stream of CSV. */
    results(id: number): Readable {
      const pages = async function* () {
        let after = 0;
        for (;;) {
          const page = await store.readItems(db(), id, after, RESULTS);
          yield* page;
          const last = page.at(-1);
          if (!last || page.length < RESULTS) {
            return;
          }
          after = last.id;
        }
      };
      return Readable.from(pages()).pipe(
        stringify({
          bom: true,
          header: true,
          columns: ['licenseId', 'keyPrefix', 'outcome', 'code', 'message'],
          escape_formulas: true,
        })
      );
    },
  };
};

export type Jobs = ReturnType<typeof jobs>;
