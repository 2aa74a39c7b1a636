import type { QueryError } from '../hooks/useErrorMessage';

/** What `fetch` threw, as RTK Query would hand it out. */
export const toError = (error: unknown): QueryError =>
  error instanceof Error ? error : { name: 'Error', message: String(error) };
