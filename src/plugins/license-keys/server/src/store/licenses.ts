import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';

import type { State } from '../../../shared/states';
import type { Change } from '../domain/change';
import type { NewLicense } from '../domain/creation';
import type { License } from '../domain/types';
import type { Subject } from '../domain/verdict';
import { TABLE } from '../uids';
import type { Db } from './database';
import { insertAll } from './insert';
import { fromJson, toActivation, toDate, toInstant, toJson, toLicense, toProduct } from './rows';
import type { ActivationRow, Instant, LicenseRow, ProductRow } from './rows';

/** A license whose row is locked until the transaction ends, with what decisions about it need. */
export interface LockedLicense {
  license: License;
  /** When the license was changed last: an edit that was begun on an older one is out of date. */
  version: Date;
}

type Where = { id: number } | { documentId: string } | { environment: string; key: string };

const COLUMNS = {
  state: 'state',
  customer: 'customer_id',
  activationLimit: 'activation_limit',
  expiresAt: 'expires_at',
  assignedAt: 'assigned_at',
  firstActivatedAt: 'first_activated_at',
  features: 'features',
  metadata: 'metadata',
} as const satisfies Record<keyof Change['fields'], string>;

const toColumn = (field: string, value: unknown): unknown => {
  if (field === 'features' || field === 'metadata') {
    return fromJson(value);
  }
  return field === 'customer' && value ? (value as { id: number }).id : value;
};

type LockedRow = LicenseRow & { updated_at: Instant };

const toLocked = (row: LockedRow): LockedLicense => ({
  license: toLicense(row),
  version: toInstant(row.updated_at),
});

const readWithRelations = async (
  db: Db,
  narrow: (licenses: Knex.QueryBuilder) => void
): Promise<LockedLicense[]> => {
  const rows = await db(`${TABLE.license} as l`)
    .join(`${TABLE.product} as p`, 'p.id', 'l.product_id')
    .leftJoin(`${TABLE.customer} as c`, 'c.id', 'l.customer_id')
    .leftJoin(`${TABLE.generator} as g`, 'g.id', 'l.generator_id')
    .modify(narrow)
    .orderBy('l.id')
    .select<LockedRow[]>(
      'l.*',
      'p.document_id as product_document_id',
      'c.document_id as customer_document_id',
      'g.document_id as generator_document_id'
    );
  return rows.map(toLocked);
};

const withIds = (ids: readonly number[]) => (licenses: Knex.QueryBuilder) => {
  licenses.whereIn('l.id', ids);
};

const withKeys =
  (environment: string, keys: readonly string[]) => (licenses: Knex.QueryBuilder) => {
    licenses.where('l.environment', environment).whereIn('l.key', keys);
  };

/** As they stand, unlocked: for what is only said, not written. */
export const readLicenses = async (db: Db, ids: readonly number[]): Promise<LockedLicense[]> =>
  readWithRelations(db, withIds(ids));

/**
 * In one order everywhere, so that two mass updates cannot wait for each other. What is locked is read by a
 * statement of its own: PostgreSQL joins to a row that it has waited for what the row referred to before.
 */
const lockWithRelations = async (
  db: Db,
  narrow: (licenses: Knex.QueryBuilder) => void
): Promise<LockedLicense[]> => {
  const ids = await db(`${TABLE.license} as l`)
    .modify(narrow)
    .orderBy('l.id')
    .forUpdate()
    .pluck<number[]>('l.id');
  return readLicenses(db, ids);
};

export const lockLicense = async (db: Db, where: Where): Promise<LockedLicense | null> => {
  const [locked] = await lockWithRelations(db, (licenses) => {
    if ('id' in where) {
      licenses.where('l.id', where.id);
    } else if ('documentId' in where) {
      licenses.where('l.document_id', where.documentId);
    } else {
      licenses.where({ 'l.environment': where.environment, 'l.key': where.key });
    }
  });
  return locked ?? null;
};

