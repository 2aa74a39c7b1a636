import type { Context, Middleware } from '../http';
import { readJsonObject } from './request-body';

interface Config {
  /** None is taken for an empty object. */
  optional?: true;
  /** The largest body, in KB. */
  maxKilobytes?: number;
}

const isAbsent = (ctx: Context): boolean =>
  ctx.get('transfer-encoding') === '' && Number(ctx.get('content-length') || 0) === 0;

/**
 * Reads a JSON object into `ctx.request.body`; anything else is a 400 that says so. Where the body is
 * optional, none is taken for an empty object.
 */
export const jsonBody =
  ({ optional, maxKilobytes }: Config = {}): Middleware =>
  async (ctx, next) => {
    ctx.request.body = optional && isAbsent(ctx) ? {} : await readJsonObject(ctx, maxKilobytes);
    await next();
  };
