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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** An error's code, or else its kind: never its message, which may quote values. */
export const faultOf = (error: unknown): string =>
  codeOf(error) || (error instanceof Error ? error.name : 'unknown');

export const isUniqueViolation = (error: unknown): boolean => UNIQUE_VIOLATIONS.has(codeOf(error));

/** Whether the database did not answer, as against: answered with an error. */
export const isUnreachable = (error: unknown): boolean => {
  const code = codeOf(error);
  return (
    UNREACHABLE.has(code) ||
    UNREACHABLE_STATE.test(code) ||
    (error instanceof Error &&
      (error.name === 'KnexTimeoutError' ||
        error.message.startsWith('Connection terminated') ||
        (error instanceof AggregateError && error.errors.some(isUnreachable))))
  );
};
