import process from 'node:process';

import { Failure, main } from './lib/errors.mjs';
import { withPlugin } from './lib/strapi.mjs';

await main(async () => {
  const { entries, chains, broken } = await withPlugin((plugin) =>
    plugin.service('audit').verify()
  );
  if (broken) {
    const { entryId, licenseId, action, reason } = broken;
    const where = entryId === null ? '' : ` at entry ${entryId} ("${action}")`;
    throw new Failure(`The audit trail of license ${licenseId} is broken${where}: ${reason}.`);
  }
  console.log(`The audit trail is whole: ${entries} entries in ${chains} chains.`);
});
process.exit(0);
