import type { Core } from '@strapi/strapi';

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const trustedProxies = env.int('TRUSTED_PROXIES', 0);
  const requestTimeout = env.int('HTTP_REQUEST_TIMEOUT', 120_000);
  return {
    host: env('HOST', '0.0.0.0'),
    port: env.int('PORT', 1337),
    url: env('PUBLIC_URL', ''),
    // A request that has not wholly arrived by then is ended; Node looks for such ones at the interval.
    http: {
      serverOptions: {
        requestTimeout,
        headersTimeout: Math.min(requestTimeout, 15_000),
        connectionsCheckingInterval: 1000,
      },
    },
    app: { keys: env.array('APP_KEYS', []) },
    // Only as many X-Forwarded-For entries as there are proxies of one's own: more would let a client choose its address.
    proxy: trustedProxies > 0 ? { koa: true, maxIpsCount: trustedProxies } : { koa: false },
  };
};

export default server;
