import type { Core } from '@strapi/strapi';

import type { ImportField, ImportLine, ImportMapping } from '../../../../shared/imports';
import { keyPrefix } from '../../../../shared/limits';
import type { ReasonCode } from '../../../../shared/reasons';
import type { Refusal } from '../../domain/decision';
import type { Actor } from '../../domain/types';
import { codeOf, LicenseError } from '../../errors';
import type { Db } from '../../store/database';
import type { Catalog } from './catalog';
import type { Line } from './csv';

/**
 * What is remembered from line to line; of a trial, which writes nothing, over the whole file: the lines that
 * a file may have bound it.
 */
export interface Seen {
  /** By key: of which product (id) and customer (by the spelling of their e-mail) lines before have brought it in. */
  keys: Map<string, { product: number; customer: string | null }>;
  /** By license (id): to whom lines before have given it, by the spelling of their e-mail. */
  assigned: Map<number, string>;
  /** By product (id): the last license (id) that lines before have taken from its pool. */
  pool: Map<number, number>;
}

export const nothingSeen = (): Seen => ({ keys: new Map(), assigned: new Map(), pool: new Map() });

/** A line, with what tells it from lines that look the same. */
export interface IdentifiedLine extends Line {
  identity: string | null;
}

export interface ImportContext {
  strapi: Core.Strapi;
  db: Db;
  environment: string;
  fileName: string;
  mapping: ImportMapping;
  columns: number;
  catalog: Catalog;
  actor: Actor;
  now: Date;
  graceDays: number;
  mayCreateCustomers: boolean;
  /** Without it nothing is written: the lines say what would come of them. */
  write: boolean;
  seen: Seen;
  /** The keys that any line of the file names: no line gets such a license that asks for any of a product. */
  reserved: ReadonlySet<string>;
}

/** Judges a batch of lines and, where the context says so, carries it out. One result for each line, in order. */
export type ImportBatch = (
  context: ImportContext,
  lines: readonly IdentifiedLine[]
) => Promise<ImportLine[]>;

type Subject = { key?: string; licenseId?: string | null } | undefined;

const about = ({ number }: Line, subject: Subject) => ({
  line: number,
  licenseId: subject?.licenseId ?? null,
  keyPrefix: subject?.key ? keyPrefix(subject.key) : null,
});

export const succeeded = (line: Line, subject: Subject): ImportLine => ({
  ...about(line, subject),
  outcome: 'succeeded',
  code: null,
  field: null,
  message: null,
});

export const unchanged = (
  line: Line,
  code: ReasonCode,
  message: string,
  subject: Subject
): ImportLine => ({
  ...about(line, subject),
  outcome: 'unchanged',
  code,
  field: null,
  message,
});

/** The rules of a license call some of its fields otherwise than a file does. */
const FILE_FIELDS: Partial<Record<string, ImportField>> = {
  key: 'license_key',
  customer: 'customer_email',
  activationLimit: 'activation_limit',
  expiresAt: 'expires_at',
};

const fieldOf = (details: unknown): string | null => {
  const { field } = (details ?? {}) as { field?: unknown };
  return typeof field === 'string' ? (FILE_FIELDS[field] ?? field) : null;
};

export const refused = (
  line: Line,
  reason: LicenseError | Refusal,
  subject?: Subject
): ImportLine => ({
  ...about(line, subject),
  outcome: 'refused',
  code: reason instanceof LicenseError ? codeOf(reason) : reason.code,
  field: fieldOf(reason.details),
  message: reason.message,
});
