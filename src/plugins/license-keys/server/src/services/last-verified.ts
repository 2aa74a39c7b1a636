import type { Core } from '@strapi/strapi';

import type { Activation } from '../domain/types';
import { writeLastVerified } from '../store/activations';
import { transaction } from '../store/database';
import { faultOf } from '../store/faults';

/** A device's time is written at most once in this time, in milliseconds. */
const RESOLUTION = 60_000;
/** How long times are gathered before they are written together, in milliseconds. */
const FLUSH_AFTER = 5_000;
const BATCH = 500;

/** Remembers when devices were last verified and writes it in batches, so that reading stays reading. */
export const lastVerified = ({ strapi }: { strapi: Core.Strapi }) => {
  const pending = new Map<number, Date>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const verified = [...pending];
    pending.clear();
    for (let start = 0; start < verified.length; start += BATCH) {
      await transaction({ strapi }, (db) =>
        writeLastVerified(db, verified.slice(start, start + BATCH))
      );
    }
  };

  const flushOrComplain = async (): Promise<void> =>
    flush().catch((error: unknown) => {
      strapi.log.warn(`Times of last verification were not written: ${faultOf(error)}`);
    });

  const flushLater = () => {
    timer ??= setTimeout(() => void flushOrComplain(), FLUSH_AFTER).unref();
  };

  return {
    note({ id, lastVerifiedAt }: Activation, now: Date): void {
      if (!lastVerifiedAt || now.getTime() - lastVerifiedAt.getTime() >= RESOLUTION) {
        pending.set(id, now);
        flushLater();
      }
    },
    /** Writes what is pending, where a test wants to see it. */
    flush,
    /** Writes what is pending; a shutdown does not fail where the database is away. */
    stop: flushOrComplain,
  };
};

export type LastVerified = ReturnType<typeof lastVerified>;
