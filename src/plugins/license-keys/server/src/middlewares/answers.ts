import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { LicenseError } from '../errors';
import { refusalAnswer, send } from '../http';
import type { Middleware } from '../http';
import { isUnreachable } from '../store/faults';
import { sendUnavailable } from './unavailable';

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
        sendUnavailable({ strapi }, ctx, error);
      } else {
        throw error;
      }
    }
  };
