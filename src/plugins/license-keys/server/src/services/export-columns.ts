import { isEnvironmentChain } from '../../../shared/audit';
import type { AuditItem } from '../../../shared/audit';
import type { LicenseListItem } from '../../../shared/list';
import type { Columns } from './export-file';

export const LICENSE_COLUMNS: Columns<LicenseListItem> = [
  ['key', ({ key }) => key],
  ['status', ({ state }) => state],
  ['product', ({ product }) => product.name],
  ['product_slug', ({ product }) => product.slug],
  ['customer_name', ({ customer }) => customer?.name ?? ''],
  ['customer_email', ({ customer }) => customer?.email ?? ''],
  ['activation_limit', ({ activationLimit }) => activationLimit],
  ['activations', ({ activationCount }) => activationCount],
  ['expires_at', ({ expiresAt }) => expiresAt ?? ''],
  ['created_at', ({ createdAt }) => createdAt],
  ['environment', ({ environment }) => environment],
  ['id', ({ documentId }) => documentId],
];

export const AUDIT_COLUMNS: Columns<AuditItem> = [
  ['occurred_at', ({ occurredAt }) => occurredAt],
  ['action', ({ action }) => action],
  ['key_prefix', ({ keyPrefix }) => keyPrefix],
  ['license', ({ licenseId }) => (isEnvironmentChain(licenseId) ? '' : licenseId)],
  ['actor_type', ({ actorType }) => actorType],
  ['actor_id', ({ actorId }) => actorId ?? ''],
  ['actor_name', ({ actorName }) => actorName ?? ''],
  ['from', ({ from }) => from ?? ''],
  ['to', ({ to }) => to ?? ''],
  ['changes', ({ changes }) => JSON.stringify(changes)],
  ['ip', ({ ip }) => ip ?? ''],
  ['request_id', ({ requestId }) => requestId ?? ''],
  ['environment', ({ environment }) => environment],
  ['hash', ({ hash }) => hash],
  ['previous_hash', ({ previousHash }) => previousHash ?? ''],
  ['id', ({ id }) => id],
];
