import type { Response } from 'supertest';

import type {
  ContentApiHandler,
  ContentApiRoute,
} from '../../src/plugins/license-keys/server/src/routes/content-api';
import { STATE_ACTIONS, type PlainAction } from '../../src/plugins/license-keys/shared/states';
import type { TestApi } from './api';
import { createGenerator } from './catalog';
import type { Http } from './http';
import type { Integrator } from './integrator';
import { service } from './plugin';
import { poolOf } from './pool';
import { devicesOf } from './rows';
import { SYSTEM, unique, type LicenseWish } from './stock';
import { readLicense } from './tables';

/** A request that succeeds. */
export interface Sample {
  /** Below the plugin's prefix. */
  path: string;
  body?: object;
  /** What makes another request of the same operation of it. */
  other?: { path: string } | { body: object };
  /** What, sent afterwards, succeeds with another status. */
  also?: { body: object };
  /** How many audit entries it leaves. */
  entries?: number;
  /** Removes what the request is about. */
  remove?: () => Promise<unknown>;
}

type Arrange = (api: TestApi) => Promise<Sample>;

const at = (path: string): Arrange => {
  return () => Promise.resolve({ path });
};

const licenseFor = async ({ strapi, stock }: TestApi, wish?: LicenseWish) => {
  const { documentId, key } = await stock.license(wish);
  const remove = async () => service(strapi, 'licenses').delete({ documentId, actor: SYSTEM });
  return { documentId, key, remove };
};

/** A request that only reads a license. */
const read =
  (what: string): Arrange =>
  async (api) => ({ path: `/production/licenses/${(await licenseFor(api)).documentId}${what}` });

const act =
  (action: PlainAction): Arrange =>
  async (api) => {
    const [state] = STATE_ACTIONS[action].from;
    const { documentId, remove } = await licenseFor(api, { state });
    return {
      path: `/production/licenses/${documentId}/${action}`,
      body: { reason: 'asked for' },
      other: { body: { reason: 'asked for twice' } },
      entries: 1,
      remove,
    };
  };

const create =
  (path: string, fields: () => object): Arrange =>
  async ({ strapi, stock }) => {
    const product = await stock.product();
    const generator = await createGenerator(strapi, product);
    const [{ documentId: customer }, ids] = [
      await stock.customer(),
      { product: product.documentId, generator: generator.documentId },
    ];
    const body = { ...ids, customer, ...fields() };
    return { path, body, other: { body: { ...body, activationLimit: 2 } }, entries: 1 };
  };

const jobFor = async ({ strapi }: TestApi): Promise<number> =>
  service(strapi, 'jobs').enqueue({
    type: 'generate',
    environment: 'production',
    payload: {},
    actor: SYSTEM,
    total: 1,
    now: new Date(),
  });