export const lockLicenses = async (db: Db, ids: number[]): Promise<LockedLicense[]> =>
  lockWithRelations(db, withIds(ids));

export const lockLicensesByKeys = async (
  db: Db,
  environment: string,
  keys: readonly string[]
): Promise<LockedLicense[]> => lockWithRelations(db, withKeys(environment, keys));

export const readLicensesByKeys = async (
  db: Db,
  environment: string,
  keys: readonly string[]
): Promise<LockedLicense[]> => readWithRelations(db, withKeys(environment, keys));

export const updateLicense = async (
  db: Db,
  id: number,
  fields: Change['fields'],
  now: Date
): Promise<void> => {
  const columns = Object.entries(fields).map(([field, value]) => [
    COLUMNS[field as keyof Change['fields']],
    toColumn(field, value),
  ]);
  await db(TABLE.license)
    .where({ id })
    .update({ ...Object.fromEntries(columns), updated_at: now });
};

/** A license as it is inserted; `createdAt` where it is older than this. */
export const newLicenseRow = (
  license: NewLicense,
  documentId: string,
  now: Date,
  createdAt: Date = now
) => ({
  document_id: documentId,
  key: license.key,
  environment: license.environment,
  state: license.state,
  product_id: license.product.id,
  customer_id: license.customer?.id ?? null,
  generator_id: license.generator?.id ?? null,
  activation_limit: license.activationLimit,
  expires_at: license.expiresAt,
  assigned_at: license.assignedAt,
  first_activated_at: license.firstActivatedAt,
  validity: license.validity && fromJson(license.validity),
  features: fromJson(license.features),
  metadata: fromJson(license.metadata),
  created_at: createdAt,
  updated_at: now,
  published_at: now,
});

export const insertLicense = async (db: Db, license: NewLicense, now: Date): Promise<License> => {
  const documentId = createId();
  const [row] = await db(TABLE.license)
    .insert(newLicenseRow(license, documentId, now))
    .returning<{ id: number }[]>('id');
  if (!row) {
    throw new Error('The database returned no id for a new license.');
  }
  return { ...license, id: row.id, documentId };
};

/** Inserts many; one without a date of its own is created now. Returns their ids by documentId. */
export const insertLicenses = async (
  db: Db,
  licenses: readonly (Omit<License, 'id'> & { createdAt: Date | null })[],
  now: Date
): Promise<Map<string, number>> => {
  await insertAll(
    db,
    TABLE.license,
    licenses.map(({ createdAt, documentId, ...license }) =>
      newLicenseRow(license, documentId, now, createdAt ?? now)
    )
  );
  const rows = await db(TABLE.license)
    .whereIn(
      'document_id',
      licenses.map(({ documentId }) => documentId)
    )
    .select<{ id: number; document_id: string }[]>('id', 'document_id');
  return new Map(rows.map(({ id, document_id: documentId }) => [documentId, id]));
};

export const deleteLicenseRow = async (db: Db, id: number): Promise<void> => {
  await db(TABLE.license).where({ id }).delete();
};

/** Licenses that only the sweep keeps from being `expired`: past `before`, oldest first. */
export const findExpirable = async (
  db: Db,
  environments: readonly string[],
  before: Date,
  limit: number
): Promise<number[]> =>
  db(TABLE.license)
    .whereIn('environment', environments)
    .whereIn('state', ['assigned', 'active'])
    .where('expires_at', '<=', before)
    .orderBy('expires_at')
    .limit(limit)
    .pluck<number[]>('id');

type SubjectRow = LicenseRow & {
  [Name in keyof ProductRow as `p_${Name}`]: ProductRow[Name];
} & {
  [Name in keyof ActivationRow as `a_${Name}`]: ActivationRow[Name] | null;
} & { activation_count: number | string };

