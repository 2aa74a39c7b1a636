import type { Core } from '@strapi/strapi';

import type { Context, Middleware } from '../http';
import { getService } from '../services';
import { readUntyped } from './request-body';

/**
 * Looks for a nonce in a body that nobody has read, as there is no such path, its type is another one, or the
 * request was refused before: its answer is signed as well. What else may be wrong with the body changes nothing
 * any more.
 */
const readLeftNonce = async (ctx: Context): Promise<void> => {
  if (ctx.state.contentType !== undefined && !ctx.req.readableDidRead) {
    await readUntyped(ctx).catch(() => undefined);
  }
};

/**
 * Signs the answer to a request that carries a nonce, whatever the answer is, together with the nonce: not every
 * body echoes it. It stands before Strapi's own middlewares, so that errors have their final bodies; what it
 * signs are the bytes that are sent.
 */
export const signedAnswers =
  ({ strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    await next();
    await readLeftNonce(ctx);
    const nonce: unknown = ctx.state.nonce;
    if (typeof nonce !== 'string' || typeof ctx.body !== 'object' || ctx.body === null) {
      return;
    }
    const { status } = ctx;
    const bytes = Buffer.from(JSON.stringify(ctx.body), 'utf8');
    try {
      ctx.set(
        'License-Signature',
        await getService({ strapi }, 'signing').signDetached(bytes, nonce)
      );
    } catch (error) {
      // The client takes an answer without a signature for none, which is what it is to be then.
      strapi.log.error(`An answer could not be signed: ${String(error)}`);
    }
    ctx.body = bytes;
    ctx.type = 'application/json; charset=utf-8';
    ctx.status = status;
  };
