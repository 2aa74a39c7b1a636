import process from 'node:process';

import { createStrapi } from '@strapi/strapi';

import { fromRoot, root } from './lib/paths.mjs';

const strapi = createStrapi({ appDir: root, distDir: fromRoot('dist'), serveAdminPanel: false });
strapi.log.level = 'error';
await strapi.load();

const { entries, chains, broken } = await strapi.plugin('license-keys').service('audit').verify();
await strapi.destroy();

if (broken) {
  const { entryId, licenseId, action, reason } = broken;
  console.error(
    `The audit trail is broken at entry ${entryId} ("${action}" of license ${licenseId}): ${reason}.`
  );
} else {
  console.log(`The audit trail is whole: ${entries} entries in ${chains} chains.`);
}
process.exit(broken ? 1 : 0);
