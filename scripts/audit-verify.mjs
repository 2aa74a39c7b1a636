import { createRequire } from 'node:module';
import process from 'node:process';

import { fromRoot, root } from './lib/paths.mjs';

// Strapi's build for ES modules does not load in plain Node.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const strapi = createStrapi({ appDir: root, distDir: fromRoot('dist'), serveAdminPanel: false });
strapi.log.level = 'error';
await strapi.load();
strapi.cron.stop();

const { entries, chains, broken } = await strapi.plugin('license-keys').service('audit').verify();
await strapi.destroy();

if (broken) {
  const { entryId, licenseId, action, reason } = broken;
  const where = entryId === null ? '' : ` at entry ${entryId} ("${action}")`;
  console.error(`The audit trail of license ${licenseId} is broken${where}: ${reason}.`);
} else {
  console.log(`The audit trail is whole: ${entries} entries in ${chains} chains.`);
}
process.exit(broken ? 1 : 0);
