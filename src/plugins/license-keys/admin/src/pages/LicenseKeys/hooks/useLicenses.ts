import { useEffect } from 'react';

import { useGetLicenseKeysQuery } from '../../../services/licenses';

import type { ListQuery } from './useListQuery';

/** The page of the list that the address asks for; on a refetch, the last one until the next is there. */
export const useLicenses = ({ query, update }: ListQuery) => {
  const { data, error, isFetching, refetch } = useGetLicenseKeysQuery(query, {
    refetchOnMountOrArgChange: true,
  });
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

export type LicensesResult = ReturnType<typeof useLicenses>;
