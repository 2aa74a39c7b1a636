import type { Core } from '@strapi/strapi';

import type { BulkAction } from '../../../shared/bulk';
import { LicenseError } from '../errors';
import { licenses } from '../services/licenses';
import { transaction } from '../store/database';
import { readPending, settleItem } from '../store/jobs';
import type { Job, Outcome } from '../store/jobs';
import { findState } from '../store/licenses';

const BATCH = 50;

export interface BulkPayload {
  action: BulkAction;
  customer: string | null;
  reason: string | null;
}

interface Result {
  outcome: Outcome;
  code?: string;
  message?: string;
}

const refusal = (error: LicenseError): Result => ({
  outcome: 'refused',
  code: String((error.details as { code?: unknown }).code),
  message: error.message,
});

/**
 * Carries a bulk action out, license by license. Each change is committed together with the item that tells
 * of it, so that a runner that takes over goes on behind the last one.
 */
export const runBulk = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: () => Promise<boolean>
): Promise<void> => {
  const { action, customer, reason } = job.payload as unknown as BulkPayload;
  const useCases = licenses({ strapi });

  const carryOut = async (documentId: string): Promise<void> => {
    const command = { documentId, actor: job.actor, reason: reason ?? undefined };
    if (action === 'assign') {
      await useCases.assign({ ...command, customer: customer ?? '' });
    } else {
      await useCases[action](command);
    }
  };

  const settle = async (item: { id: number; licenseId: string }): Promise<void> => {
    try {
      await transaction({ strapi }, async (db) => {
        const before = await findState(db, item.licenseId);
        await carryOut(item.licenseId);
        const after = await findState(db, item.licenseId);
        await settleItem(db, item.id, { outcome: before === after ? 'unchanged' : 'succeeded' });
      });
    } catch (error) {
      if (!(error instanceof LicenseError)) {
        throw error;
      }
      await transaction({ strapi }, async (db) => settleItem(db, item.id, refusal(error)));
    }
  };

  for (;;) {
    const items = await transaction({ strapi }, async (db) => readPending(db, job.id, BATCH));
    if (items.length === 0 || !(await keepOn())) {
      return;
    }
    for (const item of items) {
      await settle(item);
    }
  }
};
