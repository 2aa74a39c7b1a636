import { useState } from 'react';

import type { QueryError } from '../hooks/useErrorMessage';

/** The query that the record was loaded by. */
interface RecordQuery<Item> {
  refetch: () => PromiseLike<{ data?: Item; error?: unknown }>;
  isFetching: boolean;
  error?: QueryError;
}

/** Loads anew what an edit was begun on. */
export interface Reload {
  isLoading: boolean;
  /** Why it did not work the last time. */
  error: QueryError | undefined;
  start: () => void;
}

/** Keeps a record as it was when it was opened, whatever is loaded meanwhile: the edit was begun on that. */
export const useReload = <Item>(
  loaded: Item,
  { refetch, isFetching, error }: RecordQuery<Item>
): { record: Item; reload: Reload } => {
  const [record, setRecord] = useState(loaded);

  const load = async () => {
    const answer = await refetch();
    // Beside an error stands what was loaded before.
    if (answer.data && !answer.error) setRecord(answer.data);
  };

  return { record, reload: { isLoading: isFetching, error, start: () => void load() } };
};
