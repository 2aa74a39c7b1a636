import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';

import { LICENSE_ACTIONS, verbOf, type LicenseAction } from './licenseActions';

export const useAllowedActions = (): ReadonlySet<LicenseAction> => {
  const verbs = useAllowedVerbs();
  return new Set(LICENSE_ACTIONS.filter((action) => verbs.has(verbOf(action))));
};
