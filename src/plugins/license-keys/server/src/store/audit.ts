import { createId } from '@paralleldrive/cuid2';

import { environmentChain } from '../../../shared/audit';
import type { State } from '../../../shared/states';
import { auditRecord, seal } from '../domain/audit';
import type { AuditEntry, AuditRecord } from '../domain/audit';
import type { Changes } from '../domain/change';
import { defined } from '../domain/json';
import type { Actor } from '../domain/types';
import { TABLE } from '../uids';
import { isPostgres } from './database';
import type { Db } from './database';
import { insertAll } from './insert';
import { fromJson, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';
import type { Piece } from './walk-all';

export interface AuditRow {
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

const toRow = (entry: AuditEntry): Omit<AuditRow, 'id'> & { changes: string } => ({
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

export const toEntry = (row: AuditRow): AuditEntry => ({
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

/** An entry as it is inserted. */
export const auditRow = (entry: AuditEntry) => ({
  document_id: createId(),
  ...toRow(entry),
  created_at: entry.occurredAt,
  updated_at: entry.occurredAt,
  published_at: entry.occurredAt,
});

/** The hash of the last entry of each chain, by license; a chain that has none yet is not in it. */
const readHeads = async (db: Db, licenseIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db(TABLE.auditEntry)
    .whereIn(
      'id',
      db(TABLE.auditEntry).whereIn('license_id', licenseIds).groupBy('license_id').max('id')
    )
    .select<{ license_id: string; hash: string }[]>('license_id', 'hash');
  return new Map(rows.map((row) => [row.license_id, row.hash]));
};

/** Links records to the ends of their licenses' chains; the licenses' rows must be locked, or be new. */
export const appendAudit = async (db: Db, records: readonly AuditRecord[]): Promise<void> => {
  const heads = await readHeads(db, [...new Set(records.map(({ licenseId }) => licenseId))]);
  const entries = records.map((record) => {
    const entry = seal(record, heads.get(record.licenseId) ?? null);
    heads.set(record.licenseId, entry.hash);
    return entry;
  });
  await insertAll(db, TABLE.auditEntry, entries.map(auditRow));
};

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

/** Whose chains are read: an environment's, one license's, or all. */
export interface ChainScope {
  environment?: string;
  license?: string;
}

export interface ChainLink {
  id: number;
  entry: AuditEntry;
  /** Of the entry's license, at the moment when both were read; null where it is gone. */
  state: State | null;
}

export interface ChainPlace {
  licenseId: string;
  id: number;
}

/** The next entries behind a place, chain by chain. */
export const walkChains = async (
  db: Db,
  { environment, license }: ChainScope,
  after: ChainPlace | null,
  limit: number
): Promise<Piece<ChainLink, ChainPlace>> => {
  const query = db(`${TABLE.auditEntry} as e`)
    .leftJoin(`${TABLE.license} as l`, 'l.document_id', 'e.license_id')
    .where(defined({ 'e.environment': environment, 'e.license_id': license }))
    .orderBy(['e.license_id', 'e.id'])
    .limit(limit);
  if (after) {
    query.whereRaw('(e.license_id, e.id) > (?, ?)', [after.licenseId, after.id]);
  }
  const rows = await query.select<(AuditRow & { state: State | null })[]>('e.*', 'l.state');
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({ id: row.id, entry: toEntry(row), state: row.state })),
    next: last && rows.length === limit ? { licenseId: last.license_id, id: last.id } : null,
  };
};

/** A license that has no entries, if there is one. */
export const findUnrecorded = async (
  db: Db,
  { environment, license }: ChainScope
): Promise<{ documentId: string; key: string; state: State } | null> => {
  const row = await db(`${TABLE.license} as l`)
    .where(defined({ 'l.environment': environment, 'l.document_id': license }))
    .whereNotExists(db(`${TABLE.auditEntry} as e`).whereRaw('e.license_id = l.document_id'))
    .orderBy('l.document_id')
    .first<{ document_id: string; key: string; state: State } | undefined>(
      'l.document_id',
      'l.key',
      'l.state'
    );
  return row ? { documentId: row.document_id, key: row.key, state: row.state } : null;
};
