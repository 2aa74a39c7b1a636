import { fingerprintOf } from '../../../src/plugins/license-keys/server/src/services/selection';
import { PLAIN_ACTIONS, STATE_ACTIONS } from '../../../src/plugins/license-keys/shared/states';
import type { Admin } from '../admin';
import type { TestApi } from '../api';
import { service } from '../plugin';
import { daysFromNow, unique } from '../stock';
import { onRows, type Good, type Maker } from './rows';

/** What makes a request to each route, by its method and its path below the plugin's own and the environment. */
export type Makers = Record<string, Maker>;

const CSV =
  'customer_email,customer_name,product\nada@example.com,Ada,pro\nbob@example.com,,none\n';

const plainly =
  (good: Good = {}): Maker =>
  () =>
    good;

/** Requests in good faith to every route there is, and values that lead on. */
export const goodRequests = async (
  api: TestApi,
  admin: Admin
): Promise<{ contentApi: Makers; adminPanel: Makers; values: string[] }> => {
  const rows = await onRows(api, admin);
  const { product, customer, licenses, onLicenses, onGenerators, onJobs } = rows;
  const { documentId: generator } = await api.stock.generator(product);
  const { environment, documentId: productId, slug } = product;
  const { documentId: customerId } = customer;

  const reason = { reason: 'A test' };
  const defaults = { activationLimit: 3, features: { seats: 3 }, metadata: { order: ['A-1'] } };
  const validity = { amount: 1, unit: 'year' };
  const expiresAt = daysFromNow(100).toISOString();
  const newCustomer = () => ({
    name: 'Grace',
    email: `${unique('grace')}@example.com`,
    company: 'Navy',
  });
  const creation = { product: productId, generator, customer: customerId, expiresAt, ...defaults };
  const page = { page: '1', pageSize: '10' };
  const created = { createdFrom: '2020-01-01', createdTo: '2040-12-31' };
  const filter = {
    ...{ product: productId, customer: customerId, state: 'active', use: 'in-use', _q: 'e' },
    ...{ ...created, expiresFrom: '2020-01-01', expiresTo: '2040-12-31' },
  };
  const list = { ...filter, generator, job: '1', sort: 'createdAt:desc' };
  const upload = { environment, kind: 'assign', fileName: 'customers.csv' };
  const mapping = { customer_email: 0, customer_name: 1, product: 2 };

  const withKey =
    (fields?: object): Maker =>
    async () => {
      const [license] = await licenses();
      return { body: { key: license?.key, fingerprint: 'device-1', nonce: 'n-1', ...fields } };
    };

  const both: Makers = {
    'GET /licenses/:documentId': onLicenses(),
    'PUT /licenses/:documentId': rows.editLicenses({
      customer: customerId,
      expiresAt,
      ...defaults,
    }),
    'DELETE /licenses/:documentId': onLicenses('active', { query: reason }),
    'POST /licenses/:documentId/assign': onLicenses('available', {
      body: { customer: customerId, ...reason },
    }),
    ...Object.fromEntries(
      PLAIN_ACTIONS.map((action) => [
        `POST /licenses/:documentId/${action}`,
        onLicenses(STATE_ACTIONS[action].from[0], { body: reason }),
      ])
    ),
    'POST /activations/:documentId/deactivate': rows.onDevices({ body: reason }),
    'POST /generators/:documentId/generate': onGenerators({ body: { count: 2 } }),
    'GET /jobs/:id': onJobs('succeeded'),
    'POST /jobs/:id/cancel': onJobs('queued'),
  };

  const contentApi: Makers = {
    ...both,
    'POST /validate': withKey({ product: slug }),
    'POST /activate': withKey({
      ...{ product: slug, name: 'Laptop', platform: 'linux' },
      metadata: { seat: 1 },
    }),
    'POST /deactivate': withKey(),
    'POST /offline-file': withKey({ ttlHours: 12 }),
    'GET /jwks.json': plainly(),
    'GET /openapi.json': plainly(),
    'GET /health': plainly(),
    'GET /licenses': plainly({ query: { ...list, limit: '5' } }),
    'POST /licenses': plainly({ body: creation }),
    'POST /licenses/with-key': plainly({ body: { key: unique('OWN-KEY'), ...creation } }),
    'POST /licenses/random-assign': async () => {
      await licenses('available');
      return { body: { product: productId, customer: customerId, count: 1, ...reason } };
    },
    'GET /licenses/:documentId/key': onLicenses(),
    'GET /licenses/:documentId/offline-file': onLicenses('active', {
      query: { fingerprint: 'device-1', ttlHours: '12' },
    }),
    'GET /licenses/:documentId/activations': onLicenses('active', { query: { limit: '5' } }),
    'GET /customers': plainly({ query: { _q: 'a', email: customer.email, limit: '5' } }),
    'POST /customers': plainly({ body: newCustomer() }),
    'GET /audit-entries': async () => {
      const [license] = await licenses();
      return { query: { license: license?.documentId ?? '', limit: '5' } };
    },
  };

  const adminPanel: Makers = {
    ...both,
    'GET /context': plainly(),
    'GET /product-options': plainly({ query: { environment } }),
    'GET /customer-options': plainly({ query: { environment, _q: 'a', documentId: customerId } }),
    'GET /generator-options': plainly({ query: { environment, product: productId } }),
    'GET /suggestions': plainly({ query: { environment, _q: 'e' } }),
    'GET /statistics': plainly({ query: { environment } }),
    'GET /pool-health': plainly({ query: { environment } }),
    'POST /customers': plainly({ body: { environment, ...newCustomer() } }),
    'GET /licenses': plainly({ query: { environment, ...list, ...page } }),
    'POST /licenses': plainly({ body: { environment, key: unique('OWN-KEY'), ...creation } }),

    'GET /generators': plainly({
      query: {
        ...{ environment, _q: 's', product: productId, type: 'uuid', active: 'true' },
        ...{ sort: 'name:asc', ...page },
      },
    }),
    'POST /generators': plainly({
      body: {
        ...{ environment, name: 'Segments', product: productId, type: 'chunk', active: true },
        format: { length: 20, segmentLength: 5, separator: '-', prefix: 'A-', charset: 'ABCDEFGH' },
        ...{ validity, ...defaults },
      },
    }),
    'POST /generators/preview': plainly({
      body: { environment, type: 'custom', format: { pattern: 'A-{XXXXXXXXXXXXXXXX}-{YYYY}{##}' } },
    }),
    'GET /generators/:documentId': onGenerators(),
    'PUT /generators/:documentId': rows.editGenerators({ name: 'Renamed', validity, ...defaults }),
    'DELETE /generators/:documentId': onGenerators(),
    'POST /generators/:documentId/activate': onGenerators(),
    'POST /generators/:documentId/deactivate': onGenerators(),
    'GET /key-functions': plainly(),

    'POST /bulk/dry-run': plainly({
      body: { environment, action: 'suspend', selection: { filter }, ...reason },
    }),
    'POST /bulk': async () => {
      const ids = (await licenses('available')).map(({ documentId }) => documentId);
      const assignment = { action: 'assign', selection: { ids }, customer: customerId };
      return { body: { environment, ...assignment, ...reason, fingerprint: fingerprintOf(ids) } };
    },
    'POST /imports': plainly({ query: upload, body: CSV }),
    'GET /imports/:id': rows.onImports(upload, CSV),
    'POST /imports/:id/dry-run': rows.onImports(upload, CSV, { body: { mapping } }),
    'POST /imports/:id/commit': rows.onImports(upload, CSV, { body: { mapping } }),
    'DELETE /imports/:id': rows.onImports(upload, CSV),

    'GET /jobs': plainly({
      query: {
        ...{ environment, type: 'generate', state: 'queued', requestedBy: '1' },
        ...{ ...created, sort: 'createdAt:desc', ...page },
      },
    }),
    'GET /jobs/:id/items': onJobs('succeeded', {
      query: { outcome: 'refused', after: '1', pageSize: '10' },
    }),
    'GET /jobs/:id/results': onJobs('succeeded'),
    'POST /jobs/:id/retry': onJobs('failed'),
    'DELETE /jobs/:id': onJobs('succeeded'),

    'POST /exports/licenses': plainly({
      body: { environment, format: 'csv', filter, sort: 'key:asc' },
    }),
    'GET /views': plainly(),
    'POST /views': plainly({ body: { name: 'Mine', query: 'state=active' } }),
    'DELETE /views/:id': rows.onViews(),

    'GET /customers': plainly({ query: { environment, _q: 'a', ...page } }),
    'GET /products': plainly({ query: { environment, _q: 'a', ...page } }),
    'GET /activations': plainly({
      query: {
        ...{ environment, _q: 'd', product: productId, status: 'active' },
        ...{ verifiedFrom: '2020-01-01', verifiedTo: '2040-12-31', ...page },
      },
    }),
    'POST /activations/bulk/dry-run': rows.inBulk(environment, reason),
    'POST /activations/bulk': rows.startInBulk(environment, reason),

    'GET /audit-entries': plainly({
      query: { environment, actorType: 'system', occurredFrom: '2020-01-01', ...page },
    }),
    'GET /audit-entries/:id': rows.onAuditEntries(),
    'GET /audit-actors': plainly({ query: { environment, _q: 'a' } }),
    'GET /audit-status': plainly({ query: { environment } }),
    'POST /exports/audit-entries': plainly({
      body: { environment, format: 'csv', filter: { actorType: 'system' } },
    }),

    'GET /signing-keys': plainly(),
    'POST /signing-keys/rotate': async () => {
      const keys = await service(api.strapi, 'signing').list();
      return { body: { retire: keys.find(({ retiredAt }) => retiredAt === null)?.kid } };
    },

    'POST /preview/unlock': plainly({ body: { password: admin.credentials.password } }),
    'GET /licenses/:documentId/preview': onLicenses(),
    'GET /licenses/:documentId/offline-file': onLicenses(),
    'GET /licenses/:documentId/activations': onLicenses('active', { query: page }),
    'GET /licenses/:documentId/audit': onLicenses('active', { query: page }),
  };

  const [license] = await licenses();
  const ids = [productId, customerId, generator, license?.documentId ?? ''];
  // No key: what somebody writes into a reason is kept as it stands.
  return { contentApi, adminPanel, values: [...ids, slug, 'device-1', '1'] };
};
