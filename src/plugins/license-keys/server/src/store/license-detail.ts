import type { ActivationItem, AuditItem, LicenseDetail, Paged } from '../../../shared/license';
import { DEFAULT_SORT } from '../../../shared/list';
import { TABLE } from '../uids';
import type { Db } from './database';
import { readListPage } from './license-list';
import { toDate, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

interface DetailRow {
  environment: string;
  features: JsonColumn;
  metadata: JsonColumn;
  assigned_at: Instant | null;
  first_activated_at: Instant | null;
  updated_at: Instant;
  generator_document_id: string | null;
  generator_name: string | null;
}

const iso = (value: Instant | null): string | null => toDate(value)?.toISOString() ?? null;

/** All that the forms and the preview show of one license. */
export const readDetail = async (db: Db, documentId: string): Promise<LicenseDetail | null> => {
  const row = await db(`${TABLE.license} as l`)
    .leftJoin(`${TABLE.generator} as g`, 'g.id', 'l.generator_id')
    .where('l.document_id', documentId)
    .first<DetailRow | undefined>(
      'l.environment',
      'l.features',
      'l.metadata',
      'l.assigned_at',
      'l.first_activated_at',
      'l.updated_at',
      'g.document_id as generator_document_id',
      'g.name as generator_name'
    );
  if (!row) {
    return null;
  }
  const [item] = await readListPage(
    db,
    { environment: row.environment, documentId },
    { sort: DEFAULT_SORT, page: 1, pageSize: 1 }
  );
  return item
    ? {
        ...item,
        generator: row.generator_document_id
          ? { documentId: row.generator_document_id, name: row.generator_name ?? '' }
          : null,
        assignedAt: iso(row.assigned_at),
        firstActivatedAt: iso(row.first_activated_at),
        features: toJson(row.features),
        metadata: toJson(row.metadata),
        version: toInstant(row.updated_at).toISOString(),
      }
    : null;
};

interface Slice {
  page: number;
  pageSize: number;
}

const paged = <T>(data: T[], total: number, { page, pageSize }: Slice): Paged<T> => ({
  data,
  meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
});

const countOf = async (db: Db, table: string, where: object): Promise<number> => {
  const [row] = await db(table).where(where).count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
};

interface ActivationRow {
  document_id: string;
  fingerprint: string;
  name: string | null;
  platform: string | null;
  ip: string | null;
  activated_at: Instant;
  last_verified_at: Instant | null;
  deactivated_at: Instant | null;
  deactivated_by: ActivationItem['deactivatedBy'];
}

/** The devices of a license, those that hold a slot first, then the latest. */
export const readActivations = async (
  db: Db,
  licenseId: number,
  slice: Slice
): Promise<Paged<ActivationItem>> => {
  const where = { license_id: licenseId };
  const rows = await db(TABLE.activation)
    .where(where)
    .orderByRaw('deactivated_at IS NOT NULL, activated_at DESC, id DESC')
    .limit(slice.pageSize)
    .offset((slice.page - 1) * slice.pageSize)
    .select<ActivationRow[]>('*');
  const data = rows.map((row) => ({
    documentId: row.document_id,
    fingerprint: row.fingerprint,
    name: row.name,
    platform: row.platform,
    ip: row.ip,
    activatedAt: toInstant(row.activated_at).toISOString(),
    lastVerifiedAt: iso(row.last_verified_at),
    deactivatedAt: iso(row.deactivated_at),
    deactivatedBy: row.deactivated_by,
  }));
  return paged(data, await countOf(db, TABLE.activation, where), slice);
};

interface AuditRow {
  id: number;
  action: AuditItem['action'];
  actor_type: string;
  actor_name: string | null;
  from: AuditItem['from'];
  to: AuditItem['to'];
  changes: JsonColumn;
  ip: string | null;
  occurred_at: Instant;
}

export const toAuditItem = (row: AuditRow): AuditItem => ({
  id: row.id,
  action: row.action,
  actorType: row.actor_type,
  actorName: row.actor_name,
  from: row.from,
  to: row.to,
  changes: toJson(row.changes) as unknown as AuditItem['changes'],
  ip: row.ip,
  occurredAt: toInstant(row.occurred_at).toISOString(),
});

/** What happened to a license, the latest first. */
export const readTimeline = async (
  db: Db,
  documentId: string,
  slice: Slice
): Promise<Paged<AuditItem>> => {
  const where = { license_id: documentId };
  const rows = await db(TABLE.auditEntry)
    .where(where)
    .orderBy('id', 'desc')
    .limit(slice.pageSize)
    .offset((slice.page - 1) * slice.pageSize)
    .select<AuditRow[]>('*');
  return paged(rows.map(toAuditItem), await countOf(db, TABLE.auditEntry, where), slice);
};
