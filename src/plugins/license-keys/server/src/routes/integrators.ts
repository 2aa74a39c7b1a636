import { PLAIN_ACTIONS } from '../../../shared/states';
import { named } from './middlewares';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const OPTIONAL_BODY = { name: 'plugin::license-keys.json-body', config: { optional: true } };

const BODIES = {
  GET: [],
  DELETE: [],
  PUT: named(['json-body']),
  POST: named(['json-body']),
};

/** For API tokens only; the handler's name is the scope that a token needs. */
const route = <Handler extends string>(
  method: Method,
  path: string,
  handler: Handler,
  body: readonly (string | object)[] = BODIES[method]
) => ({
  method,
  path: `/:environment${path}`,
  handler,
  config: {
    auth: { strategies: ['content-api-token'] },
    middlewares: [...named(['answers', 'environment']), ...body],
  },
});

/** A body that holds nothing but a reason may be left out. */
const action = <Handler extends string>(path: string, handler: Handler) =>
  route('POST', path, handler, [OPTIONAL_BODY]);

const LICENSE = '/licenses/:documentId';

/** What the systems of whoever sells licenses call. */
export const integrators = [
  route('GET', '/licenses', 'license.find'),
  route('POST', '/licenses', 'license.create'),
  route('POST', '/licenses/with-key', 'license.createWithKey'),
  route('POST', '/licenses/random-assign', 'license.randomAssign'),
  route('GET', LICENSE, 'license.findOne'),
  route('PUT', LICENSE, 'license.update'),
  route('DELETE', LICENSE, 'license.delete'),
  route('GET', `${LICENSE}/key`, 'license.readKey'),
  route('GET', `${LICENSE}/offline-file`, 'license.offlineFile'),
  route('POST', `${LICENSE}/assign`, 'license.assign'),
  ...PLAIN_ACTIONS.map((name) => action(`${LICENSE}/${name}`, `license.${name}` as const)),
  route('GET', `${LICENSE}/activations`, 'activation.find'),
  action('/activations/:documentId/deactivate', 'activation.deactivate'),
  route('GET', '/customers', 'customer.find'),
  route('POST', '/customers', 'customer.create'),
  route('POST', '/generators/:documentId/generate', 'generator.generate'),
  route('GET', '/jobs/:id', 'job.findOne'),
  route('POST', '/jobs/:id/cancel', 'job.cancel', [OPTIONAL_BODY]),
  route('GET', '/audit-entries', 'audit-entry.find'),
];
