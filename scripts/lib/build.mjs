import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { bin, fromRoot, pluginDir } from './paths.mjs';
import { runBehind } from './run.mjs';

const STATE_FILE = fromRoot('.tmp/build.json');
const LOCK_FILE = fromRoot('.tmp/build.lock');

const inPlugin = (...names) => names.map((name) => path.join(pluginDir, name));
const inApp = (...names) => names.map((name) => fromRoot(name));

/** The plugin and the panel's own sources are built apart. */
const appSources = () =>
  readdirSync(fromRoot('src'))
    .filter((name) => !['plugins', 'admin'].includes(name))
    .map((name) => fromRoot('src', name));

/** In the order in which they are built: the panel contains what the plugin's build made of its page. */
const TARGETS = {
  plugin: {
    label: 'Building the plugin',
    inputs: [
      ...inPlugin('server', 'shared', 'admin', 'package.json'),
      ...inApp('tsconfig.base.json', 'package-lock.json'),
    ],
    outputs: inPlugin('dist'),
    command: [bin('strapi-plugin'), ['build', '--minify'], { cwd: pluginDir }],
  },
  app: {
    label: 'Compiling the application',
    inputs: [
      ...appSources(),
      ...inPlugin('server', 'shared'),
      ...inApp('config', 'tsconfig.base.json', 'tsconfig.json'),
    ],
    outputs: inApp('dist/config', 'dist/src'),
    command: [bin('tsc'), ['-p', 'tsconfig.json']],
  },
  panel: {
    label: 'Building the admin panel',
    inputs: [
      ...inPlugin('dist/admin', 'package.json'),
      ...inApp('src/admin', 'config', 'package-lock.json'),
    ],
    outputs: inApp('dist/build'),
    command: [bin('strapi'), ['build']],
  },
};

export const TARGET_NAMES = Object.keys(TARGETS);

const readState = () =>
  existsSync(STATE_FILE) ? JSON.parse(readFileSync(STATE_FILE, 'utf8')) : {};

const stateOf = ({ inputs, outputs }) => `${fingerprint(inputs)} ${fingerprint(outputs)}`;

const build = async ({ label, outputs, command: [program, args, options] }) => {
  outputs.forEach((output) => rmSync(output, { recursive: true, force: true }));
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };
  await runBehind(label, program, args, { ...options, env });
};

/** Builds the targets whose sources or results differ from those of their last build. */
export const ensureBuilt = ({ targets = TARGET_NAMES, force = false } = {}) =>
  withLock(LOCK_FILE, async () => {
    const state = readState();
    for (const name of targets) {
      const target = TARGETS[name];
      if (!force && state[name] === stateOf(target)) continue;
      await build(target);
      state[name] = stateOf(target);
      writeFileSync(STATE_FILE, JSON.stringify(state, null, 2));
    }
  });
