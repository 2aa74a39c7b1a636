import type { Browser, Page } from 'playwright-core';

import type { Credentials } from './admin';

/** Opens the admin panel in a session of its own and logs in; the page then shows `path`. */
export const openPanel = async (
  browser: Browser,
  url: string,
  { email, password }: Credentials,
  path = '/admin'
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/admin/auth'));
  await page.goto(path);
  return page;
};
