import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { LicenseError } from '../errors';
import { refusalAnswer, send } from '../http';
import type { Middleware } from '../http';
import { faultOf, isUnreachable } from '../store/faults';

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = '5';

/**
 * Gives the request its id and turns what a use case throws into the answer: a refusal with its own status,
 * and 503 where the database cannot be reached, so that no client takes an outage for an invalid license.
 */
export const answers =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware =>
  async (ctx, next) => {
    ctx.state.requestId = randomUUID();
    try {
      await next();
    } catch (error) {
      if (error instanceof LicenseError) {
        send(ctx, refusalAnswer(error));
      } else if (isUnreachable(error)) {
        strapi.log.error(`The database cannot be reached: ${faultOf(error)}`);
        ctx.set('Retry-After', RETRY_AFTER);
        send(ctx, {
          status: 503,
          body: {
            data: null,
            error: {
              status: 503,
              name: 'ServiceUnavailableError',
              message: 'The service is not available for the moment. Try again.',
              details: {},
            },
          },
        });
      } else {
        throw error;
      }
    }
  };
