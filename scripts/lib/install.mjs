import { existsSync, readFileSync } from 'node:fs';

import { fromRoot } from './paths.mjs';
import { runBehind } from './run.mjs';

const packagesIn = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;

/** npm leaves out optional packages that are for another platform. */
const isInstalled = () => {
  const installed = packagesIn(fromRoot('node_modules/.package-lock.json'));
  if (!installed) return false;
  const locked = Object.entries(packagesIn(fromRoot('package-lock.json')));
  return locked.every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (!found) return optional || path === '';
    return found.version === version && found.integrity === integrity;
  });
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
