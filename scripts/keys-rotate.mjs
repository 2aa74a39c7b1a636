import process from 'node:process';

import { withPlugin } from './lib/strapi.mjs';

const keys = await withPlugin((plugin) => plugin.service('signing').rotate());

for (const { kid, createdAt, retiredAt } of keys) {
  console.log(`${kid}  since ${createdAt}  ${retiredAt ? `retired ${retiredAt}` : 'signs'}`);
}
process.exit(0);
