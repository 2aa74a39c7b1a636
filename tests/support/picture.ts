import type { Core } from '@strapi/strapi';

import { auditOf, devicesOf } from './rows';
import { instantOf, readLicense } from './tables';

/** What a test of a license looks at: the row, its devices and what its audit trail tells. */
export const pictureOf = async (strapi: Core.Strapi, { documentId }: { documentId: string }) => {
  const row = await readLicense(strapi, documentId);
  const devices = await devicesOf(strapi, documentId);
  const trail = await auditOf(strapi, documentId);
  return {
    state: row?.state,
    customer: row?.customer_id,
    activationLimit: row?.activation_limit,
    expiresAt: instantOf(row?.expires_at),
    assignedAt: instantOf(row?.assigned_at),
    firstActivatedAt: instantOf(row?.first_activated_at),
    devices: devices.map(({ fingerprint, deactivatedAt, deactivatedBy }) => ({
      fingerprint,
      isActive: deactivatedAt === null,
      deactivatedBy,
    })),
    trail: trail.map(({ action, from, to, actorType }) => ({ action, from, to, actorType })),
  };
};

export type Picture = Awaited<ReturnType<typeof pictureOf>>;

/** The devices of a picture, after all that were active have been ended. */
export const ended = (devices: Picture['devices'], deactivatedBy: string): Picture['devices'] =>
  devices.map((device) =>
    device.isActive ? { ...device, isActive: false, deactivatedBy } : device
  );
