import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

import { run } from './run.mjs';

/** Debian's packages of what the tests run, each with the command that succeeds where it is there. */
const PROGRAMS = JSON.parse(readFileSync(new URL('programs.json', import.meta.url), 'utf8'));

const isMissing = ({ check: [command, ...args] }) => spawnSync(command, args).status !== 0;

const canInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** Nobody is there to answer what a package such as tzdata asks. */
const aptGet = (...args) =>
  run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/**
 * Installs what is missing where that is possible, as on a fresh machine of the CI. Elsewhere, and where it
 * fails, the tests that need it fail and say what to install.
 */
export const ensurePrograms = async () => {
  const missing = PROGRAMS.filter(isMissing);
  if (missing.length === 0 || !canInstall()) return;
  await aptGet('update', '--quiet');
  await aptGet(
    'install',
    '--yes',
    '--quiet',
    '--no-install-recommends',
    ...missing.map(({ package: name }) => name)
  );
};
