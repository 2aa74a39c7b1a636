import { useEffect } from 'react';

interface Refetched {
  isFetching: boolean;
  refetch: () => unknown;
}

/**
 * Asks again so many milliseconds after each answer, as long as it is worth it. RTK Query's own polling would
 * never stop: Strapi's i18n plugin adds the middleware of `adminApi` to the store for a second time, and that
 * one does not hear that the interval has changed.
 */
export const useRefetchWhile = (
  isWorthIt: boolean,
  { isFetching, refetch }: Refetched,
  interval: number
): void => {
  const isWaiting = isWorthIt && !isFetching;

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => void refetch(), interval);
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, refetch, interval]);
};
