import type { Core } from '@strapi/strapi';

import { LicenseError } from '../errors';
import { addressOf } from '../http';
import type { Context, Middleware } from '../http';
import { getService } from '../services';
import type { Budget } from '../services/limiter';

const announce = (ctx: Context, budget: Budget | null): void => {
  if (!budget) {
    return;
  }
  ctx.set('RateLimit-Limit', String(budget.limit));
  ctx.set('RateLimit-Remaining', String(budget.remaining));
  ctx.set('RateLimit-Reset', String(budget.resetSeconds));
  if (budget.exceeded) {
    ctx.set('Retry-After', String(budget.resetSeconds));
    throw new LicenseError({
      code: 'RATE_LIMITED',
      message: 'Too many requests. Try again later.',
      status: 429,
    });
  }
};

interface Body {
  data?: { code?: string } | null;
  error?: { details?: { code?: string } };
}

const codeOf = (ctx: Context): string | undefined => {
  const body = ctx.body as Body | undefined;
  return body?.data?.code ?? body?.error?.details?.code;
};

const codeOfError = (error: unknown): unknown =>
  error instanceof LicenseError ? (error.details as { code: unknown }).code : undefined;

/** Counts requests by license key. */
export const limitKey =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    const { environment } = ctx.params as { environment: string };
    const { key } = ctx.request.body as { key?: unknown };
    if (typeof key === 'string') {
      announce(ctx, await getService({ strapi }, 'limiter').takeForKey(environment, key));
    }
    await next();
  };

/**
 * Counts requests for keys that do not exist by client, once the look-up has told: who shares an address
 * with somebody who guesses can still use a good key.
 */
export const limitGuesses =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    const limiter = getService({ strapi }, 'limiter');
    // Read now: a client that hangs up takes its address with it.
    const address = addressOf(ctx);
    const settle = async (code: unknown): Promise<void> => {
      if (code === 'NOT_FOUND') {
        announce(ctx, await limiter.takeForUnknown(address));
      } else if (!ctx.response.get('RateLimit-Limit')) {
        announce(ctx, await limiter.peekUnknown(address));
      }
    };
    try {
      await next();
    } catch (error) {
      await settle(codeOfError(error));
      throw error;
    }
    await settle(codeOf(ctx));
  };
