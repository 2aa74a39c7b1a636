import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Failure } from './errors.mjs';
import { fromRoot, root } from './paths.mjs';

// Strapi's build for ES modules does not load in plain Node.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

/** Runs `work` with the compiled application's plugin, without its server; what a rule refuses is a Failure. */
export const withPlugin = async (work) => {
  const strapi = createStrapi({ appDir: root, distDir: fromRoot('dist'), serveAdminPanel: false });
  const { client, connection } = strapi.config.get('database.connection');
  if (client === 'sqlite' && !existsSync(connection.filename)) {
    throw new Failure(`There is no database ${connection.filename}: DATABASE_FILENAME names it.`);
  }
  strapi.log.level = 'error';
  await strapi.load();
  strapi.cron.stop();
  try {
    return await work(strapi.plugin('license-keys'));
  } catch (error) {
    throw error.name === 'LicenseError' ? new Failure(error.message) : error;
  } finally {
    await strapi.destroy();
  }
};
