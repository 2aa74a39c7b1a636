import type { Core } from '@strapi/strapi';

import type { BulkAction } from '../../../shared/bulk';
import { licenses } from '../services/licenses';
import type { Job } from '../store/jobs';
import { findState } from '../store/licenses';
import { runItems } from './items';
import type { KeepOn } from './handlers';

export interface BulkPayload {
  action: BulkAction;
  customer: string | null;
  reason: string | null;
}

/** Carries a bulk action out, license by license. */
export const runBulk = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn
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

  await runItems({ strapi }, job, keepOn, async ({ licenseId }, db) => {
    const before = await findState(db, licenseId);
    await carryOut(licenseId);
    return action === 'export' || before !== (await findState(db, licenseId));
  });
};
