import { BULK_ACTIONS } from '../../../shared/bulk';
import { LICENSE_VERBS } from '../../../shared/permissions';
import type { LicenseVerb } from '../../../shared/permissions';
import { PLAIN_ACTIONS } from '../../../shared/states';
import { named } from './middlewares';

/** A thousand selected licenses, or a generator with large features. */
const BODY = {
  name: 'plugin::license-keys.json-body',
  config: { optional: true, maxKilobytes: 1024 },
};

const hasBody = (method: string): boolean => method === 'POST' || method === 'PUT';

/** What starts jobs: whether one has what this job takes, the controller asks. */
const OF_JOBS: readonly LicenseVerb[] = [
  ...BULK_ACTIONS,
  'deactivate-device',
  'generate',
  'import',
];

const route = (
  method: string,
  path: string,
  handler: string,
  /** Any of them opens it. */
  verbs: LicenseVerb | readonly LicenseVerb[],
  body: readonly object[] = hasBody(method) ? [BODY] : []
) => ({
  method,
  path,
  handler,
  config: {
    middlewares: [...named(['answers']), ...body],
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'plugin::license-keys.permitted', config: { anyOf: [verbs].flat() } },
    ],
  },
});

export const admin = {
  type: 'admin',
  routes: [
    // Every page begins with it.
    route('GET', '/context', 'licenses.context', LICENSE_VERBS),
    route('GET', '/product-options', 'licenses.productOptions', [
      'read',
      'read-generators',
      'read-devices',
    ]),
    route('GET', '/customer-options', 'forms.customerOptions', ['read', 'read-devices']),
    route('GET', '/generator-options', 'forms.generatorOptions', 'read'),
    route('GET', '/suggestions', 'licenses.suggestions', 'read'),
    route('GET', '/statistics', 'licenses.statistics', 'read'),
    route('GET', '/customers', 'catalog.customers', 'read'),
    route('POST', '/customers', 'forms.createCustomer', 'create-customer'),
    route('GET', '/products', 'catalog.products', 'read'),

    route('GET', '/licenses', 'licenses.find', 'read'),
    route('POST', '/licenses', 'forms.create', 'create'),
    route('GET', '/licenses/:documentId', 'forms.findOne', 'read'),
    route('PUT', '/licenses/:documentId', 'forms.update', 'update'),
    route('POST', '/licenses/:documentId/assign', 'forms.assign', 'assign'),
    ...PLAIN_ACTIONS.map((action) =>
      route('POST', `/licenses/:documentId/${action}`, `licenses.${action}`, action)
    ),
    route('DELETE', '/licenses/:documentId', 'licenses.delete', 'delete'),

    route('GET', '/generators', 'generators.find', 'read-generators'),
    route('POST', '/generators', 'generators.create', 'create-generator'),
    route('POST', '/generators/preview', 'generators.preview', 'read-generators'),
    route('GET', '/generators/:documentId', 'generators.findOne', 'read-generators'),
    route('PUT', '/generators/:documentId', 'generators.update', 'update-generator'),
    route('DELETE', '/generators/:documentId', 'generators.delete', 'delete-generator'),
    route('POST', '/generators/:documentId/activate', 'generators.activate', 'update-generator'),
    route(
      'POST',
      '/generators/:documentId/deactivate',
      'generators.deactivate',
      'update-generator'
    ),
    route('POST', '/generators/:documentId/generate', 'generators.generate', 'generate'),
    route('GET', '/key-functions', 'generators.keyFunctions', 'read-generators'),
    route('GET', '/pool-health', 'generators.poolHealth', ['read', 'read-generators']),

    route('POST', '/bulk/dry-run', 'bulk.dryRun', 'read'),
    route('POST', '/bulk', 'bulk.start', 'read'),
    // Its body is the file.
    route('POST', '/imports', 'imports.upload', 'import', []),
    route('GET', '/imports/:id', 'imports.findOne', 'import'),
    route('POST', '/imports/:id/dry-run', 'imports.dryRun', 'import'),
    route('POST', '/imports/:id/commit', 'imports.commit', 'import'),
    route('DELETE', '/imports/:id', 'imports.delete', 'import'),

    route('GET', '/jobs', 'jobs.find', 'read'),
    route('GET', '/jobs/:id', 'jobs.findOne', ['read', ...OF_JOBS]),
    route('GET', '/jobs/:id/items', 'jobs.items', ['read', ...OF_JOBS]),
    route('GET', '/jobs/:id/results', 'jobs.results', ['read', ...OF_JOBS]),
    route('POST', '/jobs/:id/cancel', 'jobs.cancel', OF_JOBS),
    route('POST', '/jobs/:id/retry', 'jobs.retry', OF_JOBS),
    route('DELETE', '/jobs/:id', 'jobs.delete', OF_JOBS),

    route('POST', '/exports/licenses', 'exports.licenses', 'export'),
    route('POST', '/exports/audit-entries', 'exports.auditEntries', 'export-audit'),
    route('GET', '/views', 'views.find', 'read'),
    route('POST', '/views', 'views.save', 'read'),
    route('DELETE', '/views/:id', 'views.delete', 'read'),

    route('GET', '/audit-entries', 'auditLog.find', 'read-audit'),
    route('GET', '/audit-entries/:id', 'auditLog.findOne', 'read-audit'),
    route('GET', '/audit-actors', 'auditLog.actors', 'read-audit'),
    route('GET', '/audit-status', 'auditLog.status', 'read-audit'),

    route('GET', '/signing-keys', 'signingKeys.find', 'read-settings'),
    route('POST', '/signing-keys/rotate', 'signingKeys.rotate', 'rotate-signing-keys'),

    route('POST', '/preview/unlock', 'previews.unlock', 'preview'),
    route('GET', '/licenses/:documentId/preview', 'previews.find', 'preview'),
    route('GET', '/licenses/:documentId/offline-file', 'previews.offlineFile', 'preview'),
    route('GET', '/licenses/:documentId/activations', 'previews.activations', 'preview'),
    route('GET', '/licenses/:documentId/audit', 'previews.audit', 'preview'),
    route('GET', '/activations', 'devices.find', 'read-devices'),
    route('POST', '/activations/bulk/dry-run', 'devices.dryRun', 'read-devices'),
    route('POST', '/activations/bulk', 'devices.start', 'read-devices'),
    route('POST', '/activations/:documentId/deactivate', 'devices.deactivate', 'deactivate-device'),
  ],
};
