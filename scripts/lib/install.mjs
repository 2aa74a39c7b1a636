import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { fromRoot } from './paths.mjs';
import { runBehind } from './run.mjs';

const packagesIn = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;

/** Its binary is one for the version of Node.js that it was installed with. */
const isLoadable = () => {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
};

/** npm leaves out optional packages that are for another platform. */
const isInstalled = () => {
  const installed = packagesIn(fromRoot('node_modules/.package-lock.json'));
  if (!installed) return false;
  const locked = Object.entries(packagesIn(fromRoot('package-lock.json')));
  const isComplete = locked.every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (!found) return optional || path === '';
    return found.version === version && found.integrity === integrity;
  });
  return isComplete && isLoadable();
};

/** Installs exactly what package-lock.json names, development tools included, unless it is there. */
export const ensureInstalled = async () => {
  if (isInstalled()) return;
  await runBehind('Installing dependencies', 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ]);
};
