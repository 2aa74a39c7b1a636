import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';

import { createDatabase, type TestDatabase } from './database';
import { applyEnv, secrets } from './env';
import type { Http } from './http';
import { appDir } from './paths';

export interface StartOptions {
  /** A database to use and to leave; without it, the application gets one of its own. */
  database?: TestDatabase;
  /** Further variables, such as the plugin's LICENSE_… */
  env?: Readonly<Record<string, string>>;
}

export interface TestStrapi {
  strapi: Core.Strapi;
  /** supertest on the listening server: `http.post('/api/license-keys/…')`. */
  http: Http;
  url: string;
  database: TestDatabase;
  stop: () => Promise<void>;
}

const boot = async (): Promise<Core.Strapi> => {
  const distDir = path.join(appDir, 'dist');
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
  strapi.log.level = 'error';
  try {
    await strapi.load();
    // No sweep comes in between; a test runs a job by its invoke().
    strapi.cron.stop();
    strapi.server.mount();
    strapi.server.httpServer.listen(0, '127.0.0.1');
    await once(strapi.server.httpServer, 'listening');
    return strapi;
  } catch (error) {
    await strapi.destroy();
    throw error;
  }
};

/** Boots the compiled application inside this process, on the database of the jest project. */
export const startStrapi = async ({
  database: given,
  env = {},
}: StartOptions = {}): Promise<TestStrapi> => {
  const database = given ?? (await createDatabase());
  const restoreEnv = applyEnv({ ...secrets, ...database.env, ...env });
  const release = async (): Promise<void> => {
    restoreEnv();
    if (!given) await database.drop();
  };

  try {
    const strapi = await boot();
    const { port } = strapi.server.httpServer.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const stop = async (): Promise<void> => {
      await strapi.destroy();
      await release();
    };
    return { strapi, http: supertest(url), url, database, stop };
  } catch (error) {
    await release();
    throw error;
  }
};
