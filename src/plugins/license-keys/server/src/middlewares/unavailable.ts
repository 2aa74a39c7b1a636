import type { Core } from '@strapi/strapi';

import { send } from '../http';
import type { Context } from '../http';
import { faultOf } from '../store/faults';

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = '5';

/** Answers that the database cannot be reached, and logs why. */
export const sendUnavailable = (
  { strapi }: { strapi: Core.Strapi },
  ctx: Context,
  error: unknown
): void => {
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
};
