import type { Core } from '@strapi/strapi';
import { Logger, run as runWorker } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';

import type { Engine } from './engine';

const TASK = 'license-keys:job';
const SCHEMA = 'license_keys_worker';
/** Jobs at a time on one instance; a job takes one connection of the application's own pool. */
const CONCURRENCY = 2;

/** Hands jobs to whichever instance is free, by graphile-worker on the same PostgreSQL. */
export const postgresEngine = ({ strapi }: { strapi: Core.Strapi }): Engine => {
  let runner: Runner | undefined;
  let pool: Pool | undefined;
  const complain = (error: Error): void => {
    strapi.log.warn(`The job engine lost a connection: ${error.message}`);
  };

  return {
    async start(handler) {
      const { connection } = strapi.db.config.connection as { connection: PoolConfig };
      pool = new Pool({ ...connection, max: CONCURRENCY + 1 });
      // Without listeners, a connection that breaks would end the process.
      pool.on('error', complain);
      pool.on('connect', (client) => client.on('error', complain));
      runner = await runWorker({
        pgPool: pool,
        schema: SCHEMA,
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        logger: new Logger(() => (level: string, message) => {
          if (level === 'error' || level === 'warning') {
            strapi.log.warn(`Job engine: ${message}`);
          }
        }),
        taskList: {
          [TASK]: async (payload) => {
            await handler((payload as { jobId: number }).jobId);
          },
        },
      });
    },
    async wake(jobId) {
      await runner?.addJob(TASK, { jobId }, { jobKey: `${TASK}:${String(jobId)}`, maxAttempts: 1 });
    },
    async stop() {
      await runner?.stop();
      await pool?.end();
    },
  };
};
