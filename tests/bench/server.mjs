import { createRequire } from 'node:module';
import process from 'node:process';

import { fromRoot, root } from '../../scripts/lib/paths.mjs';

// Strapi's build for ES modules does not load in plain Node.
const { createStrapi, factories } = createRequire(import.meta.url)('@strapi/strapi');

const LICENSE = 'plugin::license-keys.license';

/** The application as it is, and beside it Strapi's own REST route for licenses and the memory of the process. */
const strapi = createStrapi({ appDir: root, distDir: fromRoot('dist'), serveAdminPanel: false });
await strapi.load();
strapi.cron.stop();
strapi.log.level = 'error';

strapi.get('services').set(LICENSE, factories.createCoreService(LICENSE));
const controller = factories.createCoreController(LICENSE)({ strapi });
const find = (ctx) => controller.find(ctx);
const memory = (ctx) => {
  // On Linux and macOS in kilobytes.
  const peak = process.resourceUsage().maxRSS * 1024;
  ctx.body = { now: process.memoryUsage.rss(), peak };
};
const open = (path, handler) => ({ method: 'GET', path, handler, config: { auth: false } });
strapi.server.routes({
  type: 'content-api',
  prefix: '/bench',
  routes: [open('/licenses', find), open('/memory', memory)],
});

strapi.server.mount();
strapi.server.httpServer.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => strapi.destroy().then(() => process.exit(0)));
