import { AsyncResource } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { IRateLimiterOptions, RateLimiterAbstract } from 'rate-limiter-flexible';

import { settings } from '../settings';
import { counterStore } from './store';

/** Seconds that a limit counts over. */
export const WINDOW = 60;
/** Seconds after which a client's lock-outs are forgotten. */
export const QUIET = 24 * 60 * 60;

/** Requests by license key, guesses by client, and a client's lock-outs in a row. */
export type Counters = Record<'key' | 'unknown' | 'lockouts', RateLimiterAbstract>;

/**
 * A counter in memory sets a timer that forgets it, and a timer keeps what it was set in, a whole request, until
 * it fires: a day later for a lock-out. So none is set in a request.
 */
const outside = new AsyncResource('license-keys:counters');

/** The counters, in the store that the instances share and, while that is down, on this instance alone. */
export const counters = ({ strapi }: { strapi: Core.Strapi }) => {
  const { perKey, unknownKey } = settings({ strapi }).rateLimit;
  const store = counterStore({ strapi });
  const options: Record<keyof Counters, IRateLimiterOptions> = {
    key: { keyPrefix: 'license-keys:key', points: perKey, duration: WINDOW },
    unknown: { keyPrefix: 'license-keys:unknown', points: unknownKey, duration: WINDOW },
    lockouts: { keyPrefix: 'license-keys:lockouts', points: 0, duration: QUIET },
  };
  const local: Counters = {
    key: new RateLimiterMemory(options.key),
    unknown: new RateLimiterMemory(options.unknown),
    lockouts: new RateLimiterMemory(options.lockouts),
  };

  const open = async (): Promise<Counters> => {
    const [key, unknown, lockouts] = await Promise.all([
      store.open(options.key),
      store.open(options.unknown),
      store.open(options.lockouts),
    ]);
    return { key, unknown, lockouts };
  };

  // Opened at the first request: the database is not there yet when services are. A request waits for it, as
  // it would not count for the other instances otherwise.
  let opened: Promise<Counters> | undefined;
  const shared = async (): Promise<Counters> => {
    opened ??= open();
    return opened.catch((error: unknown) => {
      // The next request tries again.
      opened = undefined;
      throw error;
    });
  };

  return {
    /** Counts in the shared store, or else on this instance, and tells the log so. */
    use: async <Result>(count: (counters: Counters) => Promise<Result>): Promise<Result> =>
      outside.runInAsyncScope(async () => {
        try {
          return await count(await shared());
        } catch (error) {
          store.complain(error);
          return count(local);
        }
      }),

    close: async () => store.close(),
  };
};
