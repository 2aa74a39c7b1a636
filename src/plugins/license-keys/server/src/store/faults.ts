/** How the drivers name what went wrong. */
const UNIQUE_VIOLATIONS = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE']);

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
]);

/** SQLSTATE: connection exceptions, out of connections, shutting down or starting up. */
const UNREACHABLE_STATE = /^(08|53300|57P0)/;

/** How drivers and knex begin to tell of a connection that was lost; the last one inside a transaction. */
const LOST = /^(Connection (terminated|ended)|Client has encountered|Transaction query already)/;

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

/** Whether the database did not answer, as against: answered with an error. */
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
