const named = (names: readonly string[]) => names.map((name) => `plugin::license-keys.${name}`);

/** Open: the license key in the body is the credential, and guessing it is limited. */
const keyed = (path: string, action = path) => ({
  method: 'POST',
  path: `/:environment/${path}`,
  handler: `licensing.${action}`,
  config: {
    auth: false,
    middlewares: named(['answers', 'limit-guesses', 'json-body', 'environment', 'limit-key']),
  },
});

export const contentApi = {
  type: 'content-api',
  routes: [
    keyed('validate'),
    keyed('activate'),
    keyed('deactivate'),
    keyed('offline-file', 'offlineFile'),
    {
      method: 'GET',
      path: '/jwks.json',
      handler: 'licensing.keySet',
      // Open: public keys are for everybody who verifies.
      config: { auth: false, middlewares: named(['answers']) },
    },
    {
      method: 'GET',
      path: '/health',
      handler: 'licensing.health',
      // Open: it tells a balancer whether to send anybody here, and nothing else.
      config: { auth: false, middlewares: named(['answers']) },
    },
  ],
};
