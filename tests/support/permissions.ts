import { BULK_ACTIONS, type BulkAction } from '../../src/plugins/license-keys/shared/bulk';
import {
  LICENSE_VERBS,
  permissionId,
  type LicenseVerb,
} from '../../src/plugins/license-keys/shared/permissions';
import type { Admin, Permission } from './admin';
import {
  createGeneratorButton,
  createLicenseButton,
  deactivateDeviceButton,
  editButtonOfPreview,
  exportAuditButton,
  deactivateDeviceControls,
  exportButtons,
  exportJobButtons,
  generatorActions,
  importPage,
  inCreateForm,
  inFormOf,
  rotateKeysButton,
  rowAction,
  subPage,
  type Controls,
} from './controls';

type Method = 'get' | 'post' | 'put' | 'delete';

/** A request that takes a permission; with a body where it is the body that does. */
export interface Endpoint {
  method: Method;
  /** As the route has it. */
  path: string;
  body?: object;
}

interface Row {
  endpoints: Endpoint[];
  /** Of one place of the page, or of several. */
  controls: Controls | Controls[];
}

const get = (path: string): Endpoint => ({ method: 'get', path });
const put = (path: string, body?: object): Endpoint => ({ method: 'put', path, body });
const post = (path: string, body?: object): Endpoint => ({ method: 'post', path, body });

/** The licenses do not exist, so that who may do it changes nothing either. */
const bulkBody = (action: BulkAction) => ({
  environment: 'production',
  action,
  selection: { ids: ['nobody'] },
});

const inBulk = (action: BulkAction): Endpoint[] => [
  post('/bulk/dry-run', bulkBody(action)),
  post('/bulk', { ...bulkBody(action), fingerprint: 'none' }),
];

const DEVICES = { environment: 'production', selection: { ids: ['nobody'] } };

const creationWith = (extra: object): Endpoint =>
  post('/licenses', { environment: 'production', product: 'p', generator: 'g', ...extra });

