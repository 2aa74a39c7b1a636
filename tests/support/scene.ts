import type { Core } from '@strapi/strapi';
import type { Browser } from 'playwright-core';

import { launchBrowser } from './browser';
import { registerSuperAdmin, type Admin } from './admin';
import { createDatabase } from './database';
import { startServer, type TestServer } from './server';
import { stockOf, type Stock } from './stock';
import { startStrapi, type StartOptions } from './strapi';

export interface Scene {
  server: TestServer;
  browser: Browser;
  admin: Admin;
  close: () => Promise<void>;
}

/**
 * The production build as a process of its own with a browser before it, on a database that `furnish` has
 * filled by the plugin's use cases.
 */
export const openScene = async (
  furnish: (stock: Stock, strapi: Core.Strapi) => Promise<void>,
  { env }: Pick<StartOptions, 'env'> = {}
): Promise<Scene> => {
  const database = await createDatabase();
  const loader = await startStrapi({ database });
  await furnish(stockOf(loader.strapi), loader.strapi);
  await loader.stop();

  const server = await startServer({ database, env });
  const admin = await registerSuperAdmin(server.http);
  const browser = await launchBrowser();
  return {
    server,
    browser,
    admin,
    close: async () => {
      await browser.close();
      await server.stop();
      await database.drop();
    },
  };
};
