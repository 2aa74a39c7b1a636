import type { Core } from '@strapi/strapi';

import type { Middleware } from '../http';
import { getService } from '../services';

/**
 * Signs the answer to a request that carries a nonce, whatever the answer is. It stands before Strapi's own
 * middlewares, so that errors have their final bodies; what it signs are the bytes that are sent.
 */
export const signedAnswers =
  ({ strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    await next();
    if (typeof ctx.state.nonce !== 'string' || typeof ctx.body !== 'object' || ctx.body === null) {
      return;
    }
    const { status } = ctx;
    const bytes = Buffer.from(JSON.stringify(ctx.body), 'utf8');
    try {
      ctx.set('License-Signature', await getService({ strapi }, 'signing').signDetached(bytes));
    } catch (error) {
      // The client takes an answer without a signature for none, which is what it is to be then.
      strapi.log.error(`An answer could not be signed: ${String(error)}`);
    }
    ctx.body = bytes;
    ctx.type = 'application/json; charset=utf-8';
    ctx.status = status;
  };
