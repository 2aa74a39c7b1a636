import { integrators } from './integrators';
import { named } from './middlewares';

/** Open: the license key in the body is the credential, and guessing it is limited. */
const keyed = <Action extends string>(path: string, action: Action) => ({
  method: 'POST',
  path: `/:environment/${path}`,
  handler: `licensing.${action}` as const,
  config: {
    auth: false as const,
    middlewares: named(['answers', 'limit-guesses', 'json-body', 'environment', 'limit-key']),
  },
});

export const contentApi = {
  type: 'content-api',
  routes: [
    keyed('validate', 'validate'),
    keyed('activate', 'activate'),
    keyed('deactivate', 'deactivate'),
    keyed('offline-file', 'offlineFile'),
    {
      method: 'GET',
      path: '/jwks.json',
      handler: 'licensing.keySet' as const,
      // Open: public keys are for everybody who verifies.
      config: { auth: false as const, middlewares: named(['answers']) },
    },
    {
      method: 'GET',
      path: '/openapi.json',
      handler: 'licensing.openApi' as const,
      // Open: it says what the other routes take, and nothing of any license.
      config: { auth: false as const, middlewares: named(['answers']) },
    },
    {
      method: 'GET',
      path: '/health',
      handler: 'licensing.health' as const,
      // Open: it tells a balancer whether to send anybody here, and nothing else.
      config: { auth: false as const, middlewares: named(['answers']) },
    },
    ...integrators,
  ],
};

export type ContentApiRoute = (typeof contentApi.routes)[number];

export type ContentApiHandler = ContentApiRoute['handler'];
