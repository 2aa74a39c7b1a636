import { once } from 'node:events';

import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import type { IRateLimiterOptions, RateLimiterAbstract } from 'rate-limiter-flexible';

import { limitStoreOf } from '../../config';
import { connection, isPostgres } from '../../store/database';
import { alreadyExists } from '../../store/faults';
import { TABLE } from '../../uids';
import { settings } from '../settings';

/** Milliseconds between two lines in the log about a store that is down. */
const COMPLAIN_EVERY = 60_000;
/** Milliseconds that a request waits for Redis. */
const PATIENCE = 1_000;

/** Where requests are counted: in memory, in Redis or in PostgreSQL. */
export const counterStore = ({ strapi }: { strapi: Core.Strapi }) => {
  const { rateLimit } = settings({ strapi });
  const { redisUrl } = rateLimit;
  const store = limitStoreOf(rateLimit);
  let redis: Redis | undefined;
  let complained = 0;

  const complain = (error: unknown): void => {
    if (Date.now() - complained >= COMPLAIN_EVERY) {
      complained = Date.now();
      const kind = error instanceof Error ? error.message : 'unknown error';
      strapi.log.warn(`The store of the rate limits (${store}) is down, counting locally: ${kind}`);
    }
  };

  const connectRedis = (url: string): Redis => {
    const client = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: PATIENCE,
      commandTimeout: PATIENCE,
      // A shutdown does not wait for a Redis that is down.
      disconnectTimeout: 100,
    });
    client.on('error', complain);
    return client;
  };

  const inRedis = async (url: string, options: IRateLimiterOptions) => {
    redis ??= connectRedis(url);
    const counter = new RateLimiterRedis({ ...options, storeClient: redis });
    if (redis.status !== 'ready') {
      await once(redis, 'ready', { signal: AbortSignal.timeout(PATIENCE) }).catch(complain);
    }
    return counter;
  };

  const inPostgres = async (options: IRateLimiterOptions) => {
    const create = async () =>
      new Promise<RateLimiterAbstract>((resolve, reject) => {
        const counter = new RateLimiterPostgres(
          {
            ...options,
            storeClient: connection({ strapi }),
            storeType: 'knex',
            tableName: TABLE.rateLimit,
          },
          (error) => {
            if (error) {
              reject(error);
            } else {
              resolve(counter);
            }
          }
        );
      });
    // CREATE TABLE IF NOT EXISTS fails where another counter or instance creates the table at the same moment.
    return create().catch(async (error: unknown) => {
      if (!alreadyExists(error)) throw error;
      return create();
    });
  };

  return {
    /** Tells the log that the store is down: now and then, not for every request. */
    complain,

    /** A counter that all instances share, once the store can count; rejects where its table cannot be created. */
    async open(options: IRateLimiterOptions): Promise<RateLimiterAbstract> {
      if (store === 'redis' && redisUrl) {
        return inRedis(redisUrl, options);
      }
      return store === 'database' && isPostgres(connection({ strapi }))
        ? inPostgres(options)
        : new RateLimiterMemory(options);
    },

    async close(): Promise<void> {
      await redis?.quit().catch(() => redis?.disconnect());
    },
  };
};
