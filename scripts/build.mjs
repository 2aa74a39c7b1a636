import process from 'node:process';

import { ensureBuilt, TARGET_NAMES } from './lib/build.mjs';
import { Failure, main } from './lib/errors.mjs';

/** node scripts/build.mjs [plugin] [app] [panel]: builds everything, or what is named. */
await main(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !TARGET_NAMES.includes(name));
  if (unknown) {
    throw new Failure(`There is no "${unknown}" to build, only ${TARGET_NAMES.join(', ')}.`);
  }
  await ensureBuilt({ targets: named.length > 0 ? named : TARGET_NAMES, force: true });
});
