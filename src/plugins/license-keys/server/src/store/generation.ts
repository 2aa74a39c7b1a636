import { keyPrefix } from '../../../shared/limits';
import { auditRecord, seal } from '../domain/audit';
import type { Change } from '../domain/change';
import type { NewLicense } from '../domain/creation';
import type { Actor } from '../domain/types';
import { TABLE } from '../uids';
import { auditRow } from './audit';
import { isPostgres } from './database';
import type { Db } from './database';
import { documentIdsOfBatch } from './document-ids';
import { insertSet } from './insert-set';
import { newLicenseRow } from './licenses';

/** A license that is to be made: all else it has in common with the others of its batch. */
export interface NewKey {
  documentId: string;
  key: string;
}

export interface Batch {
  license: Omit<NewLicense, 'key'>;
  /** The audited step that each begins with. */
  step: Change;
  actor: Actor;
  now: Date;
}

/** Held until the transaction ends: batches whose keys collide would wait for each other in a circle. */
export const lockGeneration = async (db: Db, environment: string): Promise<void> => {
  if (isPostgres(db)) {
    await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
      `license-keys:generate:${environment}`,
    ]);
  }
};

const without = <T extends object, Name extends string>(
  row: T,
  names: readonly Name[]
): Omit<T, Name> =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !names.some((other) => other === name))
  ) as Omit<T, Name>;

const OWN_OF_LICENSE = ['document_id', 'key'] as const;
const OWN_OF_ENTRY = ['document_id', 'license_id', 'key_prefix', 'hash'] as const;

/**
 * Creates licenses and the first entries of their audit chains, each in one statement. Those whose key exists are
 * left out; returns the others.
 */
export const insertBatch = async (
  db: Db,
  { license, step, actor, now }: Batch,
  keys: readonly NewKey[]
): Promise<NewKey[]> => {
  const inserted = new Set(
    await insertSet(db, {
      table: TABLE.license,
      common: without(newLicenseRow({ ...license, key: '' }, '', now), OWN_OF_LICENSE),
      rows: keys.map(({ documentId, key }) => ({ document_id: documentId, key })),
      unlessTaken: ['environment', 'key'],
      returning: 'document_id',
    })
  );
  const made = keys.filter(({ documentId }) => inserted.has(documentId));
  const entries = made.map(({ documentId, key }) => {
    const subject = { documentId, key, environment: license.environment };
    return seal(auditRecord(subject, step, actor, now), null);
  });
  const nextId = documentIdsOfBatch();
  const [first] = entries;
  if (first) {
    await insertSet(db, {
      table: TABLE.auditEntry,
      common: without(auditRow(first), OWN_OF_ENTRY),
      rows: entries.map(({ licenseId, hash, keyPrefix: prefix }) => ({
        document_id: nextId(),
        license_id: licenseId,
        key_prefix: prefix,
        hash,
      })),
      returning: 'license_id',
    });
  }
  return made;
};

/** Writes what a job has made into its results. */
export const insertMade = async (db: Db, jobId: number, made: readonly NewKey[]): Promise<void> => {
  await insertSet(db, {
    table: TABLE.jobItem,
    common: { job_id: jobId, outcome: 'succeeded' },
    rows: made.map(({ documentId, key }) => ({
      license_id: documentId,
      key_prefix: keyPrefix(key),
    })),
    returning: 'license_id',
  });
};
