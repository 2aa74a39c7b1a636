import type { Core } from '@strapi/strapi';

import type { Middleware } from '../http';
import { isUnreachable } from '../store/faults';
import { sendUnavailable } from './unavailable';
import { isBelow, ownPrefixes } from './prefix';

/**
 * As `answers`, for what comes before a route's own middlewares: API tokens and administrators are looked up in
 * the database. To be used once Strapi's own middlewares stand, inside the one that turns errors into answers.
 */
export const outages = ({ strapi }: { strapi: Core.Strapi }): Middleware => {
  const prefixes = ownPrefixes({ strapi });
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!isUnreachable(error) || !prefixes.some((prefix) => isBelow(prefix, ctx))) {
        throw error;
      }
      sendUnavailable({ strapi }, ctx, error);
    }
  };
};
