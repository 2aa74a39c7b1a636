import type { Core } from '@strapi/strapi';

import type { Middleware } from '../http';
import { isBelow, ownPrefixes } from './prefix';

/** What Strapi's body parser has no parser for and therefore leaves alone. */
const OPAQUE = 'application/octet-stream';

/**
 * Keeps Strapi's body parser off the plugin's own routes: it reads more than these take, it takes a wrong
 * Content-Encoding for a fault of the server, and it logs a piece of whatever it cannot parse, which may be a
 * license key. `json-body` reads the body instead, and files to import from are streamed.
 */
export const ownBody = ({ strapi }: { strapi: Core.Strapi }): Middleware => {
  const prefixes = ownPrefixes({ strapi });
  return async (ctx, next) => {
    if (prefixes.some((prefix) => isBelow(prefix, ctx))) {
      ctx.state.contentType = ctx.get('content-type');
      ctx.req.headers['content-type'] = OPAQUE;
    }
    await next();
  };
};
