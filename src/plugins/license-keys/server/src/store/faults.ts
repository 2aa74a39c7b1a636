/** How the drivers name what went wrong. */
const UNIQUE_VIOLATIONS = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE']);

/** SQLSTATE: a table, or the type that PostgreSQL makes of its rows. */
const ALREADY_EXISTS = new Set(['42P07', '42710']);

const UNREACHABLE = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * SQLSTATE: connection exceptions, read-only since a failover, out of disk, memory or connections, given up as too
 * slow, shutting down or starting up, the disk's own faults. And SQLite's: each stands for a family of codes.
 */
const UNREACHABLE_STATE =
  /^(08|25006|53[123]00|57014|57P0|58030|SQLITE_(BUSY|CANTOPEN|FULL|IOERR))/;

/** How drivers and knex tell of a connection that was lost, knex behind the statement and " - ". */
const LOST =
  /(^| - )(Connection (terminated|ended)|Client (has encountered|was closed)|Query read timeout|timeout expired|Transaction query already)/;

interface Fault {
  code?: unknown;
  name?: unknown;
  message?: unknown;
  errors?: unknown;
}

/** By its looks and not by its class: Node's own errors are of another realm where code runs in a sandbox. */
const toFault = (error: unknown): Fault =>
  typeof error === 'object' && error !== null ? error : {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An error's code, or else its kind: never its message, which may quote values. */
export const faultOf = (error: unknown): string => {
  const { code, name } = toFault(error);
  return textOf(code) || textOf(name) || 'unknown';
};

export const isUniqueViolation = (error: unknown): boolean =>
  UNIQUE_VIOLATIONS.has(textOf(toFault(error).code));

/** Whether what was to be created is there. */
export const alreadyExists = (error: unknown): boolean =>
  ALREADY_EXISTS.has(textOf(toFault(error).code));

/** Whether the database cannot be reached or written for the moment, as against: answered that something is wrong. */
export const isUnreachable = (error: unknown): boolean => {
  const { code, name, message, errors } = toFault(error);
  return (
    UNREACHABLE.has(textOf(code)) ||
    UNREACHABLE_STATE.test(textOf(code)) ||
    name === 'KnexTimeoutError' ||
    LOST.test(textOf(message)) ||
    (Array.isArray(errors) && errors.some(isUnreachable))
  );
};
