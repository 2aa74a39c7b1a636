import type { Core } from '@strapi/strapi';

import { auditRecord } from '../domain/audit';
import { deactivationOf } from '../domain/devices';
import type { Actor } from '../domain/types';
import { answerRefused } from '../errors';
import { endActivations, readActivation } from '../store/activations';
import { appendAudit } from '../store/audit';
import { transaction } from '../store/database';
import { lockLicense } from '../store/licenses';

/** What staff do to single devices. */
export const devices = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Frees the slot of a device (documentId of its activation); nothing happens to one that has none. */
  async deactivate({
    documentId,
    actor,
    reason,
  }: {
    documentId: string;
    actor: Actor;
    reason?: string | undefined;
  }): Promise<void> {
    await transaction({ strapi }, async (db) => {
      const before = await readActivation(db, documentId);
      const locked = before && (await lockLicense(db, { id: before.licenseId }));
      // Read again under the lock: somebody else may have ended it in between.
      const found = locked && (await readActivation(db, documentId));
      if (!found) {
        throw answerRefused('ACTIVATION_NOT_FOUND');
      }
      const { activation } = found;
      if (activation.deactivatedAt) {
        return;
      }
      const now = new Date();
      await endActivations(db, { id: activation.id }, 'admin', now);
      const step = deactivationOf(locked.license, activation);
      await appendAudit(db, [auditRecord(locked.license, step, actor, now, reason)]);
    });
  },
});
