import type { JobOutcome } from './jobs';
import type { LicenseVerb } from './permissions';

/**
 * `assign` gives licenses to customers: the one with a key, or one of a product from the pool.
 * `keys` brings licenses in that another system issued, in the state that they have there.
 */
export const IMPORT_KINDS = ['assign', 'keys'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What an import does besides, and so what else it takes. */
export const IMPORT_VERBS = {
  assign: 'assign',
  keys: 'create-with-key',
} as const satisfies Record<ImportKind, LicenseVerb>;

/** What the columns of a file can be mapped to; those that are marked must be. */
export const IMPORT_FIELDS = {
  assign: {
    customer_email: { required: true },
    customer_name: { required: false },
    license_key: { required: false },
    product: { required: false },
    activation_limit: { required: false },
    expires_at: { required: false },
    reference: { required: false },
  },
  keys: {
    license_key: { required: true },
    product: { required: true },
    state: { required: false },
    customer_email: { required: false },
    customer_name: { required: false },
    activation_limit: { required: false },
    expires_at: { required: false },
    created_at: { required: false },
    assigned_at: { required: false },
    first_activated_at: { required: false },
    features: { required: false },
    metadata: { required: false },
    activations: { required: false },
  },
} as const satisfies Record<ImportKind, Record<string, { required: boolean }>>;

export type ImportField = {
  [Kind in ImportKind]: keyof (typeof IMPORT_FIELDS)[Kind];
}[ImportKind];

export const fieldsOf = (kind: ImportKind): ImportField[] =>
  Object.keys(IMPORT_FIELDS[kind]) as ImportField[];

/** By field: the index of its column, counted from 0. */
export type ImportMapping = Partial<Record<ImportField, number>>;

/** Query of `POST /license-keys/imports`, whose body is the file itself; answers `{ data: ImportItem }` (201). */
export interface UploadQuery {
  environment: string;
  kind: ImportKind;
  fileName: string;
}

export interface ImportItem {
  id: number;
  kind: ImportKind;
  environment: string;
  fileName: string;
  /** Lines of data, without the header. */
  lines: number;
  delimiter: ',' | ';' | '\t';
  /** The header. */
  columns: string[];
  /** The first lines of data. */
  samples: string[][];
  /** What the columns' names suggest. */
  mapping: ImportMapping;
  /** The job that carries it out, once it was started. */
  jobId: number | null;
  createdAt: string;
  /** After this the file is forgotten. */
  expiresAt: string;
}

/**
 * Body of `POST /license-keys/imports/:id/dry-run`, which answers `{ data: ImportReport }` (200) or, for a file
 * of many lines, `{ data: JobItem }` (202), and of `POST /license-keys/imports/:id/commit`: `{ data: JobItem }` (202).
 */
export interface ImportBody {
  mapping: ImportMapping;
}

/** What an import would do. */
export interface ImportReport {
  total: number;
  succeeded: number;
  unchanged: number;
  refused: number;
  /** The lines that would be refused. */
  problems: ImportLine[];
}

export interface ImportLine {
  /** As an editor counts: the header is line 1. */
  line: number;
  /** documentId. */
  licenseId: string | null;
  keyPrefix: string | null;
  outcome: JobOutcome;
  code: string | null;
  /** Which one is to blame, where it is one. */
  field: string | null;
  message: string | null;
}

/** A file with more lines than this is tried by a job. */
export const MAX_LINES_AT_ONCE = 1000;
