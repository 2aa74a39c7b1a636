import { useRBAC } from '@strapi/strapi/admin';

import { LICENSE_VERBS, type LicenseVerb } from '../../../shared/permissions';
import { permissionFor } from '../permissions';

/** One array for good: useRBAC asks again whenever it gets another one. */
const PERMISSIONS = LICENSE_VERBS.map(permissionFor);

/** As useRBAC calls it: `create-customer` is `canCreateCustomer`. */
const rightTo = (verb: LicenseVerb) =>
  `can-${verb}`.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

interface Rights {
  verbs: ReadonlySet<LicenseVerb>;
  /** Until then there are none. */
  isLoading: boolean;
}

/** What the administrator's roles permit. It is for the page only: the server decides. */
export const useRights = (): Rights => {
  const { allowedActions, isLoading } = useRBAC(PERMISSIONS);
  return {
    verbs: new Set(LICENSE_VERBS.filter((verb) => allowedActions[rightTo(verb)])),
    isLoading,
  };
};

export const useAllowedVerbs = (): ReadonlySet<LicenseVerb> => useRights().verbs;
