import { createId } from '@paralleldrive/cuid2';

import { auditRecord, seal } from '../domain/audit';
import type { AuditEntry, AuditRecord } from '../domain/audit';
import type { Changes } from '../domain/change';
import type { Actor } from '../domain/types';
import { TABLE } from '../uids';
import { isPostgres } from './database';
import type { Db } from './database';
import { fromJson, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

interface AuditRow {
  id: number;
  action: AuditEntry['action'];
  license_id: string;
  key_prefix: string;
  environment: string;
  actor_type: AuditEntry['actorType'];
  actor_id: string | null;
  actor_name: string | null;
  from: AuditEntry['from'];
  to: AuditEntry['to'];
  changes: JsonColumn;
  ip: string | null;
  request_id: string | null;
  occurred_at: Instant;
  previous_hash: string | null;
  hash: string;
}

const toRow = (entry: AuditEntry): Omit<AuditRow, 'id'> => ({
  action: entry.action,
  license_id: entry.licenseId,
  key_prefix: entry.keyPrefix,
  environment: entry.environment,
  actor_type: entry.actorType,
  actor_id: entry.actorId,
  actor_name: entry.actorName,
  from: entry.from,
  to: entry.to,
  changes: fromJson(entry.changes),
  ip: entry.ip,
  request_id: entry.requestId,
  occurred_at: entry.occurredAt,
  previous_hash: entry.previousHash,
  hash: entry.hash,
});

const toEntry = (row: AuditRow): AuditEntry => ({
  action: row.action,
  licenseId: row.license_id,
  keyPrefix: row.key_prefix,
  environment: row.environment,
  actorType: row.actor_type,
  actorId: row.actor_id,
  actorName: row.actor_name,
  from: row.from,
  to: row.to,
  changes: toJson(row.changes) as unknown as Changes,
  ip: row.ip,
  requestId: row.request_id,
  occurredAt: toInstant(row.occurred_at),
  previousHash: row.previous_hash,
  hash: row.hash,
});

const stamped = (entry: AuditEntry) => ({
  document_id: createId(),
  ...toRow(entry),
  created_at: entry.occurredAt,
  updated_at: entry.occurredAt,
  published_at: entry.occurredAt,
});

/** Links records to the end of their license's chain; the license's row must be locked, or be new. */
export const appendAudit = async (db: Db, records: readonly AuditRecord[]): Promise<void> => {
  for (const record of records) {
    const head = await db(TABLE.auditEntry)
      .where({ license_id: record.licenseId })
      .orderBy('id', 'desc')
      .first<{ hash: string } | undefined>('hash');
    await db(TABLE.auditEntry).insert(stamped(seal(record, head?.hash ?? null)));
  }
};

/** What happens in an environment to no single license has a chain of its own, under this name. */
export const environmentChain = (environment: string): string => `*${environment}`;

export const isEnvironmentChain = (licenseId: string): boolean => licenseId.startsWith('*');

/** Appends to an environment's chain; there is no license to lock, so PostgreSQL locks the chain's name. */
export const appendEnvironmentAudit = async (
  db: Db,
  {
    action,
    environment,
    changes,
    actor,
    now,
  }: {
    action: AuditRecord['action'];
    environment: string;
    changes: Changes;
    actor: Actor;
    now: Date;
  }
): Promise<void> => {
  const chain = environmentChain(environment);
  if (isPostgres(db)) {
    await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`license-keys:${chain}`]);
  }
  const subject = { documentId: chain, key: '', environment };
  await appendAudit(db, [
    auditRecord(subject, { action, from: null, to: null, changes }, actor, now),
  ]);
};

/** A page of the whole log, chain by chain; `after` is the last entry of the page before. */
export const readChains = async (
  db: Db,
  after: { licenseId: string; id: number } | null,
  limit: number
): Promise<{ id: number; entry: AuditEntry }[]> => {
  const query = db(TABLE.auditEntry).orderBy(['license_id', 'id']).limit(limit);
  if (after) {
    query.whereRaw('(license_id, id) > (?, ?)', [after.licenseId, after.id]);
  }
  const rows = (await query.select('*')) as AuditRow[];
  return rows.map((row) => ({ id: row.id, entry: toEntry(row) }));
};
