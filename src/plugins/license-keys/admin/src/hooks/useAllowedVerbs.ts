import { useAuth } from '@strapi/strapi/admin';

import { LICENSE_VERBS, permissionId, type LicenseVerb } from '../../../shared/permissions';

interface Rights {
  verbs: ReadonlySet<LicenseVerb>;
  /** Until then there are none. */
  isLoading: boolean;
}

/**
 * What the administrator's roles permit. It is for the page only: the server decides. Strapi's `useRBAC` would
 * check once, when a component comes up, and miss permissions that arrive later.
 */
export const useRights = (): Rights => {
  const permissions = useAuth('useRights', (auth) => auth.permissions);
  const isLoading = useAuth('useRights', (auth) => auth.isLoading);
  const actions = new Set(permissions.map(({ action }) => action));
  return {
    verbs: new Set(LICENSE_VERBS.filter((verb) => actions.has(permissionId(verb)))),
    isLoading,
  };
};

export const useAllowedVerbs = (): ReadonlySet<LicenseVerb> => useRights().verbs;
