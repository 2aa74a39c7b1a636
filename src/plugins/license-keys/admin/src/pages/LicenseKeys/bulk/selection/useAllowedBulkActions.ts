import { useRBAC } from '@strapi/strapi/admin';

import { BULK_ACTIONS, type BulkAction } from '../../../../../../shared/bulk';
import { permissionFor } from '../../../../permissions';

/** One array for good: useRBAC asks again whenever it gets another one. */
const PERMISSIONS = BULK_ACTIONS.map(permissionFor);

const rightTo = (action: BulkAction) => `can${action.charAt(0).toUpperCase()}${action.slice(1)}`;

/** What the administrator's roles permit. It is for the bar only: the server decides. */
export const useAllowedBulkActions = (): ReadonlySet<BulkAction> => {
  const { allowedActions } = useRBAC(PERMISSIONS);
  return new Set(BULK_ACTIONS.filter((action) => allowedActions[rightTo(action)]));
};
