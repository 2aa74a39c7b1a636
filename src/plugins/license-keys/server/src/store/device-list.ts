import type { Knex } from 'knex';

import type {
  DeviceItem,
  DeviceSort,
  DeviceSortField,
  DeviceStatus,
} from '../../../shared/devices';
import type { Paged } from '../../../shared/license';
import { TABLE } from '../uids';
import { deviceName, deviceStatusRank, seenAt } from './activations';
import { isPostgres } from './database';
import type { Db } from './database';
import { withDeactivators } from './deactivators';
import type { NewItem } from './job-items';
import { toActivationItem } from './license-detail';
import type { ActivationRow } from './license-detail';
import { KEY_PREFIX, toCustomer } from './license-list';
import type { CustomerColumns } from './license-list';
import { offsetOf, paged, toCount } from './paging';
import type { Slice } from './paging';
import { within } from './period';
import type { Instant } from './rows';
import { contains, likePattern } from './search';

export interface DeviceFilter {
  environment: string;
  search?: string | undefined;
  /** documentIds. */
  license?: string | undefined;
  product?: string | undefined;
  customer?: string | undefined;
  status?: DeviceStatus | undefined;
  /** Activated at or after, and before. */
  activatedFrom?: Date | undefined;
  activatedTo?: Date | undefined;
  /** Last verified at or after, and before; those that were never verified are not found. */
  verifiedFrom?: Date | undefined;
  verifiedTo?: Date | undefined;
  /** Those that hold a slot and were not seen since. */
  idleSince?: Date | undefined;
  /** These activations only. */
  documentIds?: readonly string[] | undefined;
}

export interface DevicePage extends Slice {
  sort: DeviceSort;
}

interface DeviceRow extends ActivationRow, CustomerColumns {
  license_document_id: string;
  key_prefix: string;
  product_document_id: string;
  product_name: string;
}

const SORT_EXPRESSIONS: Record<DeviceSortField, string> = {
  device: deviceName('a.'),
  license: 'l.key',
  product: 'lower(p.name)',
  customer: 'lower(c.name)',
  status: deviceStatusRank('a.'),
  activatedAt: 'a.activated_at',
  lastVerifiedAt: seenAt('a.'),
};

/** Whoever sees devices may not see keys: they are found by their first characters or whole, not by parts. */
const SEARCHED = ['a.name', 'a.fingerprint', 'a.ip', 'c.name', 'c.email', KEY_PREFIX] as const;

/**
 * The environment is the license's. SQLite takes it for rare, and would walk through all licenses of it first:
 * the sign keeps it from that, so that a page is read from the index of what it is sorted by.
 */
const inEnvironment = (db: Db): string => `${isPostgres(db) ? '' : '+'}l.environment = ?`;

const filtered = (db: Db, filter: DeviceFilter): Knex.QueryBuilder => {
  const query = db(`${TABLE.activation} as a`)
    .join(`${TABLE.license} as l`, 'l.id', 'a.license_id')
    .join(`${TABLE.product} as p`, 'p.id', 'l.product_id')
    .leftJoin(`${TABLE.customer} as c`, 'c.id', 'l.customer_id')
    .whereRaw(inEnvironment(db), [filter.environment]);
  if (filter.license) {
    query.where('l.document_id', filter.license);
  }
  if (filter.product) {
    query.where('p.document_id', filter.product);
  }
  if (filter.customer) {
    query.where('c.document_id', filter.customer);
  }
  if (filter.status === 'active' || filter.idleSince) {
    query.whereNull('a.deactivated_at');
  }
  if (filter.status === 'ended') {
    query.whereNotNull('a.deactivated_at');
  }
  within(query, 'a.activated_at', { from: filter.activatedFrom, to: filter.activatedTo });
  within(query, 'a.last_verified_at', { from: filter.verifiedFrom, to: filter.verifiedTo });
  if (filter.idleSince) {
    query.whereRaw(`${seenAt('a.')} < ?`, [filter.idleSince]);
  }
  if (filter.documentIds) {
    query.whereIn('a.document_id', filter.documentIds);
  }
  if (filter.search) {
    const { search } = filter;
    query.where((any) => {
      any.where('l.key', search);
      for (const column of SEARCHED) {
        any.orWhereRaw(contains(column), [likePattern(search)]);
      }
    });
  }
  return query;
};

const toItem = (row: DeviceRow) => ({
  ...toActivationItem(row),
  license: { documentId: row.license_document_id, keyPrefix: row.key_prefix },
  product: { documentId: row.product_document_id, name: row.product_name },
  customer: toCustomer(row),
});

/** One page of the list, those without a customer last. */
export const readDevices = async (
  db: Db,
  filter: DeviceFilter,
  { sort: { field, order }, ...slice }: DevicePage
): Promise<Paged<DeviceItem>> => {
  const nulls = order === 'asc' ? 'NULLS LAST' : 'NULLS FIRST';
  const rows = (await filtered(db, filter)
    .select(
      'a.*',
      'l.document_id as license_document_id',
      db.raw(`${KEY_PREFIX} as key_prefix`),
      'p.document_id as product_document_id',
      'p.name as product_name',
      'c.document_id as customer_document_id',
      'c.name as customer_name',
      'c.email as customer_email'
    )
    .orderByRaw(`${SORT_EXPRESSIONS[field]} ${order} ${nulls}, a.id ${order}`)
    .limit(slice.pageSize)
    .offset(offsetOf(slice))) as DeviceRow[];
  const data = await withDeactivators(db, rows.map(toItem), ({ license }) => license.documentId);
  return paged(data, toCount(await filtered(db, filter).count('* as total')), slice);
};

/** All of them in the order in which a job takes them, and whether they have lost their slot already. */
export const readSelectedDevices = async (
  db: Db,
  filter: DeviceFilter
): Promise<{ documentId: string; isEnded: boolean }[]> => {
  const rows = await filtered(db, filter)
    .orderBy('a.id')
    .select<{ document_id: string; deactivated_at: Instant | null }[]>(
      'a.document_id',
      'a.deactivated_at'
    );
  return rows.map((row) => ({
    documentId: row.document_id,
    isEnded: row.deactivated_at !== null,
  }));
};

/** All of them as a job is to take them, those that were activated first first. */
export const readDeviceItems = async (
  db: Db,
  filter: DeviceFilter
): Promise<(NewItem & { targetId: string })[]> => {
  const rows = await filtered(db, filter)
    .orderBy('a.id')
    .select<{ license_id: string; target_id: string; target_name: string; key_prefix: string }[]>(
      'l.document_id as license_id',
      'a.document_id as target_id',
      db.raw('COALESCE(a.name, a.fingerprint) AS target_name'),
      db.raw(`${KEY_PREFIX} as key_prefix`)
    );
  return rows.map((row) => ({
    licenseId: row.license_id,
    targetId: row.target_id,
    targetName: row.target_name,
    keyPrefix: row.key_prefix,
  }));
};
