import { existsSync, readdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { ensureBuilt } from './lib/build.mjs';
import { Failure, main } from './lib/errors.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fromRoot } from './lib/paths.mjs';
import { assertPortIsFree } from './lib/port.mjs';
import { run } from './lib/run.mjs';
import { ensureSecrets } from './lib/secrets.mjs';

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: { fresh: { type: 'boolean', default: false }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? (process.env.PORT || 1337));
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error('A port is a whole number from 1 to 65535.');
    }
    return { fresh: values.fresh, port, host: process.env.HOST || '127.0.0.1' };
  } catch (error) {
    throw new Failure(error.message);
  }
};

/** SQLite keeps more than one file for a database. */
const deleteDemoData = () => {
  const folder = fromRoot('.tmp');
  if (!existsSync(folder)) return;
  readdirSync(folder)
    .filter((name) => name.startsWith('demo'))
    .forEach((name) => rmSync(fromRoot('.tmp', name), { recursive: true }));
};

await main(async () => {
  const { fresh, port, host } = readOptions();
  await assertPortIsFree(port, host);
  await ensureInstalled();
  ensureSecrets();
  await ensureBuilt();
  if (fresh) deleteDemoData();
  process.exitCode = await run('node', ['dist/src/demo/start.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: host,
      PORT: String(port),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: '.tmp/demo.db',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
});
