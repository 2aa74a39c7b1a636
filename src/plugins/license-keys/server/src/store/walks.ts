import type { Knex } from 'knex';

import type { ActivationItem } from '../../../shared/license';
import type { AuditEntry } from '../domain/audit';
import { TABLE } from '../uids';
import { toEntry } from './audit';
import type { AuditRow } from './audit';
import type { Db } from './database';
import { toActivationItem } from './license-detail';
import type { ActivationRow } from './license-detail';
import type { Piece } from './walk-all';

export interface Walk {
  /** The id behind which to go on; null from the first, or from the latest where the latest come first. */
  after: number | null;
  limit: number;
}

const walk = async (
  query: Knex.QueryBuilder,
  { after, limit }: Walk
): Promise<{ rows: unknown[]; next: number | null }> => {
  if (after !== null) {
    query.where('id', '<', after);
  }
  const rows = (await query
    .select('*')
    .orderBy('id', 'desc')
    .limit(limit + 1)) as { id: number }[];
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
};

/** The devices of a license, those that have ended too. */
export const walkActivations = async (
  db: Db,
  licenseId: number,
  place: Walk
): Promise<Piece<ActivationItem>> => {
  const { rows, next } = await walk(db(TABLE.activation).where({ license_id: licenseId }), place);
  return { items: (rows as ActivationRow[]).map(toActivationItem), next };
};

/** What happened in an environment, or to one license of it, which may be gone. */
export const walkAudit = async (
  db: Db,
  { environment, license }: { environment: string; license?: string | undefined },
  place: Walk
): Promise<Piece<AuditEntry & { id: number }>> => {
  const { rows, next } = await walk(
    db(TABLE.auditEntry).where({ environment, ...(license && { license_id: license }) }),
    place
  );
  const items = (rows as AuditRow[]).map((row) => ({ id: row.id, ...toEntry(row) }));
  return { items, next };
};
