import type { Knex } from 'knex';

import type { Customer } from '../../../shared/catalog';
import type { ActivationItem } from '../../../shared/license';
import type { AuditEntry } from '../domain/audit';
import { TABLE } from '../uids';
import { toEntry } from './audit';
import type { AuditRow } from './audit';
import { CUSTOMER_TEXTS, toCustomer } from './customers';
import type { CustomerRow } from './customers';
import type { Db } from './database';
import { toActivationItem } from './license-detail';
import type { ActivationRow } from './license-detail';
import { anyContains } from './search';
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

/** Those of an environment: with a text, or with an e-mail address, whatever its case. */
export const walkCustomers = async (
  db: Db,
  {
    environment,
    search,
    email,
  }: { environment: string; search?: string | undefined; email?: string | undefined },
  place: Walk
): Promise<Piece<Customer>> => {
  const query = db(TABLE.customer).where({ environment });
  if (search) {
    query.where(anyContains(CUSTOMER_TEXTS, search));
  }
  if (email !== undefined) {
    query.whereRaw('lower(email) = lower(?)', [email]);
  }
  const { rows, next } = await walk(query, place);
  return { items: (rows as CustomerRow[]).map(toCustomer), next };
};
