import type { Core } from '@strapi/strapi';

import type { Middleware } from '../http';

/** What Strapi's body parser has no parser for and therefore leaves alone. */
const OPAQUE = 'application/octet-stream';

/**
 * Keeps Strapi's body parser off the plugin's own content API: it reads more than these routes take, and it
 * logs a piece of whatever it cannot parse, which may be a license key. `json-body` reads the body instead.
 */
export const ownBody = ({ strapi }: { strapi: Core.Strapi }): Middleware => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/license-keys/`;
  return async (ctx, next) => {
    if (ctx.path.startsWith(prefix)) {
      ctx.state.contentType = ctx.get('content-type');
      ctx.req.headers['content-type'] = OPAQUE;
    }
    await next();
  };
};
