import { useGetLicenseKeysContextQuery } from '../services/licenses';
import { useGetLicenseKeyStatisticsQuery } from '../services/statistics';

/** The figures of the environment in which the page opens; all widgets share one answer. */
export const useStatistics = () => {
  const { data: context, error: contextError } = useGetLicenseKeysContextQuery(undefined);
  const environment = context?.defaultEnvironment;
  const { data: statistics, error } = useGetLicenseKeyStatisticsQuery(environment ?? '', {
    skip: environment === undefined,
    refetchOnMountOrArgChange: true,
  });

  return { statistics, environment, error: contextError ?? error };
};