/** Each RBAC action with the endpoints that it opens and where the page offers it. */
export const PERMISSIONS: Record<LicenseVerb, Row> = {
  read: {
    endpoints: [
      get('/generator-options'),
      get('/suggestions'),
      get('/statistics'),
      get('/customers'),
      get('/products'),
      get('/licenses'),
      get('/licenses/:documentId'),
      post('/bulk/dry-run'),
      post('/bulk'),
      get('/jobs'),
      get('/views'),
      post('/views'),
      { method: 'delete', path: '/views/:id' },
    ],
    controls: [
      subPage('', 'License Keys', 'Settings'),
      subPage('/customers', 'Customers', 'Settings'),
      subPage('/products', 'Products', 'Settings'),
      subPage('/jobs', 'Jobs', 'Settings'),
    ],
  },
  preview: {
    endpoints: [
      post('/preview/unlock'),
      get('/licenses/:documentId/preview'),
      get('/licenses/:documentId/offline-file'),
      get('/licenses/:documentId/activations'),
      get('/licenses/:documentId/audit'),
    ],
    controls: rowAction('active', 'Preview', { isBulk: false }),
  },
  export: {
    endpoints: [post('/exports/licenses'), ...inBulk('export')],
    controls: [exportButtons, exportJobButtons],
  },
  'read-devices': {
    endpoints: [get('/activations'), post('/activations/bulk/dry-run'), post('/activations/bulk')],
    controls: subPage('/activations', 'Activations', 'License Keys'),
  },
  'read-audit': {
    endpoints: [
      get('/audit-entries'),
      get('/audit-entries/:id'),
      get('/audit-actors'),
      get('/audit-status'),
    ],
    controls: subPage('/audit-log', 'Audit log', 'License Keys'),
  },
  'export-audit': {
    endpoints: [post('/exports/audit-entries')],
    controls: exportAuditButton,
  },
  import: {
    endpoints: [
      post('/imports'),
      get('/imports/:id'),
      post('/imports/:id/dry-run'),
      post('/imports/:id/commit'),
      { method: 'delete', path: '/imports/:id' },
    ],
    controls: importPage,
  },
  create: {
    endpoints: [post('/licenses')],
    controls: createLicenseButton,
  },
  'create-with-key': {
    endpoints: [creationWith({ key: 'MY-OWN-KEY' })],
    controls: inCreateForm('ownKey', 'newCustomer'),
  },
  update: {
    endpoints: [put('/licenses/:documentId')],
    controls: [rowAction('active', 'Edit', { isBulk: false }), editButtonOfPreview],
  },
  assign: {
    endpoints: [
      post('/licenses/:documentId/assign'),
      creationWith({ customer: 'nobody' }),
      put('/licenses/:documentId', { version: '2026-01-01T00:00:00.000Z', customer: 'nobody' }),
      ...inBulk('assign'),
    ],
    controls: [
      rowAction('available', 'Assign'),
      inCreateForm('customer', 'limit'),
      inFormOf('edit', 'customer', 'limit'),
    ],
  },
  'create-customer': {
    endpoints: [post('/customers')],
    controls: [
      inCreateForm('newCustomer', 'customer'),
      inFormOf('edit', 'newCustomer', 'customer'),
      inFormOf('assign', 'newCustomer', 'customer'),
    ],
  },
  inactivate: {
    endpoints: [post('/licenses/:documentId/inactivate'), ...inBulk('inactivate')],
    controls: rowAction('active', 'Inactivate'),
  },
  reactivate: {
    endpoints: [post('/licenses/:documentId/reactivate'), ...inBulk('reactivate')],
    controls: rowAction('inactive', 'Reactivate'),
  },
  suspend: {
    endpoints: [post('/licenses/:documentId/suspend'), ...inBulk('suspend')],
    controls: rowAction('active', 'Suspend'),
  },
  unsuspend: {
    endpoints: [post('/licenses/:documentId/unsuspend'), ...inBulk('unsuspend')],
    controls: rowAction('suspended', 'Unsuspend'),
  },
  revoke: {
    endpoints: [post('/licenses/:documentId/revoke'), ...inBulk('revoke')],
    controls: rowAction('active', 'Revoke'),
  },
  delete: {
    endpoints: [{ method: 'delete', path: '/licenses/:documentId' }, ...inBulk('delete')],
    controls: rowAction('active', 'Delete'),
  },
  'deactivate-device': {
    endpoints: [
      post('/activations/:documentId/deactivate'),
      post('/activations/bulk/dry-run', DEVICES),
      post('/activations/bulk', { ...DEVICES, fingerprint: 'none' }),
    ],
    controls: [deactivateDeviceButton, deactivateDeviceControls],
  },
  'read-generators': {
    endpoints: [
      get('/generators'),
      get('/generators/:documentId'),
      post('/generators/preview'),
      get('/key-functions'),
    ],
    controls: subPage('/generators', 'Generators', 'License Keys'),
  },
  'create-generator': {
    endpoints: [post('/generators')],
    controls: createGeneratorButton,
  },
  'update-generator': {
    endpoints: [
      { method: 'put', path: '/generators/:documentId' },
      post('/generators/:documentId/activate'),
      post('/generators/:documentId/deactivate'),
    ],
    controls: generatorActions('Edit', 'Deactivate'),
  },
  'delete-generator': {
    endpoints: [{ method: 'delete', path: '/generators/:documentId' }],
    controls: generatorActions('Delete'),
  },
  generate: {
    endpoints: [post('/generators/:documentId/generate')],
    controls: generatorActions('Generate licenses'),
  },
  'read-settings': {
    endpoints: [get('/signing-keys')],
    controls: subPage('/settings', 'Settings', 'License Keys'),
  },
  'rotate-signing-keys': {
    endpoints: [post('/signing-keys/rotate')],
    controls: rotateKeysButton,
  },
};

/** What starts jobs; what it takes to change one is tested for each kind of them. */
const OF_JOBS: LicenseVerb[] = [...BULK_ACTIONS, 'deactivate-device', 'generate', 'import'];

/** What several pages ask for, with the RBAC actions of which any opens it. */
export const SHARED: { endpoint: Endpoint; verbs: LicenseVerb[] }[] = [
  { endpoint: get('/context'), verbs: LICENSE_VERBS },
  { endpoint: get('/product-options'), verbs: ['read', 'read-generators', 'read-devices'] },
  { endpoint: get('/customer-options'), verbs: ['read', 'read-devices'] },
  { endpoint: get('/pool-health'), verbs: ['read', 'read-generators'] },
  { endpoint: get('/jobs/:id'), verbs: ['read', ...OF_JOBS] },
  { endpoint: get('/jobs/:id/items'), verbs: ['read', ...OF_JOBS] },
  { endpoint: get('/jobs/:id/results'), verbs: ['read', ...OF_JOBS] },
  { endpoint: post('/jobs/:id/cancel'), verbs: OF_JOBS },
  { endpoint: post('/jobs/:id/retry'), verbs: OF_JOBS },
  { endpoint: { method: 'delete', path: '/jobs/:id' }, verbs: OF_JOBS },
];

export const permissionsFor = (verbs: readonly LicenseVerb[]): Permission[] =>
  verbs.map((verb) => ({ action: permissionId(verb) }));

/** Sends the request, to a record that does not exist where it asks for one. */
export const send = ({ method, path, body }: Endpoint, sender: Pick<Admin, Method>) => {
  const request = sender[method](`/license-keys${path.replace(/:\w+/g, '999')}`);
  return body ? request.send(body) : request;
};
