import type { Core } from '@strapi/strapi';

import { auditRecord } from '../domain/audit';
import { deactivationOf } from '../domain/devices';
import type { Actor } from '../domain/types';
import type { DeviceDryRun } from '../../../shared/devices';
import { answerRefused } from '../errors';
import { deactivatorOf, endActivations, readActivation } from '../store/activations';
import { appendAudit } from '../store/audit';
import { connection, transaction } from '../store/database';
import { readDeviceItems, readSelectedDevices } from '../store/device-list';
import type { DeviceFilter } from '../store/device-list';
import { lockLicense } from '../store/licenses';
import type { Jobs } from './jobs';
import { expectTried, fingerprintOf } from './selection';
import { settings } from './settings';

/** What staff do to devices. */
export const devices = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Frees the slot of a device (documentId of its activation). Returns whether it did: nothing happens to one
   * that has none.
   */
  async deactivate({
    documentId,
    environment,
    actor,
    reason,
  }: {
    documentId: string;
    /** Only a device of a license of this environment. */
    environment?: string | undefined;
    actor: Actor;
    reason?: string | undefined;
  }): Promise<boolean> {
    const { isEnvironment } = settings({ strapi });
    return transaction({ strapi }, async (db) => {
      const before = await readActivation(db, documentId);
      const locked = before && (await lockLicense(db, { id: before.licenseId }));
      // Read again under the lock: somebody else may have ended it in between.
      const found = locked && (await readActivation(db, documentId));
      const home = locked?.license.environment ?? '';
      if (!found || !isEnvironment(home) || (environment ?? home) !== home) {
        throw answerRefused('ACTIVATION_NOT_FOUND');
      }
      const { activation } = found;
      if (activation.deactivatedAt) {
        return false;
      }
      const now = new Date();
      await endActivations(db, { id: activation.id }, deactivatorOf(actor), now);
      const step = deactivationOf(locked.license, activation);
      await appendAudit(db, [auditRecord(locked.license, step, actor, now, reason)]);
      return true;
    });
  },

  /** Says how many devices would lose their slot; writes nothing. */
  async dryRun(selection: DeviceFilter): Promise<DeviceDryRun['data']> {
    const devices = await readSelectedDevices(connection({ strapi }), selection);
    const unchanged = devices.filter(({ isEnded }) => isEnded).length;
    return {
      total: devices.length,
      legal: devices.length - unchanged,
      unchanged,
      fingerprint: fingerprintOf(devices.map(({ documentId }) => documentId)),
    };
  },

  /** Starts the job that deactivates them, if they are those that were tried. Returns its id. */
  async start(
    selection: DeviceFilter,
    fingerprint: string,
    reason: string | null,
    actor: Actor
  ): Promise<number> {
    const items = await readDeviceItems(connection({ strapi }), selection);
    expectTried(
      items.map(({ targetId }) => targetId),
      fingerprint
    );
    return strapi.plugin('license-keys').service<Jobs>('jobs').enqueueItems(
      {
        type: 'devices',
        environment: selection.environment,
        payload: { reason },
        actor,
        now: new Date(),
      },
      items
    );
  },
});
