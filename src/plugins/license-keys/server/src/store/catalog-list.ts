import type { Knex } from 'knex';

import type {
  CatalogSort,
  CustomerItem,
  CustomerSortField,
  ProductItem,
  ProductSortField,
} from '../../../shared/catalog';
import type { Paged } from '../../../shared/license';
import type { State } from '../../../shared/states';
import { TABLE } from '../uids';
import { CUSTOMER_TEXTS, toCustomer } from './customers';
import type { CustomerRow } from './customers';
import type { Db } from './database';
import { offsetOf, paged, toCount } from './paging';
import type { Slice } from './paging';
import { toInstant } from './rows';
import type { Instant } from './rows';
import { anyContains } from './search';

interface CatalogFilter {
  environment: string;
  search?: string | undefined;
}

interface CatalogPage<Field> extends Slice {
  sort: CatalogSort<Field>;
}

interface ProductRow {
  id: number;
  document_id: string;
  name: string;
  slug: string;
  active: boolean | number;
  created_at: Instant;
}

const CUSTOMER_SORTS: Record<CustomerSortField, string> = {
  name: 'lower(name)',
  email: 'lower(email)',
  company: 'lower(company)',
  createdAt: 'created_at',
};

const PRODUCT_SORTS: Record<ProductSortField, string> = {
  name: 'lower(name)',
  slug: 'slug',
  active: 'active',
  createdAt: 'created_at',
};

/** How many rows an owner has, all of them or of one kind. */
interface Count {
  owner: number;
  kind?: string;
  count: number | string;
}

const countBy = async (
  query: Knex.QueryBuilder,
  owner: string,
  ids: readonly number[],
  kind?: string
): Promise<Count[]> =>
  query
    .whereIn(owner, ids)
    .groupBy(owner, ...(kind ? [kind] : []))
    .select(`${owner} as owner`, ...(kind ? [`${kind} as kind`] : []))
    .count<Count[]>('* as count');

const sumOf = (counts: readonly Count[], id: number, kind?: State): number =>
  counts
    .filter((count) => count.owner === id && (kind === undefined || count.kind === kind))
    .reduce((sum, { count }) => sum + Number(count), 0);

/** The rows of a page, and how many there are in all. */
const readPage = async (
  db: Db,
  table: string,
  { environment, search }: CatalogFilter,
  { searched, by, page }: { searched: readonly string[]; by: string; page: CatalogPage<unknown> }
): Promise<{ found: unknown[]; total: number }> => {
  const matching = () => {
    const query = db(table).where({ environment });
    if (search) {
      query.where(anyContains(searched, search));
    }
    return query;
  };
  const { order } = page.sort;
  const nulls = order === 'asc' ? 'NULLS LAST' : 'NULLS FIRST';
  const found: unknown[] = await matching()
    .orderByRaw(`${by} ${order} ${nulls}, id ${order}`)
    .limit(page.pageSize)
    .offset(offsetOf(page))
    .select('*');
  return { found, total: toCount(await matching().count('* as total')) };
};

export const readCustomers = async (
  db: Db,
  filter: CatalogFilter,
  page: CatalogPage<CustomerSortField>
): Promise<Paged<CustomerItem>> => {
  const { found, total } = await readPage(db, TABLE.customer, filter, {
    searched: CUSTOMER_TEXTS,
    by: CUSTOMER_SORTS[page.sort.field],
    page,
  });
  const rows = found as CustomerRow[];
  const ids = rows.map(({ id }) => id);
  const licenses = await countBy(db(TABLE.license), 'customer_id', ids, 'state');
  const held = db(`${TABLE.activation} as a`)
    .join(`${TABLE.license} as l`, 'l.id', 'a.license_id')
    .whereNull('a.deactivated_at');
  const devices = await countBy(held, 'l.customer_id', ids);
  const items = rows.map((row) => ({
    ...toCustomer(row),
    licenses: sumOf(licenses, row.id),
    activeLicenses: sumOf(licenses, row.id, 'active'),
    devices: sumOf(devices, row.id),
  }));
  return paged(items, total, page);
};

export const readProducts = async (
  db: Db,
  filter: CatalogFilter,
  page: CatalogPage<ProductSortField>
): Promise<Paged<ProductItem>> => {
  const { found, total } = await readPage(db, TABLE.product, filter, {
    searched: ['name', 'slug'],
    by: PRODUCT_SORTS[page.sort.field],
    page,
  });
  const rows = found as ProductRow[];
  const ids = rows.map(({ id }) => id);
  // The index begins with the environment.
  const { environment } = filter;
  const inStock = db(TABLE.license).where({ environment });
  const licenses = await countBy(inStock, 'product_id', ids, 'state');
  const generators = await countBy(db(TABLE.generator), 'product_id', ids);
  const items = rows.map((row) => ({
    documentId: row.document_id,
    name: row.name,
    slug: row.slug,
    active: Boolean(row.active),
    licenses: sumOf(licenses, row.id),
    available: sumOf(licenses, row.id, 'available'),
    assigned: sumOf(licenses, row.id, 'assigned'),
    activeLicenses: sumOf(licenses, row.id, 'active'),
    generators: sumOf(generators, row.id),
    createdAt: toInstant(row.created_at).toISOString(),
  }));
  return paged(items, total, page);
};
