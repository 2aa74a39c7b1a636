import type { Knex } from 'knex';

import type { ActivationUse, LicenseListItem, ListSort, SortField } from '../../../shared/list';
import { KEY_HIDDEN_LENGTH, KEY_PREFIX_LENGTH, UNLIMITED } from '../../../shared/limits';
import { EDITABLE_STATES, STATES } from '../../../shared/states';
import type { State } from '../../../shared/states';
import { TABLE } from '../uids';
import type { Db } from './database';
import { within } from './period';
import { contains, likePattern } from './search';
import { toDate, toInstant } from './rows';
import type { Instant } from './rows';

export interface ListFilter {
  environment: string;
  search?: string | undefined;
  /** For who must not see keys: search finds them by their first characters or whole, not by parts. */
  hidesKeys?: true | undefined;
  /** documentId. */
  product?: string | undefined;
  state?: State | undefined;
  /** documentIds. */
  customer?: string | undefined;
  generator?: string | undefined;
  /** Created at or after, and before. */
  createdFrom?: Date | undefined;
  createdTo?: Date | undefined;
  /** Expiring at or after, and before; lifetime licenses never are. */
  expiresFrom?: Date | undefined;
  expiresTo?: Date | undefined;
  lifetime?: true | undefined;
  /** Neither expired nor revoked. */
  ongoing?: true | undefined;
  use?: ActivationUse | undefined;
  /** Those that a job has made, changed or exported. */
  job?: number | undefined;
  /** These licenses only. */
  documentIds?: readonly string[] | undefined;
}

