import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { Logger, run as runWorker } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';

import type { Engine } from './engine';

type Run = Parameters<Engine['start']>[0];

const TASK = 'license-keys:job';
const SCHEMA = 'license_keys_worker';
/** In bytes: PostgreSQL cuts off the rest of a longer name. */
const MAX_NAME = 63;
/** Jobs at a time on one instance; a job takes one connection of the application's own pool. */
const CONCURRENCY = 2;
/**
 * The engine's own statements are short: one that is not answered in this time (milliseconds) never will be, and
 * its connection is replaced when it is this old (seconds).
 */
const PATIENCE = { query_timeout: 10_000, maxLifetimeSeconds: 300 };
/** How long after its end a runner is started again, in milliseconds. */
const PAUSE = 3_000;
/**
 * Without it, graphile-worker (0.17.3) waits for no job's completion, and one that fails, as the database is gone,
 * would end the process; with it, such a failure ends the runner.
 */
const TOLERANT = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/**
 * Where the engine keeps its tables. Installations that share a database have schemas of their own, and must not
 * do each other's jobs.
 */
export const workerSchemaOf = (schema: string): string => {
  const name = `${SCHEMA}_${schema}`;
  if (Buffer.byteLength(name) <= MAX_NAME) {
    return name;
  }
  const digest = createHash('sha256').update(schema).digest('hex');
  return `${SCHEMA}_${digest}`.slice(0, MAX_NAME);
};

/**
 * graphile-worker (0.17.3) gives its listening connection back twice when it is stopped while the database
 * hangs, and the pool throws at that where nobody can catch it.
 */
const releasingOnce = (pool: Pool): Pool => {
  const connect = pool.connect.bind(pool);
  const connectOnce = (callback?: Parameters<typeof connect>[0]) => {
    if (!callback) return connect();
    connect((error, client, release) => {
      let isReleased = false;
      callback(error, client, (fault) => {
        if (!isReleased) release(fault);
        isReleased = true;
      });
    });
    return undefined;
  };
  pool.connect = connectOnce as Pool['connect'];
  return pool;
};

/** Hands jobs to whichever instance is free, by graphile-worker on the same PostgreSQL. */
export const postgresEngine = ({ strapi }: { strapi: Core.Strapi }): Engine => {
  let runner: Runner | undefined;
  let pool: Pool | undefined;
  let timer: NodeJS.Timeout | undefined;
  const complain = (error: Error): void => {
    strapi.log.warn(`The job engine lost a connection: ${error.message}`);
  };

  const begin = async (connections: Pool, run: Run): Promise<void> => {
    const begun = await runWorker({
      pgPool: connections,
      preset: TOLERANT,
      schema: workerSchemaOf(strapi.db.getSchemaName() ?? 'public'),
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: new Logger(() => (level: string, message) => {
        if (level === 'error' || level === 'warning') {
          strapi.log.warn(`Job engine: ${message}`);
        }
      }),
      taskList: {
        [TASK]: async (payload) => {
          await run((payload as { jobId: number }).jobId);
        },
      },
    });
    if (!pool) {
      await begun.stop();
      return;
    }
    runner = begun;
    void begun.promise.catch(complain).then(() => {
      runner = undefined;
      beginAgain(connections, run);
    });
  };

  /** Unless it was told to stop. */
  const beginAgain = (connections: Pool, run: Run): void => {
    if (!pool) {
      return;
    }
    timer = setTimeout(() => {
      begin(connections, run).catch((error: unknown) => {
        complain(error as Error);
        beginAgain(connections, run);
      });
    }, PAUSE).unref();
  };

  return {
    async start(run) {
      const { connection } = strapi.db.config.connection as { connection: PoolConfig };
      // knex has hidden the password from whatever copies the object.
      const { password } = connection;
      pool = new Pool({ ...connection, password, ...PATIENCE, max: CONCURRENCY + 1 });
      // Without listeners, a connection that breaks would end the process.
      pool.on('error', complain);
      pool.on('connect', (client) => client.on('error', complain));
      await begin(releasingOnce(pool), run);
    },
    async wake(jobId) {
      await runner?.addJob(TASK, { jobId }, { jobKey: `${TASK}:${String(jobId)}`, maxAttempts: 1 });
    },
    async stop() {
      const [running, connections] = [runner, pool];
      [runner, pool] = [undefined, undefined];
      clearTimeout(timer);
      // It may be at its end by itself.
      await running?.stop().catch(complain);
      await connections?.end();
    },
  };
};
