import type { JobOutcome, JobResult } from '../../../shared/jobs';
import { TABLE } from '../uids';
import type { Db } from './database';
import { insertAll } from './insert';
import { filtered, KEY_PREFIX } from './license-list';
import type { ListFilter } from './license-list';

export const jobItemModel = {
  uid: 'license-keys::job-item',
  singularName: 'license_keys_job_item',
  tableName: TABLE.jobItem,
  attributes: {
    id: { type: 'increments' },
    jobId: { type: 'integer', columnName: 'job_id', column: { notNullable: true } },
    /** Of an import: the line of the file. */
    line: { type: 'integer' },
    licenseId: { type: 'string', columnName: 'license_id' },
    /** documentId of what is acted on, where it is not the license itself. */
    targetId: { type: 'string', columnName: 'target_id' },
    /** What that is called, for when it is gone. */
    targetName: { type: 'string', columnName: 'target_name' },
    keyPrefix: { type: 'string', columnName: 'key_prefix' },
    /** `pending` until it has one. */
    outcome: { type: 'string', column: { notNullable: true } },
    code: { type: 'string' },
    /** Of an import: the field of the line that is to blame. */
    field: { type: 'string' },
    message: { type: 'text' },
  },
};

/** Something that a job is to do. */
export interface NewItem {
  licenseId: string;
  targetId?: string;
  targetName?: string;
  keyPrefix: string;
}

export interface PendingItem {
  id: number;
  licenseId: string;
  targetId: string | null;
}

export interface Settlement {
  outcome: JobOutcome;
  code?: string;
  message?: string;
}

export const insertItems = async (
  db: Db,
  jobId: number,
  items: readonly NewItem[]
): Promise<void> =>
  insertAll(
    db,
    TABLE.jobItem,
    items.map(({ licenseId, targetId, targetName, keyPrefix }) => ({
      job_id: jobId,
      license_id: licenseId,
      target_id: targetId ?? null,
      target_name: targetName ?? null,
      key_prefix: keyPrefix,
      outcome: 'pending',
    }))
  );

/** One for each license that a filter matches, in one statement. Returns their documentIds, in the order of the items. */
export const insertSelected = async (
  db: Db,
  jobId: number,
  selection: ListFilter
): Promise<string[]> => {
  const selected = filtered(db, selection)
    .select(
      db.raw('CAST(? AS INTEGER)', [jobId]),
      'l.document_id',
      db.raw(KEY_PREFIX),
      db.raw(`'pending'`)
    )
    .orderBy('l.id');
  const columns = [TABLE.jobItem, 'job_id', 'license_id', 'key_prefix', 'outcome'];
  await db(db.raw('?? (??, ??, ??, ??)', columns)).insert(selected);
  return db(TABLE.jobItem).where({ job_id: jobId }).orderBy('id').pluck<string[]>('license_id');
};

/** For jobs that find out what there is to do while they do it. */
export const insertResults = async (
  db: Db,
  jobId: number,
  results: readonly Omit<JobResult, 'id' | 'deviceId' | 'device'>[]
): Promise<void> =>
  insertAll(
    db,
    TABLE.jobItem,
    results.map(({ licenseId, keyPrefix, ...result }) => ({
      job_id: jobId,
      license_id: licenseId,
      key_prefix: keyPrefix,
      ...result,
    }))
  );

export const readPending = async (db: Db, jobId: number, limit: number): Promise<PendingItem[]> => {
  const rows = await db(TABLE.jobItem)
    .where({ job_id: jobId, outcome: 'pending' })
    .orderBy('id')
    .limit(limit)
    .select<{ id: number; license_id: string; target_id: string | null }[]>(
      'id',
      'license_id',
      'target_id'
    );
  return rows.map((row) => ({ id: row.id, licenseId: row.license_id, targetId: row.target_id }));
};

export const settleItem = async (
  db: Db,
  id: number,
  { outcome, code, message }: Settlement
): Promise<void> => {
  await db(TABLE.jobItem)
    .where({ id })
    .update({ outcome, code: code ?? null, message: message ?? null });
};

/** Results of a job, after an id, in the order in which they are ids. */
export const readResults = async (
  db: Db,
  jobId: number,
  { after, limit, outcome }: { after: number; limit: number; outcome?: JobOutcome | undefined }
): Promise<JobResult[]> => {
  const query = db(TABLE.jobItem).where({ job_id: jobId }).where('id', '>', after);
  if (outcome) {
    query.where({ outcome });
  }
  const rows = await query.orderBy('id').limit(limit).select<
    {
      id: number;
      line: number | null;
      license_id: string | null;
      key_prefix: string | null;
      target_id: string | null;
      target_name: string | null;
      outcome: JobResult['outcome'];
      code: string | null;
      field: string | null;
      message: string | null;
    }[]
  >('id', 'line', 'license_id', 'key_prefix', 'target_id', 'target_name', 'outcome', 'code', 'field', 'message');
  return rows.map(({ license_id, key_prefix, target_id, target_name, ...row }) => ({
    ...row,
    licenseId: license_id,
    keyPrefix: key_prefix,
    deviceId: target_id,
    device: target_name,
  }));
};
