import { createHash } from 'node:crypto';
import { once } from 'node:events';

import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { IRateLimiterOptions, RateLimiterAbstract } from 'rate-limiter-flexible';

import { connection, isPostgres } from '../store/database';
import { TABLE } from '../uids';
import { settings } from './settings';

/** Seconds that a limit counts over. */
const WINDOW = 60;
/** Milliseconds between two lines in the log about a store that is down. */
const COMPLAIN_EVERY = 60_000;
/** Milliseconds that a request waits for Redis. */
const PATIENCE = 1_000;

/** What a client may still ask; `resetSeconds` from now its count starts anew. */
export interface Budget {
  limit: number;
  remaining: number;
  resetSeconds: number;
  exceeded: boolean;
}

interface Limit {
  points: number;
  /** There once the store can count: a first request that did not wait would not count for the others. */
  shared: Promise<RateLimiterAbstract>;
  /** Counts on this instance alone while the shared store is down. */
  local: RateLimiterAbstract;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Rate limits by license key and by client, in memory, in Redis or in PostgreSQL. */
export const limiter = ({ strapi }: { strapi: Core.Strapi }) => {
  const { perKey, unknownKey, redisUrl, ...config } = settings({ strapi }).rateLimit;
  const store = config.store ?? (redisUrl ? 'redis' : 'memory');
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
    const shared = new RateLimiterRedis({ ...options, storeClient: redis });
    if (redis.status !== 'ready') {
      await once(redis, 'ready', { signal: AbortSignal.timeout(PATIENCE) }).catch(complain);
    }
    return shared;
  };

  /** Rejects where its table cannot be created. */
  const inPostgres = async (options: IRateLimiterOptions) =>
    new Promise<RateLimiterAbstract>((resolve, reject) => {
      const shared = new RateLimiterPostgres(
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
            resolve(shared);
          }
        }
      );
    });

  const inStore = async (options: IRateLimiterOptions, local: RateLimiterAbstract) => {
    if (store === 'redis' && redisUrl) {
      return inRedis(redisUrl, options);
    }
    return store === 'database' && isPostgres(connection({ strapi })) ? inPostgres(options) : local;
  };

  const create = (name: string, points: number): Limit => {
    const options = { keyPrefix: `license-keys:${name}`, points, duration: WINDOW };
    const local = new RateLimiterMemory(options);
    const shared = inStore(options, local);
    // The next request tries again.
    shared.catch(() => (limits = undefined));
    return { points, local, shared };
  };

  // Created at the first request: the database is not there yet when services are.
  let limits: { key: Limit; unknown: Limit } | undefined;
  const limitsOf = () =>
    (limits ??= { key: create('key', perKey), unknown: create('unknown', unknownKey) });

  const toBudget = (limit: Limit, result: RateLimiterRes, exceeded: boolean): Budget => ({
    limit: limit.points,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
    exceeded,
  });

  const consume = async (
    limit: Limit,
    counter: RateLimiterAbstract,
    id: string
  ): Promise<Budget> => {
    try {
      return toBudget(limit, await counter.consume(id), false);
    } catch (result) {
      if (result instanceof RateLimiterRes) {
        return toBudget(limit, result, true);
      }
      throw result;
    }
  };

  const take = async (limit: Limit, id: string): Promise<Budget> => {
    try {
      return await consume(limit, await limit.shared, id);
    } catch (error) {
      complain(error);
      return consume(limit, limit.local, id);
    }
  };

  return {
    /** Counts a request for a license key; null where there is no limit. */
    takeForKey: async (environment: string, key: string): Promise<Budget | null> =>
      perKey === 0 ? null : take(limitsOf().key, sha256(`${environment}\u0000${key}`)),

    /** Counts a request for a key that does not exist. */
    takeForUnknown: async (ip: string): Promise<Budget | null> =>
      unknownKey === 0 ? null : take(limitsOf().unknown, ip),

    /** What a client has left, without counting. */
    async peekUnknown(ip: string): Promise<Budget | null> {
      if (unknownKey === 0) {
        return null;
      }
      const { unknown } = limitsOf();
      const result = await unknown.shared
        .then((shared) => shared.get(ip))
        .catch((error: unknown) => {
          complain(error);
          return unknown.local.get(ip);
        });
      const fresh = { limit: unknownKey, remaining: unknownKey, resetSeconds: WINDOW };
      return { ...(result ? toBudget(unknown, result, false) : fresh), exceeded: false };
    },

    async close(): Promise<void> {
      await redis?.quit().catch(() => redis?.disconnect());
    },
  };
};
