import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import prettier from 'prettier';

import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/errors.mjs';
import { fromRoot, pluginDir } from './lib/paths.mjs';

const FILE = fromRoot('docs/openapi.json');

/** Writes the document that the plugin serves, as it is without any configuration. */
await main(async () => {
  await ensureBuilt({ targets: ['plugin'] });
  const require = createRequire(import.meta.url);
  const { default: plugin } = require(path.join(pluginDir, 'dist/server/index.js'));
  const config = { 'plugin::license-keys': plugin.config.default };
  const strapi = { config: { get: (name, preset) => config[name] ?? preset } };
  const document = plugin.services.documentation({ strapi }).openApi();
  const options = { ...(await prettier.resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await prettier.format(JSON.stringify(document), options));
});