export interface ListPage {
  sort: ListSort;
  page: number;
  pageSize: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Licenses that are going to expire within so many days; those that have ended already are not. */
export const expiringWithin = (
  days: number,
  now: Date
): Pick<ListFilter, 'expiresFrom' | 'expiresTo' | 'ongoing'> => ({
  expiresFrom: now,
  expiresTo: new Date(now.getTime() + days * DAY),
  ongoing: true,
});

/** What each sort orders by; also what the indexes are built on, so that the two cannot drift apart. */
export const stateRank = (column: string): string =>
  `CASE ${column} ${STATES.map((state, rank) => `WHEN '${state}' THEN ${String(rank)}`).join(' ')} END`;

/** Unlimited is the highest limit. */
export const limitRank = (column: string): string =>
  `CASE ${column} WHEN ${String(UNLIMITED)} THEN 2147483647 ELSE ${column} END`;

export const SORT_EXPRESSIONS: Record<SortField, string> = {
  key: 'l.key',
  product: 'lower(p.name)',
  customer: 'lower(c.name)',
  state: stateRank('l.state'),
  activationLimit: limitRank('l.activation_limit'),
  expiresAt: 'l.expires_at',
  createdAt: 'l.created_at',
};

const SEARCHED = ['c.email', 'c.name', 'p.name'] as const;

const SHOWN = `CASE
  WHEN length(l.key) >= ${String(KEY_PREFIX_LENGTH + KEY_HIDDEN_LENGTH)} THEN ${String(KEY_PREFIX_LENGTH)}
  WHEN length(l.key) > ${String(KEY_HIDDEN_LENGTH)} THEN length(l.key) - ${String(KEY_HIDDEN_LENGTH)}
  ELSE 0 END`;

/** As `keyPrefix` says. */
export const KEY_PREFIX = `substr(l.key, 1, ${SHOWN})`;

const USED = `(SELECT COUNT(*) FROM ${TABLE.activation} u WHERE u.license_id = l.id AND u.deactivated_at IS NULL)`;

const USES: Record<ActivationUse, string> = {
  unused: `${USED} = 0`,
  'in-use': `${USED} > 0`,
  full: `l.activation_limit <> ${String(UNLIMITED)} AND ${USED} >= l.activation_limit`,
};

const joined = (db: Db): Knex.QueryBuilder =>
  db(`${TABLE.license} as l`)
    .join(`${TABLE.product} as p`, 'p.id', 'l.product_id')
    .leftJoin(`${TABLE.customer} as c`, 'c.id', 'l.customer_id');

export const filtered = (db: Db, filter: ListFilter): Knex.QueryBuilder => {
  const query = joined(db).where('l.environment', filter.environment);
  if (filter.product) {
    query.where('p.document_id', filter.product);
  }
  if (filter.state) {
    query.where('l.state', filter.state);
  }
  if (filter.customer) {
    query.where('c.document_id', filter.customer);
  }
  if (filter.generator) {
    query.whereIn(
      'l.generator_id',
      db(TABLE.generator).where('document_id', filter.generator).select('id')
    );
  }
  within(query, 'l.created_at', { from: filter.createdFrom, to: filter.createdTo });
  within(query, 'l.expires_at', { from: filter.expiresFrom, to: filter.expiresTo });
  if (filter.lifetime) {
    query.whereNull('l.expires_at');
  }
  if (filter.ongoing) {
    query.whereIn('l.state', EDITABLE_STATES);
  }
  if (filter.job) {
    query.whereIn(
      'l.document_id',
      db(TABLE.jobItem).where({ job_id: filter.job, outcome: 'succeeded' }).select('license_id')
    );
  }
  if (filter.use) {
    query.whereRaw(USES[filter.use]);
  }
  if (filter.documentIds) {
    query.whereIn('l.document_id', filter.documentIds);
  }
  if (filter.search) {
    const { search, hidesKeys } = filter;
    const pattern = likePattern(search);
    query.where((any) => {
      any.whereRaw(contains(hidesKeys ? KEY_PREFIX : 'l.key'), [pattern]);
      if (hidesKeys) {
        any.orWhere('l.key', search);
      }
      for (const column of SEARCHED) {
        any.orWhereRaw(contains(column), [pattern]);
      }
    });
  }
  return query;
};

export interface CustomerColumns {
  customer_document_id: string | null;
  customer_name: string | null;
  customer_email: string | null;
}

export const toCustomer = (row: CustomerColumns): LicenseListItem['customer'] =>
  row.customer_document_id
    ? {
        documentId: row.customer_document_id,
        name: row.customer_name ?? '',
        email: row.customer_email ?? '',
      }
    : null;

export interface ListRow extends CustomerColumns {
  id: number;
  document_id: string;
  key: string;
  environment: string;
  state: State;
  activation_limit: number;
  activation_count: number | string;
  expires_at: Instant | null;
  created_at: Instant;
  product_document_id: string;
  product_name: string;
  product_slug: string;
  product_active: boolean | number;
}

export const toItem = (row: ListRow): LicenseListItem => ({
  documentId: row.document_id,
  key: row.key,
  environment: row.environment,
  state: row.state,
  product: {
    documentId: row.product_document_id,
    name: row.product_name,
    slug: row.product_slug,
    active: Boolean(row.product_active),
  },
  customer: toCustomer(row),
  activationLimit: row.activation_limit,
  activationCount: Number(row.activation_count),
  expiresAt: toDate(row.expires_at)?.toISOString() ?? null,
  createdAt: toInstant(row.created_at).toISOString(),
});

export const selectItems = (db: Db, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select(
    'l.id',
    'l.document_id',
    'l.key',
    'l.environment',
    'l.state',
    'l.activation_limit',
    'l.expires_at',
    'l.created_at',
    'p.document_id as product_document_id',
    'p.name as product_name',
    'p.slug as product_slug',
    'p.active as product_active',
    'c.document_id as customer_document_id',
    'c.name as customer_name',
    'c.email as customer_email',
    db(`${TABLE.activation} as a`)
      .count('*')
      .whereRaw('a.license_id = l.id')
      .whereNull('a.deactivated_at')
      .as('activation_count')
  );

/** Lifetime and unassigned licenses count as the last. */
export const ordered = (
  query: Knex.QueryBuilder,
  { field, order }: ListSort
): Knex.QueryBuilder => {
  const direction = order === 'asc' ? 'ASC NULLS LAST' : 'DESC NULLS FIRST';
  return query.orderByRaw(`${SORT_EXPRESSIONS[field]} ${direction}, l.id ${order}`);
};

/** One page of the list: a query for its rows. */
export const readListPage = async (
  db: Db,
  filter: ListFilter,
  { sort, page, pageSize }: ListPage
): Promise<LicenseListItem[]> => {
  const rows = (await ordered(selectItems(db, filtered(db, filter)), sort)
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as ListRow[];
  return rows.map(toItem);
};

/** The ids of all that match, in the order in which a job takes them. */
export const readSelectedIds = async (db: Db, filter: ListFilter): Promise<number[]> =>
  filtered(db, filter).orderBy('l.id').pluck<number[]>('l.id');

/** The items of these ids, in their order; those that are gone are left out. */
export const readListByIds = async (db: Db, ids: readonly number[]): Promise<LicenseListItem[]> => {
  const rows = (await selectItems(db, joined(db).whereIn('l.id', ids))) as ListRow[];
  const items = new Map(rows.map((row) => [row.id, toItem(row)]));
  return ids.flatMap((id) => items.get(id) ?? []);
};

export const countList = async (db: Db, filter: ListFilter): Promise<number> => {
  const [row] = await filtered(db, filter).count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
};
