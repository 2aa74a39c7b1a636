import type { Core } from '@strapi/strapi';

import { send } from '../http';
import type { Middleware } from '../http';
import { apiPrefix, isBelow } from './prefix';

/**
 * Strapi's router refuses a method without a body; under the plugin's prefix that is an error like the others.
 * To be used once Strapi's own middlewares stand.
 */
export const bodilessErrors = ({ strapi }: { strapi: Core.Strapi }): Middleware => {
  const prefix = apiPrefix({ strapi });
  return async (ctx, next) => {
    await next();
    const { status, message } = ctx;
    if (isBelow(prefix, ctx) && status >= 400 && !ctx.body) {
      const name = `${message.replaceAll(' ', '')}Error`;
      send(ctx, { status, body: { data: null, error: { status, name, message, details: {} } } });
    }
  };
};
