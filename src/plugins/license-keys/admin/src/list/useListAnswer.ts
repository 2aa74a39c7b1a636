import { useEffect } from 'react';

import type { Paged } from '../../../shared/license';
import type { QueryError } from '../hooks/useErrorMessage';

import type { UpdateAddress } from './useListAddress';

interface ListQuery {
  environment: string;
  page: number;
}

/** One page of a list, with what was asked for: while the next one is on its way, it is still shown. */
export type AnsweredPage<Item, Query> = Paged<Item> & { query: Query };

interface Asked<Page> {
  data?: Page;
  error?: QueryError;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface ListResult<Page> {
  answer: Page | undefined;
  error: QueryError | undefined;
  isFetching: boolean;
  refetch: () => unknown;
}

/** The page of the list that the address asks for; on a refetch, the last one until the next is there. */
export const useListAnswer = <Page extends AnsweredPage<unknown, { environment: string }>>(
  { data, error, isFetching, refetch }: Asked<Page>,
  query: ListQuery,
  update: UpdateAddress
): ListResult<Page> => {
  // Rows of one environment must never stand under the name of another.
  const answer = data?.query.environment === query.environment ? data : undefined;

  // The last row of the last page may have been deleted, or a bookmark be older than the rows.
  const lastPage = Math.max(1, answer?.meta.pagination.pageCount ?? query.page);
  const isPastTheEnd = !isFetching && !error && query.page > lastPage;
  useEffect(() => {
    if (isPastTheEnd) update({ page: String(lastPage) }, { replace: true });
  }, [isPastTheEnd, lastPage, update]);

  return { answer, error, isFetching, refetch };
};
