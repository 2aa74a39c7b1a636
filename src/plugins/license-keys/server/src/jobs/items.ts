import type { Core } from '@strapi/strapi';

import { codeOf, LicenseError } from '../errors';
import { transaction } from '../store/database';
import type { Db } from '../store/database';
import { readPending, settleItem } from '../store/job-items';
import type { PendingItem, Settlement } from '../store/job-items';
import { countDone } from '../store/jobs';
import type { Job } from '../store/jobs';
import { nextTurn } from '../store/next-turn';
import type { KeepOn } from './handlers';

const BATCH = 50;

const refusal = (error: LicenseError): Settlement => ({
  outcome: 'refused',
  code: codeOf(error),
  message: error.message,
});

/**
 * Carries a job out item by item. What `carryOut` changes is committed together with the item that tells of
 * it, so that a runner that takes over goes on behind the last one. `carryOut` returns whether it did anything: an
 * item that it did nothing for is `unchanged`.
 */
export const runItems = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn,
  carryOut: (item: PendingItem, db: Db) => Promise<boolean>
): Promise<void> => {
  const settle = async (db: Db, { id }: PendingItem, settlement: Settlement): Promise<void> => {
    await settleItem(db, id, settlement);
    await countDone(db, job, { [settlement.outcome]: 1 });
  };

  const run = async (item: PendingItem): Promise<void> => {
    try {
      await transaction({ strapi }, async (db) => {
        const isDone = await carryOut(item, db);
        await settle(db, item, { outcome: isDone ? 'succeeded' : 'unchanged' });
      });
    } catch (error) {
      if (!(error instanceof LicenseError)) {
        throw error;
      }
      await transaction({ strapi }, async (db) => settle(db, item, refusal(error)));
    }
  };

  for (;;) {
    await nextTurn();
    const items = await transaction({ strapi }, async (db) => readPending(db, job.id, BATCH));
    if (items.length === 0 || !(await keepOn())) {
      return;
    }
    for (const item of items) {
      await run(item);
    }
  }
};