/** For each operation of the content API a request that succeeds. The jobs among them are not to be run. */
export const OPERATIONS: Record<ContentApiHandler, Arrange> = {
  'licensing.validate': async (api) => {
    const { key } = await licenseFor(api);
    return { path: '/production/validate', body: { key } };
  },
  'licensing.activate': async (api) => {
    const { key, remove } = await licenseFor(api);
    const body = { key, fingerprint: 'new' };
    const other = { body: { ...body, name: 'Laptop' } };
    return { path: '/production/activate', body, other, also: { body }, entries: 1, remove };
  },
  'licensing.deactivate': async (api) => {
    const { key, remove } = await licenseFor(api, { devices: ['device-1', 'device-2'] });
    const body = { key, fingerprint: 'device-1' };
    const other = { body: { key, fingerprint: 'device-2' } };
    return { path: '/production/deactivate', body, other, entries: 1, remove };
  },
  'licensing.offlineFile': async (api) => {
    const { key } = await licenseFor(api);
    return { path: '/production/offline-file', body: { key, fingerprint: 'device-1' } };
  },
  'licensing.keySet': at('/jwks.json'),
  'licensing.openApi': at('/openapi.json'),
  'licensing.health': at('/health'),

  'license.find': at('/production/licenses'),
  'license.findOne': read(''),
  'license.readKey': read('/key'),
  'license.offlineFile': read('/offline-file'),
  'license.create': create('/production/licenses', () => ({})),
  'license.createWithKey': create('/production/licenses/with-key', () => ({ key: unique('OWN') })),
  'license.update': async (api) => {
    const { documentId, remove } = await licenseFor(api);
    const row = await readLicense(api.strapi, documentId);
    const { documentId: customer } = await api.stock.customer();
    const body = { version: new Date(row?.updated_at ?? 0).toISOString(), customer };
    const other = { body: { ...body, activationLimit: 7 } };
    return { path: `/production/licenses/${documentId}`, body, other, entries: 1, remove };
  },
  'license.assign': async (api) => {
    const { documentId, remove } = await licenseFor(api, { state: 'available' });
    const { documentId: customer } = await api.stock.customer();
    const other = { body: { customer, reason: 'sold twice' } };
    const path = `/production/licenses/${documentId}/assign`;
    return { path, body: { customer }, other, entries: 1, remove };
  },
  'license.randomAssign': async ({ stock }) => {
    const pool = await poolOf(stock, 4);
    const [customer] = await pool.customers(1);
    const body = { product: pool.product.slug, customer, count: 2 };
    const other = { body: { ...body, count: 1 } };
    return { path: '/production/licenses/random-assign', body, other, entries: 2 };
  },
  'license.inactivate': act('inactivate'),
  'license.reactivate': act('reactivate'),
  'license.suspend': act('suspend'),
  'license.unsuspend': act('unsuspend'),
  'license.revoke': act('revoke'),
  'license.delete': async (api) => {
    const { documentId } = await licenseFor(api);
    const path = `/production/licenses/${documentId}`;
    const other = { path: `${path}?reason=fraud` };
    return { path: `${path}?reason=refund`, other, entries: 1 };
  },

  'activation.find': read('/activations'),
  'activation.deactivate': async (api) => {
    const { documentId, remove } = await licenseFor(api);
    const [device] = await devicesOf(api.strapi, documentId);
    const path = `/production/activations/${device?.documentId ?? ''}/deactivate`;
    const other = { body: { reason: 'stolen twice' } };
    return { path, body: { reason: 'stolen' }, other, entries: 1, remove };
  },

  'customer.find': at('/production/customers'),
  'customer.create': ({ strapi }) => {
    const email = `${unique('ada')}@example.com`;
    const body = { name: 'Ada Lovelace', email };
    const other = { body: { ...body, company: 'Analytical Engines' } };
    const remove = async (): Promise<unknown> =>
      strapi.db.query('plugin::license-keys.customer').delete({ where: { email } });
    return Promise.resolve({ path: '/production/customers', body, other, entries: 0, remove });
  },

  'generator.generate': async ({ strapi, stock }) => {
    const { documentId } = await createGenerator(strapi, await stock.product());
    const path = `/production/generators/${documentId}/generate`;
    const also = { body: { count: 1001 } };
    return { path, body: { count: 2 }, other: { body: { count: 3 } }, also, entries: 2 };
  },
  'job.findOne': async (api) => ({ path: `/production/jobs/${String(await jobFor(api))}` }),
  'job.cancel': async (api) => {
    const [id, another] = [await jobFor(api), await jobFor(api)];
    const remove = async () => service(api.strapi, 'jobs').delete(id);
    const other = { path: `/production/jobs/${String(another)}/cancel` };
    return { path: `/production/jobs/${String(id)}/cancel`, other, entries: 0, remove };
  },

  'audit-entry.find': at('/production/audit-entries'),
};

export const sendSample = async (
  http: Http,
  { method, config }: ContentApiRoute,
  { path, body }: Pick<Sample, 'path' | 'body'>,
  { token }: Pick<Integrator, 'token'>,
  idempotencyKey?: string
): Promise<Response> => {
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = http[verb](`/api/license-keys${path}`);
  if (config.auth !== false) request.auth(token, { type: 'bearer' });
  if (idempotencyKey !== undefined) request.set('Idempotency-Key', idempotencyKey);
  return request.send(body);
};
