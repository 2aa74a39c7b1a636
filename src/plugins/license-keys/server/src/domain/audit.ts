import { createHash } from 'node:crypto';

import { keyPrefix } from '../../../shared/limits';
import type { AuditAction, State } from '../../../shared/states';
import type { Change, Changes } from './change';
import { canonicalJson } from './json';
import type { Actor } from './types';

/** An audit entry before it has a place in its license's chain. */
export interface AuditRecord {
  action: AuditAction;
  /** documentId of the license; the entry outlives it. */
  licenseId: string;
  /** The key's first 8 characters. */
  keyPrefix: string;
  environment: string;
  actorType: Actor['type'];
  actorId: string | null;
  actorName: string | null;
  from: State | null;
  to: State | null;
  changes: Changes;
  ip: string | null;
  requestId: string | null;
  occurredAt: Date;
}

/** `hash` is SHA-256, in hex, over the record and the hash of the entry before it for the same license. */
export interface AuditEntry extends AuditRecord {
  previousHash: string | null;
  hash: string;
}

export const auditRecord = (
  license: { documentId: string; key: string; environment: string },
  step: Omit<Change, 'fields'>,
  actor: Actor,
  occurredAt: Date,
  reason?: string
): AuditRecord => ({
  action: step.action,
  licenseId: license.documentId,
  keyPrefix: keyPrefix(license.key),
  environment: license.environment,
  actorType: actor.type,
  actorId: actor.id,
  actorName: actor.name,
  from: step.from,
  to: step.to,
  changes: reason ? { ...step.changes, reason: { before: null, after: reason } } : step.changes,
  ip: actor.ip,
  requestId: actor.requestId,
  occurredAt,
});

const hashOf = (record: AuditRecord, previousHash: string | null): string => {
  const { occurredAt, ...rest } = record;
  return createHash('sha256')
    .update(canonicalJson({ ...rest, occurredAt: occurredAt.toISOString(), previousHash }))
    .digest('hex');
};

/** Links a record to the end of a chain. */
export const seal = (record: AuditRecord, previousHash: string | null): AuditEntry => ({
  ...record,
  previousHash,
  hash: hashOf(record, previousHash),
});

/** What is wrong with an entry, given the hash of the one before it; undefined for an intact one. */
export const flawOf = (
  entry: AuditEntry,
  previousHash: string | null
): 'moved' | 'changed' | undefined => {
  const { previousHash: stated, hash, ...record } = entry;
  if (stated !== previousHash) {
    return 'moved';
  }
  return hash === hashOf(record, previousHash) ? undefined : 'changed';
};
