import type { LicenseListItem, ListSort, SortField } from '../../../shared/list';
import { isPostgres } from './database';
import type { Db } from './database';
import { filtered, ordered, selectItems, SORT_EXPRESSIONS, toItem } from './license-list';
import type { ListFilter, ListRow } from './license-list';
import { TABLE } from '../uids';
import type { Piece } from './walk-all';
import type { Walk } from './walks';

/** Where a walk through the list stands: behind the row that had this value and this id. */
export interface Place {
  /** What the list is sorted by, as text; null where the row had none. */
  value: string | null;
  id: number;
}

/** How the text of a place becomes a value of its sort again. */
const TYPES: Record<SortField, { postgres: string; sqlite: string }> = {
  key: { postgres: 'text', sqlite: 'text' },
  product: { postgres: 'text', sqlite: 'text' },
  customer: { postgres: 'text', sqlite: 'text' },
  state: { postgres: 'integer', sqlite: 'integer' },
  activationLimit: { postgres: 'integer', sqlite: 'integer' },
  expiresAt: { postgres: 'timestamp', sqlite: 'integer' },
  createdAt: { postgres: 'timestamp', sqlite: 'integer' },
};

/** The rows behind a place, in the order of `ordered`: nulls last where it ascends, first where it descends. */
const behind = (
  db: Db,
  { field, order }: ListSort,
  { value, id }: Place
): { sql: string; bindings: (string | number)[] } => {
  const by = SORT_EXPRESSIONS[field];
  const than = order === 'asc' ? '>' : '<';
  if (value === null) {
    const sql = order === 'asc' ? `${by} IS NULL AND l.id > ?` : `(${by} IS NOT NULL OR l.id < ?)`;
    return { sql, bindings: [id] };
  }
  const cast = `CAST(? AS ${TYPES[field][isPostgres(db) ? 'postgres' : 'sqlite']})`;
  const sql = `${by} ${than}= ${cast} AND (${by} ${than} ${cast} OR l.id ${than} ?)`;
  return {
    sql: order === 'asc' ? `(${by} IS NULL OR (${sql}))` : sql,
    bindings: [value, value, id],
  };
};

/**
 * The next rows of the list behind a place, and the place behind them; null at the end. Rows that come or go
 * meanwhile move no other: none is seen twice or left out.
 */
export const walkList = async (
  db: Db,
  filter: ListFilter,
  { sort, after, limit }: { sort: ListSort; after: Place | null; limit: number }
): Promise<Piece<LicenseListItem, Place>> => {
  const query = ordered(selectItems(db, filtered(db, filter)), sort)
    .select(db.raw(`CAST(${SORT_EXPRESSIONS[sort.field]} AS text) AS place`))
    // One more tells whether there is more.
    .limit(limit + 1);
  if (after) {
    const { sql, bindings } = behind(db, sort, after);
    query.whereRaw(sql, bindings);
  }
  const rows = (await query) as (ListRow & { place: string | null })[];
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    next: last && rows.length > limit ? { value: last.place, id: last.id } : null,
  };
};

/**
 * The next licenses of a job in the order of its items, behind an item. However many there are, a piece costs the
 * same: the database looks up nothing but them.
 */
export const walkJob = async (
  db: Db,
  { job, ...filter }: ListFilter & { job: number },
  { after, limit }: Walk
): Promise<Piece<LicenseListItem>> => {
  const rows = (await selectItems(db, filtered(db, filter))
    .join(`${TABLE.jobItem} as i`, 'i.license_id', 'l.document_id')
    .where({ 'i.job_id': job, 'i.outcome': 'succeeded' })
    .where('i.id', '>', after ?? 0)
    .orderBy('i.id')
    .select('i.id as place')
    .limit(limit + 1)) as (ListRow & { place: number })[];
  const page = rows.slice(0, limit);
  return {
    items: page.map(toItem),
    next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
};
