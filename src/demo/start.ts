import path from 'node:path';
import process from 'node:process';

import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';

import { bannerOf } from './banner';
import { isLoaded, load } from './load/load';
import { recallLogins } from './logins';
import { progressOf } from './progress';
import { findSample } from './sample';

/** This file runs as dist/src/demo/start.js. */
const APP_DIR = path.resolve(__dirname, '../../..');

const prepare = async (strapi: Core.Strapi): Promise<void> => {
  // The banner says what Strapi's own greeting would, and the requests of the page would bury it.
  strapi.config.set('server.logger.startup.enabled', false);
  strapi.log.level = 'warn';
  await strapi.load();
  if (!(await isLoaded({ strapi }))) {
    await load({ strapi }, progressOf('Loading the demo data'));
  }
};

const start = async (): Promise<void> => {
  const strapi = createStrapi({ appDir: APP_DIR, distDir: path.join(APP_DIR, 'dist') });
  try {
    await prepare(strapi);
    const passwords = await recallLogins({ strapi });
    await strapi.start();
    console.log(bannerOf({ strapi }, passwords, await findSample({ strapi })));
  } catch (error) {
    await strapi.destroy();
    throw error;
  }
};

start().catch((error: unknown) => {
  console.error(`The demo cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
