import type { ExportFormat, SortOrder } from './list';
import type { AuditAction, State } from './states';

export const ACTOR_TYPES = ['admin', 'api-token', 'customer', 'system', 'public'] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

/** What happens in an environment to no single license has a chain of its own, under this name. */
export const environmentChain = (environment: string): string => `*${environment}`;

export const isEnvironmentChain = (licenseId: string): boolean => licenseId.startsWith('*');

export const AUDIT_SORT_FIELDS = ['occurredAt'] as const;

export const DEFAULT_AUDIT_SORT = { field: 'occurredAt', order: 'desc' } as const satisfies {
  field: (typeof AUDIT_SORT_FIELDS)[number];
  order: SortOrder;
};

/** Query of `GET /license-keys/audit-entries`, which answers `Paged<AuditItem>`. */
export interface AuditListQuery {
  environment: string;
  /** The beginning of a key, the documentId of a license, or a part of an actor's name. */
  _q?: string;
  /** documentId; the license may be gone. */
  license?: string;
  actorType?: ActorType;
  actorId?: string;
  action?: AuditAction;
  /** Days, `YYYY-MM-DD` in UTC, both included. */
  occurredFrom?: string;
  occurredTo?: string;
  /** `occurredAt:asc` or `occurredAt:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

/** What filters the log within its environment. */
export type AuditLogFilter = Omit<AuditListQuery, 'environment' | 'sort' | 'page' | 'pageSize'>;

/** An entry with all that its hash is made of. */
export interface AuditItem {
  id: number;
  action: AuditAction;
  environment: string;
  /** documentId of a license, or the name of the environment's chain. */
  licenseId: string;
  licenseExists: boolean;
  keyPrefix: string;
  actorType: ActorType;
  actorId: string | null;
  actorName: string | null;
  from: State | null;
  to: State | null;
  changes: Record<string, { before: unknown; after: unknown }>;
  /** Of what the changes refer to, by documentId; what is gone has none. */
  names: Record<string, string>;
  ip: string | null;
  requestId: string | null;
  occurredAt: string;
  previousHash: string | null;
  hash: string;
}

/** Somebody who has done something; the system and the public API have no id. */
export interface AuditActor {
  type: ActorType;
  id: string | null;
  /** The last one. */
  name: string | null;
}

/**
 * Answer of `GET /license-keys/audit-actors?environment=…&_q=…`: the first 20 by name, or the one with
 * `actorType` and `actorId`.
 */
export interface AuditActors {
  data: AuditActor[];
}

/**
 * What is wrong with an entry: it does not follow the one before it, its content was changed, it leaves its
 * license in another state than the license has; or a license has no entries.
 */
export type ChainFlaw = 'moved' | 'changed' | 'gap' | 'end' | 'unrecorded';

export interface BrokenChain {
  entryId: number | null;
  licenseId: string;
  keyPrefix: string;
  action: AuditAction | null;
  flaw: ChainFlaw;
  /**
   * The state that the entry ends in, and the one that its license has; of a gap, the state that the entry before
   * ends in, and the one that this one starts from. null where there is no license.
   */
  recorded: State | null;
  actual: State | null;
  /** In English, for logs. */
  reason: string;
}

/** Whether entries are as they were written. */
export interface ChainStatus {
  /** Those that were verified, up to the first one that does not hold. */
  entries: number;
  chains: number;
  /** When the oldest of them was written; null if there are none. */
  since: string | null;
  verifiedAt: string;
  /** Of the first entry, in the order of licenses and then of time, that does not hold. */
  broken: BrokenChain | null;
}

/** Answer of `GET /license-keys/audit-status?environment=…`, which verifies all of the environment's entries. */
export interface AuditStatus {
  data: ChainStatus;
}

/** Answer of `GET /license-keys/audit-entries/:id`. */
export interface AuditEntryAnswer {
  data: AuditItem & {
    /** Of all entries about the same license. */
    chain: ChainStatus;
  };
}

/** Body of `POST /license-keys/exports/audit-entries`, which answers the file itself. */
export interface AuditExportBody {
  environment: string;
  format: ExportFormat;
  filter: AuditLogFilter;
  /** As the list's. */
  sort?: string;
}
