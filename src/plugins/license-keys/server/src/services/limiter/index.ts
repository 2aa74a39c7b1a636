import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';

import { networkOf } from '../../domain/address';
import { lockoutSeconds } from '../../domain/lockout';
import { settings } from '../settings';
import { counters, QUIET, WINDOW } from './counters';
import type { Counters } from './counters';

/** What a client may still ask; `resetSeconds` from now its count starts anew. */
export interface Budget {
  limit: number;
  remaining: number;
  resetSeconds: number;
  exceeded: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const toBudget = (limit: number, { consumedPoints, msBeforeNext }: RateLimiterRes): Budget => ({
  limit,
  remaining: Math.max(0, limit - consumedPoints),
  resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  exceeded: consumedPoints > limit,
});

/** Counts one more; rejects only where the store does. */
const count = async (counter: RateLimiterAbstract, id: string): Promise<RateLimiterRes> => {
  try {
    return await counter.consume(id);
  } catch (result) {
    if (result instanceof RateLimiterRes) {
      return result;
    }
    throw result;
  }
};

/** Rate limits by license key and by client, with lock-outs that grow for clients that go on guessing. */
export const limiter = ({ strapi }: { strapi: Core.Strapi }) => {
  const { perKey, unknownKey, maxLockoutMinutes } = settings({ strapi }).rateLimit;
  const { use, ...store } = counters({ strapi });

  const lockOut = async ({ unknown, lockouts }: Counters, client: string) => {
    const { consumedPoints: nth } = await lockouts.penalty(client);
    const seconds = lockoutSeconds(nth, maxLockoutMinutes);
    // Forgotten only once the client has been quiet for so long after it.
    await lockouts.set(client, nth, seconds + QUIET);
    return unknown.block(client, seconds);
  };

  const countGuess = async (all: Counters, client: string): Promise<RateLimiterRes> => {
    const result = await count(all.unknown, client);
    // Of all the requests on all instances, one alone is the first too many.
    return result.consumedPoints === unknownKey + 1 ? lockOut(all, client) : result;
  };

  return {
    /** Counts a request for a license key; null where there is no limit. */
    async takeForKey(environment: string, key: string): Promise<Budget | null> {
      const id = sha256(`${environment}\u0000${key}`);
      return perKey === 0 ? null : toBudget(perKey, await use(async (all) => count(all.key, id)));
    },

    /** Counts a request for a key that does not exist; the first too many locks the client out. */
    async takeForUnknown(address: string): Promise<Budget | null> {
      const client = networkOf(address);
      return unknownKey === 0
        ? null
        : toBudget(unknownKey, await use(async (all) => countGuess(all, client)));
    },

    /** What a client has left, without counting. */
    async peekUnknown(address: string): Promise<Budget | null> {
      if (unknownKey === 0) {
        return null;
      }
      const client = networkOf(address);
      const result = await use(async ({ unknown }) => unknown.get(client));
      const fresh = { limit: unknownKey, remaining: unknownKey, resetSeconds: WINDOW };
      return { ...(result ? toBudget(unknownKey, result) : fresh), exceeded: false };
    },

    close: async () => store.close(),
  };
};
