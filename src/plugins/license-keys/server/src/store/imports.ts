import type { ImportItem, ImportKind, ImportMapping } from '../../../shared/imports';
import { TABLE } from '../uids';
import { isPostgres } from './database';
import type { Db } from './database';
import { insertAll } from './insert';
import { fromJson, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

/** A file that was sent in, until it is carried out or forgotten. */
export const importModel = {
  uid: 'license-keys::import',
  singularName: 'license_keys_import',
  tableName: TABLE.import,
  attributes: {
    id: { type: 'increments' },
    kind: { type: 'string', column: { notNullable: true } },
    environment: { type: 'string', column: { notNullable: true } },
    fileName: { type: 'string', columnName: 'file_name', column: { notNullable: true } },
    /** null while the file is still on its way. */
    outline: { type: 'json' },
    jobId: { type: 'integer', columnName: 'job_id' },
    createdAt: { type: 'datetime', columnName: 'created_at', column: { notNullable: true } },
    expiresAt: { type: 'datetime', columnName: 'expires_at', column: { notNullable: true } },
  },
};

/** The text of such a file, in pieces: in the database every instance can read it. */
export const importPieceModel = {
  uid: 'license-keys::import-piece',
  singularName: 'license_keys_import_piece',
  tableName: TABLE.importPiece,
  attributes: {
    id: { type: 'increments' },
    importId: { type: 'integer', columnName: 'import_id', column: { notNullable: true } },
    text: { type: 'text', column: { notNullable: true } },
  },
};

/** Which license a line got that asked for any of a product. */
export const importGivenModel = {
  uid: 'license-keys::import-given',
  singularName: 'license_keys_import_given',
  tableName: TABLE.importGiven,
  attributes: {
    id: { type: 'increments' },
    environment: { type: 'string', column: { notNullable: true } },
    identity: { type: 'string', column: { notNullable: true } },
    /** documentId. */
    licenseId: { type: 'string', columnName: 'license_id', column: { notNullable: true } },
    createdAt: { type: 'datetime', columnName: 'created_at', column: { notNullable: true } },
  },
};

export type Outline = Pick<ImportItem, 'lines' | 'delimiter' | 'columns' | 'samples' | 'mapping'>;

interface Row {
  id: number;
  kind: ImportKind;
  environment: string;
  file_name: string;
  outline: JsonColumn;
  job_id: number | null;
  created_at: Instant;
  expires_at: Instant;
}

export const insertImport = async (
  db: Db,
  file: {
    kind: ImportKind;
    environment: string;
    fileName: string;
    createdAt: Date;
    expiresAt: Date;
  }
): Promise<number> => {
  const [row] = await db(TABLE.import)
    .insert({
      kind: file.kind,
      environment: file.environment,
      file_name: file.fileName,
      created_at: file.createdAt,
      expires_at: file.expiresAt,
    })
    .returning<{ id: number }[]>('id');
  if (!row) {
    throw new Error('The database returned no id for a new import.');
  }
  return row.id;
};

export const appendPiece = async (db: Db, importId: number, text: string): Promise<void> => {
  await db(TABLE.importPiece).insert({ import_id: importId, text });
};

/** From now on the file is there. */
export const finishImport = async (db: Db, id: number, outline: Outline): Promise<void> => {
  await db(TABLE.import)
    .where({ id })
    .update({ outline: fromJson(outline) });
};

export const readImport = async (db: Db, id: number): Promise<ImportItem | null> => {
  const row = await db(TABLE.import)
    .where({ id })
    .whereNotNull('outline')
    .first<Row | undefined>('*');
  return row
    ? {
        id: row.id,
        kind: row.kind,
        environment: row.environment,
        fileName: row.file_name,
        ...(toJson(row.outline) as unknown as Outline & { mapping: ImportMapping }),
        jobId: row.job_id,
        createdAt: toInstant(row.created_at).toISOString(),
        expiresAt: toInstant(row.expires_at).toISOString(),
      }
    : null;
};

/** The text, piece by piece; no transaction is held meanwhile. */
export async function* readPieces(db: Db, importId: number): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const row = await db(TABLE.importPiece)
      .where({ import_id: importId })
      .where('id', '>', after)
      .orderBy('id')
      .first<{ id: number; text: string } | undefined>('id', 'text');
    if (!row) {
      return;
    }
    yield row.text;
    after = row.id;
  }
}

/** Marks the file as being carried out; false where it is already. */
export const claimImport = async (db: Db, id: number, jobId: number): Promise<boolean> =>
  (await db(TABLE.import).where({ id }).whereNull('job_id').update({ job_id: jobId })) === 1;

export const deleteImport = async (db: Db, id: number): Promise<void> => {
  await db(TABLE.importPiece).where({ import_id: id }).delete();
  await db(TABLE.import).where({ id }).delete();
};

/** The same, unless a job is carrying the file out: false then. Call it in a transaction. */
export const deleteIdleImport = async (db: Db, id: number): Promise<boolean> => {
  const file = await db(TABLE.import)
    .where({ id })
    .forUpdate()
    .first<Pick<Row, 'job_id'> | undefined>('job_id');
  const atWork = await db(TABLE.job)
    .where({ id: file?.job_id ?? null })
    .whereIn('state', ['queued', 'running'])
    .first<{ id: number } | undefined>('id');
  if (atWork) {
    return false;
  }
  await deleteImport(db, id);
  return true;
};

/** Imports of an environment take turns with their batches: then none waits for what another one holds. */
export const lockImports = async (db: Db, environment: string): Promise<void> => {
  if (isPostgres(db)) {
    await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
      `license-keys:import:${environment}`,
    ]);
  }
};

/** Files whose time is over, but for those that a job still needs. */
export const findExpiredImports = async (db: Db, now: Date): Promise<number[]> =>
  db(`${TABLE.import} as i`)
    .leftJoin(`${TABLE.job} as j`, 'j.id', 'i.job_id')
    .where('i.expires_at', '<', now)
    .where((any) => {
      any.whereNull('j.id').orWhereNotIn('j.state', ['queued', 'running']);
    })
    .pluck<number[]>('i.id');

/** What lines got before, by their identity; a license that is gone since counts for nothing. */
export const readGiven = async (
  db: Db,
  environment: string,
  identities: readonly string[]
): Promise<Map<string, { licenseId: string; key: string }>> => {
  const rows = await db(`${TABLE.importGiven} as g`)
    .join(`${TABLE.license} as l`, 'l.document_id', 'g.license_id')
    .where('g.environment', environment)
    .whereIn('g.identity', identities)
    .select<{ identity: string; license_id: string; key: string }[]>(
      'g.identity',
      'g.license_id',
      'l.key'
    );
  return new Map(
    rows.map(({ identity, license_id: licenseId, key }) => [identity, { licenseId, key }])
  );
};

export const writeGiven = async (
  db: Db,
  environment: string,
  given: readonly { identity: string; licenseId: string }[],
  now: Date
): Promise<void> => {
  await db(TABLE.importGiven)
    .where({ environment })
    .whereIn(
      'identity',
      given.map(({ identity }) => identity)
    )
    .delete();
  await insertAll(
    db,
    TABLE.importGiven,
    given.map(({ identity, licenseId }) => ({
      environment,
      identity,
      license_id: licenseId,
      created_at: now,
    }))
  );
};
