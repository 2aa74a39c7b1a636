import type { KeyFormat } from '../../../shared/key-format';
import type { CustomerOptions, GeneratorOptions } from '../../../shared/license';
import type { GeneratorRef } from '../domain/creation';
import type { ScopedRef } from '../domain/types';
import { TABLE } from '../uids';
import { CUSTOMER_TEXTS } from './customers';
import type { Db } from './database';
import { anyContains } from './search';
import { toDate, toJson, toRef, toValidity } from './rows';
import type { Instant, JsonColumn } from './rows';

interface ScopedRow {
  id: number;
  document_id: string;
  environment: string;
}

/** A generator with what it takes to make keys. */
export interface Generator extends GeneratorRef {
  active: boolean;
  productActive: boolean;
  format: KeyFormat;
}

/** By `id`, as the query engine speaks of rows, or by `documentId`, as everybody else does. */
export type Identity = number | string;

const identify = (identity: Identity) =>
  typeof identity === 'number' ? { id: identity } : { document_id: identity };

const toScopedRef = (row: ScopedRow): ScopedRef => ({
  id: row.id,
  documentId: row.document_id,
  environment: row.environment,
});

export const findScoped = async (
  db: Db,
  type: 'product' | 'customer',
  identity: Identity
): Promise<ScopedRef | null> => {
  const row = await db(TABLE[type])
    .where(identify(identity))
    .first<ScopedRow | undefined>('id', 'document_id', 'environment');
  return row ? toScopedRef(row) : null;
};

/** What a row of an environment is called; null where it is gone. */
export const findName = async (
  db: Db,
  type: 'product' | 'customer' | 'generator',
  environment: string,
  documentId: string
): Promise<string | null> => {
  const row = await db(TABLE[type])
    .where({ environment, document_id: documentId })
    .first<{ name: string } | undefined>('name');
  return row?.name ?? null;
};

/** By documentId or by slug, as clients name a product. */
export const findProduct = async (
  db: Db,
  environment: string,
  name: string
): Promise<ScopedRef | null> => {
  const row = await db(TABLE.product)
    .where({ environment })
    .where((any) => {
      any.where({ document_id: name }).orWhere({ slug: name });
    })
    // A slug may look like the documentId of another product; the documentId wins.
    .orderByRaw('CASE document_id WHEN ? THEN 0 ELSE 1 END', [name])
    .first<ScopedRow | undefined>('id', 'document_id', 'environment');
  return row ? toScopedRef(row) : null;
};

/** As `findProduct`; where there is none, by name in any case, of which there may be several. */
export const findProducts = async (
  db: Db,
  environment: string,
  name: string
): Promise<ScopedRef[]> => {
  const product = await findProduct(db, environment, name);
  if (product) {
    return [product];
  }
  const rows = await db(TABLE.product)
    .where({ environment })
    .whereRaw('lower(name) = lower(?)', [name])
    .limit(2)
    .select<ScopedRow[]>('id', 'document_id', 'environment');
  return rows.map(toScopedRef);
};

export const findGenerator = async (db: Db, identity: Identity): Promise<Generator | null> => {
  const row = await db(`${TABLE.generator} as g`)
    .leftJoin(`${TABLE.product} as p`, 'p.id', 'g.product_id')
    .where(typeof identity === 'number' ? { 'g.id': identity } : { 'g.document_id': identity })
    .first<
      | (ScopedRow & {
          validity: JsonColumn;
          activation_limit: number;
          features: JsonColumn;
          metadata: JsonColumn;
          active: boolean | number;
          type: KeyFormat['type'];
          format: JsonColumn;
          product_active: boolean | number | null;
          product_id: number | null;
          product_document_id: string | null;
        })
      | undefined
    >(
      'g.id',
      'g.document_id',
      'g.environment',
      'g.validity',
      'g.activation_limit',
      'g.features',
      'g.metadata',
      'g.active',
      'g.type',
      'g.format',
      'p.active as product_active',
      'g.product_id',
      'p.document_id as product_document_id'
    );
  return row
    ? {
        ...toScopedRef(row),
        product: toRef(row.product_id, row.product_document_id),
        validity: toValidity(row.validity),
        activationLimit: row.activation_limit,
        features: toJson(row.features),
        metadata: toJson(row.metadata),
        active: Boolean(row.active),
        productActive: Boolean(row.product_active),
        format: { ...(toJson(row.format) as Partial<KeyFormat>), type: row.type },
      }
    : null;
};

/**
 * How many licenses (and, of a product, generators) refer to a row, which is locked: who is about to refer to it
 * waits until it is gone, or has committed before the count.
 */
