import type { Knex } from 'knex';

import type {
  GeneratorDetail,
  GeneratorListItem,
  GeneratorSort,
  GeneratorSortField,
} from '../../../shared/generators';
import type { KeyType } from '../../../shared/key-format';
import { TABLE } from '../uids';
import type { Db } from './database';
import { countLicensesOf } from './references';
import { toInstant, toJson, toValidity } from './rows';
import type { Instant, JsonColumn } from './rows';
import { anyContains } from './search';

export interface GeneratorFilter {
  environment: string;
  search?: string | undefined;
  /** documentId. */
  product?: string | undefined;
  type?: KeyType | undefined;
  active?: boolean | undefined;
}

export interface GeneratorPage {
  sort: GeneratorSort;
  page: number;
  pageSize: number;
}

const SORT_EXPRESSIONS: Record<GeneratorSortField, string> = {
  name: 'lower(g.name)',
  type: 'g.type',
  product: 'lower(p.name)',
  generatedCount: 'COALESCE(g.generated_count, 0)',
  active: 'g.active',
  createdAt: 'g.created_at',
};

interface ListRow {
  id: number;
  document_id: string;
  name: string;
  environment: string;
  type: KeyType;
  product_document_id: string;
  product_name: string;
  product_active: boolean | number;
  generated_count: number | null;
  active: boolean | number;
  created_at: Instant;
}

interface DetailRow extends ListRow {
  format: JsonColumn;
  activation_limit: number;
  validity: JsonColumn;
  features: JsonColumn;
  metadata: JsonColumn;
  updated_at: Instant;
}

const joined = (db: Db): Knex.QueryBuilder =>
  db(`${TABLE.generator} as g`).join(`${TABLE.product} as p`, 'p.id', 'g.product_id');

const filtered = (
  db: Db,
  { environment, search, product, type, active }: GeneratorFilter
): Knex.QueryBuilder => {
  const query = joined(db).where('g.environment', environment);
  if (product) {
    query.where('p.document_id', product);
  }
  if (type) {
    query.where('g.type', type);
  }
  if (active !== undefined) {
    query.where('g.active', active);
  }
  if (search) {
    query.where(anyContains(['g.name', 'p.name'], search));
  }
  return query;
};

const withProduct = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select(
    'g.*',
    'p.document_id as product_document_id',
    'p.name as product_name',
    'p.active as product_active'
  );

const toItem = (row: ListRow): GeneratorListItem => ({
  documentId: row.document_id,
  name: row.name,
  environment: row.environment,
  type: row.type,
  product: {
    documentId: row.product_document_id,
    name: row.product_name,
    active: Boolean(row.product_active),
  },
  generatedCount: row.generated_count ?? 0,
  active: Boolean(row.active),
  createdAt: toInstant(row.created_at).toISOString(),
});

export const readGenerators = async (
  db: Db,
  filter: GeneratorFilter,
  { sort: { field, order }, page, pageSize }: GeneratorPage
): Promise<GeneratorListItem[]> => {
  const rows = (await withProduct(filtered(db, filter))
    .orderByRaw(`${SORT_EXPRESSIONS[field]} ${order}, g.id ${order}`)
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as ListRow[];
  return rows.map(toItem);
};

export const countGenerators = async (db: Db, filter: GeneratorFilter): Promise<number> => {
  const [row] = await filtered(db, filter).count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
};

export const readGenerator = async (
  db: Db,
  documentId: string
): Promise<GeneratorDetail | null> => {
  const [row] = (await withProduct(joined(db).where('g.document_id', documentId))) as DetailRow[];
  return row
    ? {
        ...toItem(row),
        format: toJson(row.format),
        activationLimit: row.activation_limit,
        validity: toValidity(row.validity),
        features: toJson(row.features),
        metadata: toJson(row.metadata),
        licenseCount: await countLicensesOf(db, row.id),
        version: toInstant(row.updated_at).toISOString(),
      }
    : null;
};

/** Locks a generator until the transaction ends, and says which version of it that is. */
export const lockGenerator = async (
  db: Db,
  documentId: string
): Promise<{ environment: string; version: Date } | null> => {
  const row = await db(TABLE.generator)
    .where({ document_id: documentId })
    .forUpdate()
    .first<{ environment: string; updated_at: Instant } | undefined>('environment', 'updated_at');
  return row ? { environment: row.environment, version: toInstant(row.updated_at) } : null;
};
