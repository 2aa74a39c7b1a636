import { useRefetchWhile } from '../hooks/useRefetchWhile';
import { hasEnded, useGetLicenseKeyJobQuery } from '../services/bulk';

const INTERVAL = 1000;

/** Gone, or not to be seen by this role: asked again, the server would say the same. */
const FINAL_STATUSES: readonly unknown[] = [403, 404];

/** A job, asked for every second until it has ended or the server has no more to say of it. */
export const useJob = (id: number | undefined) => {
  const skip = id === undefined;
  const result = useGetLicenseKeyJobQuery(id ?? 0, { skip });
  const { currentData: job, error } = result;

  const isLost = error !== undefined && 'status' in error && FINAL_STATUSES.includes(error.status);
  const isOver = isLost || (job !== undefined && hasEnded(job));
  useRefetchWhile(!skip && !isOver, result, INTERVAL);

  return { job, error, isOver };
};

export type WatchedJob = ReturnType<typeof useJob>;
