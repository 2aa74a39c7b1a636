import { hasEnded, licenseKeysBulkApi } from '../../../../services/bulk';

const INTERVAL = 1000;

const { useQueryState, useQuerySubscription } = licenseKeysBulkApi.endpoints.getLicenseKeyJob;

/** A job, asked for every second until it has ended or turns out to be gone. */
export const useJob = (id: number | undefined) => {
  const asked = id ?? 0;
  const skip = id === undefined;
  const { currentData: job, error } = useQueryState(asked, { skip });
  const isGone = error !== undefined && 'status' in error && error.status === 404;
  const isOver = isGone || (job !== undefined && hasEnded(job));

  useQuerySubscription(asked, { skip, pollingInterval: isOver ? 0 : INTERVAL });
  return { job, error, isOver };
};

export type WatchedJob = ReturnType<typeof useJob>;
