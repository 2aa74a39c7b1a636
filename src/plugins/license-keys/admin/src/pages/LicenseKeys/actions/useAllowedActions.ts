import { useRBAC } from '@strapi/strapi/admin';

import { permissionFor } from '../../../permissions';

import { LICENSE_ACTIONS, type LicenseAction } from './licenseActions';

/** One array for good: useRBAC asks again whenever it gets another one. */
const PERMISSIONS = LICENSE_ACTIONS.map(permissionFor);

const rightTo = (action: LicenseAction) => `can${action.charAt(0).toUpperCase()}${action.slice(1)}`;

/** What the administrator's roles permit. It is for the menu only: the server decides. */
export const useAllowedActions = (): ReadonlySet<LicenseAction> => {
  const { allowedActions } = useRBAC(PERMISSIONS);
  return new Set(LICENSE_ACTIONS.filter((action) => allowedActions[rightTo(action)]));
};
