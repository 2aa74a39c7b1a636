import process from 'node:process';

import { main } from './lib/errors.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** npm run bench [-- arguments for jest, such as --testNamePattern sqlite] */
await main(async () => {
  await ensureInstalled();
  const args = ['--config', 'tests/bench/jest.config.mjs', '--runInBand', '--silent'];
  process.exit(await run(bin('jest'), [...args, ...process.argv.slice(2)]));
});
