import { useGetLicenseKeysContextQuery } from '../services/licenses';

/** The environment in which the page opens: the widgets are about that one. */
export const useHomeEnvironment = () => {
  const { data: context, error } = useGetLicenseKeysContextQuery(undefined);
  return { environment: context?.defaultEnvironment, error };
};
