import { useAuth } from '@strapi/strapi/admin';

import { permissionId } from '../../../shared/permissions';
import { useGetLicenseKeysContextQuery } from '../services/licenses';

import { GlobalSearchShortcut } from './GlobalSearchShortcut';
import { isOffered } from './isOffered';

/**
 * Ctrl/Cmd+K, wherever one is in the admin panel. It is there before anybody has logged in, so it
 * watches the session rather than asking once, as `useRBAC` would.
 */
export const GlobalSearch = () => {
  const isPermitted = useAuth(
    'GlobalSearch',
    ({ token, permissions }) =>
      token !== null && permissions.some(({ action }) => action === permissionId('read'))
  );
  const { data: context } = useGetLicenseKeysContextQuery(undefined, { skip: !isPermitted });

  return isPermitted && context && isOffered(context) ? (
    <GlobalSearchShortcut context={context} />
  ) : null;
};
