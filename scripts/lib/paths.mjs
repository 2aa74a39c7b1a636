import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const fromRoot = (...parts) => path.join(root, ...parts);

export const pluginDir = fromRoot('src/plugins/license-keys');

/** The command-line program of an installed package. */
export const bin = (name) => fromRoot('node_modules/.bin', name);
