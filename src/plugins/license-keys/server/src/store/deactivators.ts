import type { ActivationItem, DeviceHistory } from '../../../shared/license';
import type { AuditEntry } from '../domain/audit';
import { TABLE } from '../uids';
import { toEntry } from './audit';
import type { AuditRow } from './audit';
import type { Db } from './database';

/** A revocation ends all devices of its license; any other entry names the one that it ends. */
const hasEnded = ({ action, changes }: AuditEntry, { documentId }: ActivationItem): boolean =>
  action === 'revoke' ||
  (changes.activation?.before as { id?: unknown } | null | undefined)?.id === documentId;

/** Adds who ended the devices. Asks the audit trail once for all: its entries are as old as the end of a device. */
export const withDeactivators = async <Item extends ActivationItem>(
  db: Db,
  items: readonly Item[],
  licenseOf: (item: Item) => string
): Promise<(Item & DeviceHistory)[]> => {
  const ended = items.filter(({ deactivatedAt }) => deactivatedAt !== null);
  const rows =
    ended.length === 0
      ? []
      : await db(TABLE.auditEntry)
          .whereIn('license_id', [...new Set(ended.map(licenseOf))])
          .whereIn(
            'occurred_at',
            ended.map(({ deactivatedAt }) => new Date(deactivatedAt ?? 0))
          )
          .whereIn('action', ['deactivate', 'revoke'])
          .select<AuditRow[]>('*');
  const entries = rows.map(toEntry);
  const nameOf = (item: Item): string | null =>
    entries.find(
      (entry) =>
        entry.licenseId === licenseOf(item) &&
        entry.occurredAt.toISOString() === item.deactivatedAt &&
        hasEnded(entry, item)
    )?.actorName ?? null;
  return items.map((item) => ({ ...item, deactivatorName: nameOf(item) }));
};
