import type { Core } from '@strapi/strapi';

interface DeviceRow {
  documentId: string;
  fingerprint: string;
  name: string | null;
  platform: string | null;
  ip: string | null;
  metadata: unknown;
  activatedAt: string | null;
  lastVerifiedAt: string | null;
  deactivatedAt: string | null;
  deactivatedBy: string | null;
}

interface AuditRow {
  action: string;
  keyPrefix: string;
  actorType: string;
  actorId: string | null;
  actorName: string | null;
  from: string | null;
  to: string | null;
  changes: unknown;
}

/** A license's activations, those that have ended too, in the order in which they were made. */
export const devicesOf = async (strapi: Core.Strapi, documentId: string): Promise<DeviceRow[]> =>
  (await strapi.db.query('plugin::license-keys.activation').findMany({
    where: { license: { documentId } },
    orderBy: { id: 'asc' },
  })) as DeviceRow[];

/** A license's audit entries, the oldest first. */
export const auditOf = async (strapi: Core.Strapi, licenseId: string): Promise<AuditRow[]> =>
  (await strapi.db.query('plugin::license-keys.audit-entry').findMany({
    where: { licenseId },
    orderBy: { id: 'asc' },
  })) as AuditRow[];
