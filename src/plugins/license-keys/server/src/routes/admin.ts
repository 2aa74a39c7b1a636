import { permissionId } from '../../../shared/permissions';
import type { LicenseVerb } from '../../../shared/permissions';
import { PLAIN_ACTIONS } from '../../../shared/states';

const route = (method: string, path: string, action: string, verb: LicenseVerb) => ({
  method,
  path,
  handler: `licenses.${action}`,
  config: {
    middlewares: ['plugin::license-keys.answers'],
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permissionId(verb)] } },
    ],
  },
});

export const admin = {
  type: 'admin',
  routes: [
    route('GET', '/context', 'context', 'read'),
    route('GET', '/product-options', 'productOptions', 'read'),
    route('GET', '/licenses', 'find', 'read'),
    ...PLAIN_ACTIONS.map((action) =>
      route('POST', `/licenses/:documentId/${action}`, action, action)
    ),
    route('DELETE', '/licenses/:documentId', 'delete', 'delete'),
  ],
};
