import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { fromRoot, root } from './paths.mjs';

const random = () => randomBytes(32).toString('base64');

const GENERATORS = {
  APP_KEYS: () => [random(), random(), random(), random()].join(','),
  API_TOKEN_SALT: random,
  ADMIN_JWT_SECRET: random,
  TRANSFER_TOKEN_SALT: random,
  ENCRYPTION_KEY: random,
};

const namesIn = (text) =>
  [...text.matchAll(/^\s*(?:export\s+)?(\w+)\s*=[^\S\n]*[^\s#]/gm)].map(([, name]) => name);

/** Writes the secrets that neither the environment nor the env file has; it changes none. */
export const ensureSecrets = () => {
  const file = process.env.ENV_PATH || fromRoot('.env');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const known = new Set(namesIn(text));
  const missing = Object.keys(GENERATORS).filter((name) => !process.env[name] && !known.has(name));
  if (missing.length === 0) return;

  const lines = missing.map((name) => `${name}=${GENERATORS[name]()}\n`);
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  appendFileSync(file, separator + lines.join(''), { mode: 0o600 });
  chmodSync(file, 0o600);
  console.log(`Generated ${missing.join(', ')} in ${path.relative(root, file)}.`);
};
