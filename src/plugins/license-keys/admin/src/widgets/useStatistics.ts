import { useGetLicenseKeyStatisticsQuery } from '../services/statistics';

import { useHomeEnvironment } from './useHomeEnvironment';

/** The figures of the environment in which the page opens; all widgets share one answer. */
export const useStatistics = () => {
  const { environment, error: contextError } = useHomeEnvironment();
  const { data: statistics, error } = useGetLicenseKeyStatisticsQuery(environment ?? '', {
    skip: environment === undefined,
    refetchOnMountOrArgChange: true,
  });

  return { statistics, environment, error: contextError ?? error };
};
