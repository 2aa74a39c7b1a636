import type { Core } from '@strapi/strapi';

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const trustedProxies = env.int('TRUSTED_PROXIES', 0);
  return {
    host: env('HOST', '0.0.0.0'),
    port: env.int('PORT', 1337),
    url: env('PUBLIC_URL', ''),
    app: { keys: env.array('APP_KEYS', []) },
    // Only as many X-Forwarded-For entries as there are proxies of one's own: more would let a client choose its address.
    proxy: trustedProxies > 0 ? { koa: true, maxIpsCount: trustedProxies } : { koa: false },
  };
};

export default server;
