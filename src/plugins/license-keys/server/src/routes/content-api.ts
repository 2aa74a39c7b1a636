const named = (names: readonly string[]) => names.map((name) => `plugin::license-keys.${name}`);

/** Open: the license key in the body is the credential, and guessing it is limited. */
const keyed = (action: string) => ({
  method: 'POST',
  path: `/:environment/${action}`,
  handler: `licensing.${action}`,
  config: {
    auth: false,
    middlewares: named(['answers', 'limit-guesses', 'environment', 'json-body', 'limit-key']),
  },
});

export const contentApi = {
  type: 'content-api',
  routes: [
    keyed('validate'),
    keyed('activate'),
    keyed('deactivate'),
    {
      method: 'GET',
      path: '/health',
      handler: 'licensing.health',
      // Open: it tells a balancer whether to send anybody here, and nothing else.
      config: { auth: false, middlewares: named(['answers']) },
    },
  ],
};
