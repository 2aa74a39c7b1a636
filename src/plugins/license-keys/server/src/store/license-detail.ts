import type { ActivationItem, DeviceHistory, LicenseDetail, Paged } from '../../../shared/license';
import { DEFAULT_SORT } from '../../../shared/list';
import { TABLE } from '../uids';
import type { Db } from './database';
import { withDeactivators } from './deactivators';
import { readListPage } from './license-list';
import { offsetOf, paged, toCount } from './paging';
import type { Slice } from './paging';
import { toDate, toInstant, toJson, toValidity } from './rows';
import type { Instant, JsonColumn } from './rows';

interface DetailRow {
  environment: string;
  features: JsonColumn;
  metadata: JsonColumn;
  validity: JsonColumn;
  assigned_at: Instant | null;
  first_activated_at: Instant | null;
  updated_at: Instant;
  generator_document_id: string | null;
  generator_name: string | null;
}

const iso = (value: Instant | null): string | null => toDate(value)?.toISOString() ?? null;

/** All that the forms and the preview show of one license, where it is of one of these environments. */
export const readDetail = async (
  db: Db,
  documentId: string,
  environments: readonly string[]
): Promise<LicenseDetail | null> => {
  const row = await db(`${TABLE.license} as l`)
    .leftJoin(`${TABLE.generator} as g`, 'g.id', 'l.generator_id')
    .where('l.document_id', documentId)
    .whereIn('l.environment', environments)
    .first<DetailRow | undefined>(
      'l.environment',
      'l.features',
      'l.metadata',
      'l.validity',
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
    { environment: row.environment, documentIds: [documentId] },
    { sort: DEFAULT_SORT, page: 1, pageSize: 1 }
  );
  return item
    ? {
        ...item,
        generator: row.generator_document_id
          ? { documentId: row.generator_document_id, name: row.generator_name ?? '' }
          : null,
        validity: toValidity(row.validity),
        assignedAt: iso(row.assigned_at),
        firstActivatedAt: iso(row.first_activated_at),
        features: toJson(row.features),
        metadata: toJson(row.metadata),
        version: toInstant(row.updated_at).toISOString(),
      }
    : null;
};

export interface ActivationRow {
  id: number;
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

export const toActivationItem = (row: ActivationRow): ActivationItem => ({
  documentId: row.document_id,
  fingerprint: row.fingerprint,
  name: row.name,
  platform: row.platform,
  ip: row.ip,
  activatedAt: toInstant(row.activated_at).toISOString(),
  lastVerifiedAt: iso(row.last_verified_at),
  deactivatedAt: iso(row.deactivated_at),
  deactivatedBy: row.deactivated_by,
});

/** The devices of a license, those that hold a slot first, then the latest. */
export const readActivations = async (
  db: Db,
  license: { id: number; documentId: string },
  slice: Slice
): Promise<Paged<DeviceHistory>> => {
  const where = { license_id: license.id };
  const rows = await db(TABLE.activation)
    .where(where)
    .orderByRaw('deactivated_at IS NOT NULL, activated_at DESC, id DESC')
    .limit(slice.pageSize)
    .offset(offsetOf(slice))
    .select<ActivationRow[]>('*');
  const total = toCount(await db(TABLE.activation).where(where).count('* as total'));
  const data = await withDeactivators(db, rows.map(toActivationItem), () => license.documentId);
  return paged(data, total, slice);
};

export const readActivationItem = async (
  db: Db,
  documentId: string
): Promise<ActivationItem | null> => {
  const row = await db(TABLE.activation)
    .where({ document_id: documentId })
    .first<ActivationRow | undefined>();
  return row ? toActivationItem(row) : null;
};
