import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Middleware } from '../http';
import { getService } from '../services';

/** An environment that is not configured does not exist: 404. */
export const environment =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    const { environment: name } = ctx.params as { environment: string };
    if (!getService({ strapi }, 'settings').isEnvironment(name)) {
      throw new errors.NotFoundError('Not Found');
    }
    await next();
  };
