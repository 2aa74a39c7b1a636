import { permissionId } from '../../../shared/permissions';
import type { LicenseVerb } from '../../../shared/permissions';
import { PLAIN_ACTIONS } from '../../../shared/states';

const route = (method: string, path: string, handler: string, verb: LicenseVerb) => ({
  method,
  path,
  handler,
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
    route('GET', '/context', 'licenses.context', 'read'),
    route('GET', '/product-options', 'licenses.productOptions', 'read'),
    route('GET', '/customer-options', 'forms.customerOptions', 'read'),
    route('GET', '/generator-options', 'forms.generatorOptions', 'read'),
    route('GET', '/suggestions', 'licenses.suggestions', 'read'),
    route('GET', '/statistics', 'licenses.statistics', 'read'),
    route('POST', '/customers', 'forms.createCustomer', 'create-customer'),

    route('GET', '/licenses', 'licenses.find', 'read'),
    route('POST', '/licenses', 'forms.create', 'create'),
    route('GET', '/licenses/:documentId', 'forms.findOne', 'read'),
    route('PUT', '/licenses/:documentId', 'forms.update', 'update'),
    route('POST', '/licenses/:documentId/assign', 'forms.assign', 'assign'),
    ...PLAIN_ACTIONS.map((action) =>
      route('POST', `/licenses/:documentId/${action}`, `licenses.${action}`, action)
    ),
    route('DELETE', '/licenses/:documentId', 'licenses.delete', 'delete'),

    route('POST', '/bulk/dry-run', 'jobs.dryRun', 'read'),
    route('POST', '/bulk', 'jobs.startBulk', 'read'),
    route('GET', '/jobs', 'jobs.find', 'read'),
    route('GET', '/jobs/:id', 'jobs.findOne', 'read'),
    route('GET', '/jobs/:id/results', 'jobs.results', 'read'),
    route('POST', '/jobs/:id/cancel', 'jobs.cancel', 'read'),
    route('POST', '/jobs/:id/retry', 'jobs.retry', 'read'),
    route('DELETE', '/jobs/:id', 'jobs.delete', 'read'),

    route('GET', '/exports/licenses', 'exports.licenses', 'export'),
    route('GET', '/views', 'views.find', 'read'),
    route('POST', '/views', 'views.save', 'read'),
    route('DELETE', '/views/:id', 'views.delete', 'read'),

    route('POST', '/preview/unlock', 'previews.unlock', 'preview'),
    route('GET', '/licenses/:documentId/preview', 'previews.find', 'preview'),
    route('GET', '/licenses/:documentId/offline-file', 'previews.offlineFile', 'preview'),
    route('GET', '/licenses/:documentId/activations', 'previews.activations', 'preview'),
    route('GET', '/licenses/:documentId/audit', 'previews.audit', 'preview'),
    route(
      'POST',
      '/activations/:documentId/deactivate',
      'previews.deactivateDevice',
      'deactivate-device'
    ),
  ],
};
