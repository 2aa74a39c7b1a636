import process from 'node:process';

import { withPlugin } from './lib/strapi.mjs';

const { entries, chains, broken } = await withPlugin((plugin) => plugin.service('audit').verify());

if (broken) {
  const { entryId, licenseId, action, reason } = broken;
  const where = entryId === null ? '' : ` at entry ${entryId} ("${action}")`;
  console.error(`The audit trail of license ${licenseId} is broken${where}: ${reason}.`);
} else {
  console.log(`The audit trail is whole: ${entries} entries in ${chains} chains.`);
}
process.exit(broken ? 1 : 0);
