import type { Browser } from 'playwright-core';

import { registerSuperAdmin } from '../support/admin';
import { launchBrowser } from '../support/browser';
import { openPanel } from '../support/panel';
import { startServer, type TestServer } from '../support/server';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('leads an administrator from the login to the License Keys page', async () => {
  const { credentials } = await registerSuperAdmin(server.http);
  const page = await openPanel(browser, server.url, credentials);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));

  await page.getByRole('link', { name: 'License Keys' }).click();

  await page.getByRole('heading', { name: 'License Keys' }).waitFor();
  expect(errors).toEqual([]);
});
