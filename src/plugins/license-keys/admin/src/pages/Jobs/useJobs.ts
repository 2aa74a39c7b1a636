import { useRefetchWhile } from '../../hooks/useRefetchWhile';
import { useListAnswer } from '../../list/useListAnswer';
import { hasEnded } from '../../services/bulk';
import { useGetLicenseKeyJobsQuery } from '../../services/jobs';
import { encodeQuery } from '../../services/licenses';

import type { JobQuery } from './useJobQuery';

const INTERVAL = 2000;

/** The page of the list that the address asks for, anew as long as a job of it is not over. */
export const useJobs = ({ query, update }: JobQuery) => {
  const asked = useGetLicenseKeyJobsQuery(query, { refetchOnMountOrArgChange: true });
  const result = useListAnswer(asked, query, update);
  const { answer } = result;

  const isLive = answer?.data.some((job) => !hasEnded(job)) ?? false;
  useRefetchWhile(isLive, asked, INTERVAL);

  // The same page in a later state takes the place of the former without a flicker.
  const isOutdated = answer !== undefined && encodeQuery(answer.query) !== encodeQuery(query);
  return { ...result, isBusy: result.isFetching && isOutdated };
};

export type JobsResult = ReturnType<typeof useJobs>;