export const countReferences = async (
  db: Db,
  column: 'product_id' | 'customer_id',
  ids: readonly number[]
): Promise<number> => {
  const referred = column === 'product_id' ? TABLE.product : TABLE.customer;
  await db(referred).whereIn('id', ids).orderBy('id').forUpdate().select('id');
  const tables = column === 'product_id' ? [TABLE.license, TABLE.generator] : [TABLE.license];
  let total = 0;
  for (const table of tables) {
    const [row] = await db(table)
      .whereIn(column, ids)
      .count<{ total: number | string }[]>('* as total');
    total += Number(row?.total ?? 0);
  }
  return total;
};

export interface ProductOption {
  documentId: string;
  name: string;
  active: boolean;
}

export const readProductOptions = async (db: Db, environment: string): Promise<ProductOption[]> => {
  const rows = await db(TABLE.product)
    .where({ environment })
    .orderByRaw('lower(name), id')
    .select<{ document_id: string; name: string; active: boolean | number }[]>(
      'document_id',
      'name',
      'active'
    );
  return rows.map((row) => ({
    documentId: row.document_id,
    name: row.name,
    active: Boolean(row.active),
  }));
};

/** Whether another row of the environment has the same value. */
export const isTaken = async (
  db: Db,
  {
    table,
    field,
    value,
    environment,
    caseless,
    except,
  }: {
    table: string;
    field: string;
    value: string;
    environment: string;
    caseless?: true;
    except?: number | undefined;
  }
): Promise<boolean> => {
  const query = db(table).where({ environment });
  if (caseless) {
    query.whereRaw('lower(??) = lower(?)', [field, value]);
  } else {
    query.where(field, value);
  }
  if (except !== undefined) {
    query.whereNot('id', except);
  }
  return (await query.first<{ id: number } | undefined>('id')) !== undefined;
};

export const countGenerated = async (db: Db, generatorId: number, count: number): Promise<void> => {
  await db(TABLE.generator).where({ id: generatorId }).increment('generated_count', count);
};

/** How many licenses of a generator exist, made since an instant where there is one. */
export const countLicensesOf = async (
  db: Db,
  generatorId: number,
  since: Date | null = null
): Promise<number> => {
  const query = db(TABLE.license).where({ generator_id: generatorId });
  if (since) {
    query.where('created_at', '>=', since);
  }
  const [row] = await query.count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
};

/** How many licenses generators of an environment made by a key function, since their formats name it. */
export const countLicensesBy = async (
  db: Db,
  environment: string,
  keyFunction: string
): Promise<number> => {
  const generators = await db(TABLE.generator)
    .where({ environment, type: 'custom' })
    .select<{ id: number; format: JsonColumn; format_since: Instant | null }[]>(
      'id',
      'format',
      'format_since'
    );
  let total = 0;
  for (const { id, format, format_since: since } of generators) {
    if (toJson(format).function === keyFunction) {
      total += await countLicensesOf(db, id, toDate(since));
    }
  }
  return total;
};

const OPTIONS = 20;

/** The first customers whose name, e-mail or company has the text. */
export const readCustomerOptions = async (
  db: Db,
  environment: string,
  { search, documentId }: { search: string; documentId?: string | undefined }
): Promise<CustomerOptions['data']> => {
  const rows = await db(TABLE.customer)
    .where({ environment, ...(documentId && { document_id: documentId }) })
    .where(anyContains(CUSTOMER_TEXTS, search))
    .orderByRaw('lower(name), id')
    .limit(OPTIONS)
    .select<{ document_id: string; name: string; email: string }[]>('document_id', 'name', 'email');
  return rows.map(({ document_id: documentId, name, email }) => ({ documentId, name, email }));
};

export const readGeneratorOptions = async (
  db: Db,
  environment: string,
  product?: string
): Promise<GeneratorOptions['data']> => {
  const query = db(`${TABLE.generator} as g`)
    .join(`${TABLE.product} as p`, 'p.id', 'g.product_id')
    .where('g.environment', environment)
    .orderByRaw('lower(g.name), g.id');
  if (product) {
    query.where('p.document_id', product);
  }
  const rows = await query.select<
    {
      document_id: string;
      name: string;
      product: string;
      active: boolean | number;
      activation_limit: number;
      validity: JsonColumn;
      features: JsonColumn;
      metadata: JsonColumn;
    }[]
  >(
    'g.document_id',
    'g.name',
    'p.document_id as product',
    'g.active',
    'g.activation_limit',
    'g.validity',
    'g.features',
    'g.metadata'
  );
  return rows.map((row) => ({
    documentId: row.document_id,
    name: row.name,
    product: row.product,
    active: Boolean(row.active),
    activationLimit: row.activation_limit,
    validity: toValidity(row.validity),
    features: toJson(row.features),
    metadata: toJson(row.metadata),
  }));
};
