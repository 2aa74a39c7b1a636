import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Middleware } from '../http';

/** How long a shutdown waits for requests under way, in milliseconds: longer than one waits for its database. */
const PATIENCE = 20_000;

/** Knows the requests under way, so that a shutdown lets them end: Strapi itself cuts them off. */
export const requests = ({ strapi }: { strapi: Core.Strapi }) => {
  const underWay = new Set<ServerResponse>();
  let draining = false;

  const endConnection = (response: ServerResponse): void => {
    if (!response.headersSent) {
      response.setHeader('Connection', 'close');
    }
  };

  const track: Middleware = async ({ res }, next) => {
    if (draining) {
      // On a connection that was open, but not idle: it would bring the next request, too.
      endConnection(res);
    }
    underWay.add(res);
    res.once('close', () => underWay.delete(res));
    await next();
  };

  return {
    track,

    /** Takes no new requests and waits for those under way. */
    async drain(): Promise<void> {
      const { httpServer } = strapi.server;
      if (!httpServer.listening) {
        return;
      }
      draining = true;
      httpServer.close();
      const ends = [...underWay].map(async (response) => {
        endConnection(response);
        await new Promise((resolve) => response.once('close', resolve));
      });
      await Promise.race([Promise.all(ends), sleep(PATIENCE, undefined, { ref: false })]);
    },
  };
};
