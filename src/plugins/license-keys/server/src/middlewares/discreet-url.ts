import type { Core } from '@strapi/strapi';

import type { Context, Middleware } from '../http';
import { getService } from '../services';
import { isBelow, ownPrefixes } from './prefix';

/** A documentId, or the number of a job. */
const ID = /^([a-z0-9]{24}|\d{1,10})$/;

/**
 * Strapi's request log writes `ctx.url`. On the plugin's routes it is the path alone, without what stands where
 * an id belongs and is none: a search in the list may be for a whole license key, and a key may be taken for an
 * id. The addresses of the admin panel lose their query for the same reason: the page keeps its search there,
 * and the login keeps the page's address. What reads the address of the request reads it from elsewhere.
 */
export const discreetUrl = ({ strapi }: { strapi: Core.Strapi }): Middleware => {
  const prefixes = ownPrefixes({ strapi });
  const panel = strapi.config.get<string>('admin.path', '/admin');
  const isShown = (value: string): boolean =>
    ID.test(value) || getService({ strapi }, 'settings').isEnvironment(value);

  const urlOf = (ctx: Context, prefix: string): string => {
    // The router puts it there; types it does not have.
    const { _matchedRoute: pattern } = ctx as unknown as { _matchedRoute?: unknown };
    if (typeof pattern !== 'string' || !pattern.startsWith(prefix)) {
      return `${prefix}*`;
    }
    const values = ctx.path.split('/');
    return pattern
      .split('/')
      .map((part, index) => {
        const value = values[index] ?? '';
        return part.startsWith(':') && isShown(value) ? value : part;
      })
      .join('/');
  };

  return async (ctx, next) => {
    const prefix = prefixes.find((start) => isBelow(start, ctx));
    if (prefix !== undefined) {
      Object.defineProperty(ctx, 'url', { get: () => urlOf(ctx, prefix) });
    } else if (isBelow(`${panel}/`, ctx)) {
      Object.defineProperty(ctx, 'url', { get: () => ctx.path });
    }
    await next();
  };
};
