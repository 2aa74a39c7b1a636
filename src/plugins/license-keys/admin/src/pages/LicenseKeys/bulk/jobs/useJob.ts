import { useEffect } from 'react';

import { hasEnded, useGetLicenseKeyJobQuery } from '../../../../services/bulk';

const INTERVAL = 1000;

/**
 * A job, asked for every second until it has ended or turns out to be gone. RTK Query's own
 * polling would never stop: Strapi's i18n plugin adds the middleware of `adminApi` to the store
 * for a second time, and that one does not hear that the interval has changed.
 */
export const useJob = (id: number | undefined) => {
  const skip = id === undefined;
  const {
    currentData: job,
    error,
    isFetching,
    refetch,
  } = useGetLicenseKeyJobQuery(id ?? 0, { skip });

  const isGone = error !== undefined && 'status' in error && error.status === 404;
  const isOver = isGone || (job !== undefined && hasEnded(job));

  const isWaiting = !skip && !isOver && !isFetching;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => void refetch(), INTERVAL);
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, refetch]);

  return { job, error, isOver };
};

export type WatchedJob = ReturnType<typeof useJob>;
