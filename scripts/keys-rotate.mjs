import process from 'node:process';

import { main } from './lib/errors.mjs';
import { withPlugin } from './lib/strapi.mjs';

await main(async () => {
  const keys = await withPlugin((plugin) => plugin.service('signing').rotate());
  for (const { kid, createdAt, retiredAt } of keys) {
    console.log(`${kid}  since ${createdAt}  ${retiredAt ? `retired ${retiredAt}` : 'signs'}`);
  }
});
process.exit(0);
