import path from 'node:path';
import process from 'node:process';

import { createStrapi } from '@strapi/strapi';

import { bannerOf } from './banner';
import { isLoaded, load } from './load/load';
import { recallLogins } from './logins';
import { progressOf } from './progress';
import { findSample } from './sample';

/** This file runs as dist/src/demo/start.js. */
const APP_DIR = path.resolve(__dirname, '../../..');

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Strapi's own handlers need an application that has started. A load that is cut off leaves nothing behind. */
const stop = (): never => {
  console.error('\nThe demo was stopped before it had started.');
  process.exit(1);
};

const start = async (): Promise<void> => {
  console.log('Starting Strapi …');
  const strapi = createStrapi({ appDir: APP_DIR, distDir: path.join(APP_DIR, 'dist') });
  // The banner says what Strapi's own greeting would, and a line for each request would bury it.
  strapi.config.set('server.logger.startup.enabled', false);
  strapi.log.level = 'warn';
  await strapi.load();
  if (!(await isLoaded({ strapi }))) {
    await load({ strapi }, progressOf('Loading the demo data'));
  }
  const passwords = await recallLogins({ strapi });
  await strapi.start();
  console.log(bannerOf({ strapi }, passwords, await findSample({ strapi })));
};

SIGNALS.forEach((signal) => process.on(signal, stop));

start()
  .then(() => {
    SIGNALS.forEach((signal) => process.off(signal, stop));
  })
  .catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`\nThe demo cannot start: ${reason}`);
    process.exit(1);
  });
