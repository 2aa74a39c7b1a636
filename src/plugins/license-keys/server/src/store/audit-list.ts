import type { Knex } from 'knex';

import type { ActorType, AuditActor, AuditItem } from '../../../shared/audit';
import type { Paged } from '../../../shared/license';
import { KEY_PREFIX_LENGTH, keyPrefix } from '../../../shared/limits';
import type { SortOrder } from '../../../shared/list';
import type { AuditAction } from '../../../shared/states';
import { defined } from '../domain/json';
import { TABLE } from '../uids';
import { toEntry } from './audit';
import type { AuditRow } from './audit';
import { readNames } from './audit-names';
import type { Db } from './database';
import { offsetOf, paged, toCount } from './paging';
import type { Slice } from './paging';
import { within } from './period';
import { contains, likePattern } from './search';
import type { Piece } from './walk-all';

export interface AuditFilter {
  environment: string;
  search?: string | undefined;
  /** documentId. */
  license?: string | undefined;
  actorType?: ActorType | undefined;
  actorId?: string | undefined;
  action?: AuditAction | undefined;
  /** At or after, and before. */
  occurredFrom?: Date | undefined;
  occurredTo?: Date | undefined;
}

const filtered = (db: Db, filter: AuditFilter): Knex.QueryBuilder => {
  const { search, occurredFrom, occurredTo } = filter;
  const query = db(`${TABLE.auditEntry} as e`).where(
    defined({
      'e.environment': filter.environment,
      'e.license_id': filter.license,
      'e.actor_type': filter.actorType,
      'e.actor_id': filter.actorId,
      'e.action': filter.action,
    })
  );
  within(query, 'e.occurred_at', { from: occurredFrom, to: occurredTo });
  if (search) {
    query.where((any) => {
      // Entries know no more of a key than its beginning.
      any
        .whereRaw(contains('e.key_prefix'), [likePattern(search.slice(0, KEY_PREFIX_LENGTH))])
        .orWhere('e.key_prefix', keyPrefix(search) || search)
        .orWhere('e.license_id', search)
        .orWhereRaw(contains('e.actor_name'), [likePattern(search)]);
    });
  }
  return query;
};

const ordered = (query: Knex.QueryBuilder, order: SortOrder): Knex.QueryBuilder =>
  query.orderBy([
    { column: 'e.occurred_at', order },
    { column: 'e.id', order },
  ]);

interface ItemRow extends AuditRow {
  license_row: number | null;
}

const readItems = async (db: Db, query: Knex.QueryBuilder): Promise<AuditItem[]> => {
  const rows = await query
    .leftJoin(`${TABLE.license} as l`, 'l.document_id', 'e.license_id')
    .select<ItemRow[]>('e.*', 'l.id as license_row');
  const items = rows.map((row) => ({
    id: row.id,
    ...toEntry(row),
    licenseExists: row.license_row !== null,
  }));
  const namesOf = await readNames(
    db,
    items.map(({ changes }) => changes)
  );
  return items.map((item) => ({
    ...item,
    occurredAt: item.occurredAt.toISOString(),
    names: namesOf(item.changes),
  }));
};

/** A page of the log. */
export const readAuditPage = async (
  db: Db,
  filter: AuditFilter,
  { order, ...slice }: Slice & { order: SortOrder }
): Promise<Paged<AuditItem>> => {
  const query = ordered(filtered(db, filter), order);
  const data = await readItems(db, query.limit(slice.pageSize).offset(offsetOf(slice)));
  return paged(data, toCount(await filtered(db, filter).count('* as total')), slice);
};

export const readAuditItem = async (db: Db, id: number): Promise<AuditItem | null> => {
  const [item] = await readItems(db, db(`${TABLE.auditEntry} as e`).where('e.id', id));
  return item ?? null;
};

/** What happened to a license, the latest first. */
export const readTimeline = async (
  db: Db,
  license: string,
  slice: Slice
): Promise<Paged<AuditItem>> => {
  const entries = () => db(`${TABLE.auditEntry} as e`).where('e.license_id', license);
  const query = entries().orderBy('e.id', 'desc');
  const data = await readItems(db, query.limit(slice.pageSize).offset(offsetOf(slice)));
  return paged(data, toCount(await entries().count('* as total')), slice);
};

/** How many entries match, and the id of the last one that was written. */
export const measureAudit = async (
  db: Db,
  filter: AuditFilter
): Promise<{ count: number; last: number }> => {
  const [row] = await filtered(db, filter).select<
    { total: number | string; last: number | null }[]
  >(db.raw('COUNT(*) AS total, MAX(e.id) AS last'));
  return { count: Number(row?.total ?? 0), last: row?.last ?? 0 };
};

/** Where a walk through the log stands. */
export interface AuditPlace {
  occurredAt: string;
  id: number;
}

/** The next entries behind a place; those that were written after `last` are not in it. */
export const walkAuditList = async (
  db: Db,
  filter: AuditFilter,
  {
    order,
    after,
    last,
    limit,
  }: { order: SortOrder; after: AuditPlace | null; last: number; limit: number }
): Promise<Piece<AuditItem, AuditPlace>> => {
  const query = ordered(filtered(db, filter), order).where('e.id', '<=', last).limit(limit);
  if (after) {
    query.whereRaw(`(e.occurred_at, e.id) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      new Date(after.occurredAt),
      after.id,
    ]);
  }
  const items = await readItems(db, query);
  const end = items.length === limit ? items.at(-1) : undefined;
  return { items, next: end ? { occurredAt: end.occurredAt, id: end.id } : null };
};

const ACTORS = 20;

/** The first of those who have done something in an environment, by what they were called last. */
export const readActors = async (
  db: Db,
  environment: string,
  {
    search,
    actorType,
    actorId,
  }: { search: string; actorType?: ActorType | undefined; actorId?: string | undefined }
): Promise<AuditActor[]> => {
  const latest = db(TABLE.auditEntry)
    .where(defined({ environment, actor_type: actorType, actor_id: actorId }))
    .groupBy('actor_type', 'actor_id')
    .max('id');
  const rows = await db(TABLE.auditEntry)
    .whereIn('id', latest)
    // Who has no name goes by the type.
    .whereRaw(contains('COALESCE(actor_name, actor_type)'), [likePattern(search)])
    .orderByRaw('actor_name IS NULL, lower(actor_name), id')
    .limit(ACTORS)
    .select<Pick<AuditRow, 'actor_type' | 'actor_id' | 'actor_name'>[]>(
      'actor_type',
      'actor_id',
      'actor_name'
    );
  return rows.map((row) => ({ type: row.actor_type, id: row.actor_id, name: row.actor_name }));
};