const activeCount = (db: Db): Knex.QueryBuilder =>
  db(`${TABLE.activation} as n`)
    .count('*')
    .whereRaw('n.license_id = l.id')
    .whereNull('n.deactivated_at');

const PRODUCT_COLUMNS = ['id', 'document_id', 'environment', 'name', 'slug', 'active'] as const;
const ACTIVATION_COLUMNS = [
  'id',
  'document_id',
  'fingerprint',
  'name',
  'platform',
  'activated_at',
  'last_verified_at',
  'deactivated_at',
] as const;

const aliased = (table: string, columns: readonly string[]) =>
  columns.map((column) => `${table}.${column} as ${table}_${column}`);

/** All that a validation rests on, in one query by the unique index on environment and key. */
export const readSubject = async (
  db: Db,
  {
    environment,
    key,
    fingerprint,
  }: { environment: string; key: string; fingerprint?: string | undefined }
): Promise<Subject | null> => {
  const [row] = await db(`${TABLE.license} as l`)
    .join(`${TABLE.product} as p`, 'p.id', 'l.product_id')
    .leftJoin(`${TABLE.activation} as a`, (join) => {
      join
        .on('a.license_id', 'l.id')
        .andOnNull('a.deactivated_at')
        .andOnVal('a.fingerprint', fingerprint ?? '');
    })
    .where({ 'l.environment': environment, 'l.key': key })
    .select<SubjectRow[]>(
      'l.id',
      'l.document_id',
      'l.key',
      'l.environment',
      'l.state',
      'l.activation_limit',
      'l.expires_at',
      'l.features',
      ...aliased('p', PRODUCT_COLUMNS),
      ...aliased('a', ACTIVATION_COLUMNS),
      activeCount(db).as('activation_count')
    );
  return row ? toSubject(row) : null;
};

const unprefixed = (prefix: string, columns: readonly string[], row: object): object =>
  Object.fromEntries(
    columns.map((column) => [column, (row as Record<string, unknown>)[`${prefix}_${column}`]])
  );

const toSubject = (row: SubjectRow): Subject => ({
  license: {
    id: row.id,
    documentId: row.document_id,
    key: row.key,
    environment: row.environment,
    state: row.state,
    activationLimit: row.activation_limit,
    expiresAt: toDate(row.expires_at),
    features: toJson(row.features),
  },
  product: toProduct(unprefixed('p', PRODUCT_COLUMNS, row) as ProductRow),
  activation:
    row.a_id === null
      ? null
      : toActivation(unprefixed('a', ACTIVATION_COLUMNS, row) as ActivationRow),
  activationCount: Number(row.activation_count),
});

export const isKeyTaken = async (
  db: Db,
  { environment, key }: { environment: string; key: string }
): Promise<boolean> =>
  (await db(TABLE.license).where({ environment, key }).first<{ id: number } | undefined>('id')) !==
  undefined;

export const deleteByDocumentIds = async (db: Db, documentIds: string[]): Promise<void> => {
  await db(TABLE.license).whereIn('document_id', documentIds).delete();
};

export const findLicenseId = async (
  db: Db,
  documentId: string,
  environments: readonly string[]
): Promise<number | null> => {
  const row = await db(TABLE.license)
    .where({ document_id: documentId })
    .whereIn('environment', environments)
    .first<{ id: number } | undefined>('id');
  return row?.id ?? null;
};

export const findState = async (db: Db, documentId: string): Promise<State | null> => {
  const row = await db(TABLE.license)
    .where({ document_id: documentId })
    .first<{ state: State } | undefined>('state');
  return row?.state ?? null;
};

/** The keys of these licenses, by documentId. */
export const readKeys = async (
  db: Db,
  documentIds: readonly string[]
): Promise<Map<string, string>> => {
  const rows = await db(TABLE.license)
    .whereIn('document_id', documentIds)
    .select<{ document_id: string; key: string }[]>('document_id', 'key');
  return new Map(rows.map((row) => [row.document_id, row.key]));
};
