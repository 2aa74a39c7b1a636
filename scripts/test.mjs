import process from 'node:process';

import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/errors.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin } from './lib/paths.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { run } from './lib/run.mjs';

/** The first step that fails is the last one. */
const step = async (title, work) => {
  console.log(`\n=== ${title} ===`);
  const exitCode = await work();
  if (exitCode) process.exit(exitCode);
};

/** npm test [-- arguments for jest] */
await main(async () => {
  await step('Dependencies', ensureInstalled);
  await step('Lint', () => run('npm', ['run', '--silent', 'lint']));
  await step('Types', () => run('npm', ['run', '--silent', 'typecheck']));
  await step('Build', () => ensureBuilt());
  await step('Programs that the tests run', ensurePrograms);
  await step('Tests', () => run(bin('jest'), process.argv.slice(2)));
});
