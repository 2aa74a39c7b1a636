import type { Browser, Page } from 'playwright-core';

import type { Credentials } from './admin';

/** Under this name, for an application without a uuid, the panel remembers that its announcement was closed. */
const BANNER_DISMISSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** An empty page in a session of its own, where nobody has logged in. */
export const newSession = async (
  browser: Browser,
  url: string,
  { timezoneId = 'UTC' } = {}
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-US',
    timezoneId,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript((key) => {
    localStorage.setItem(key, 'true');
  }, BANNER_DISMISSED);
  // Chromium shares two cores with a server, a database and another test.
  context.setDefaultTimeout(60_000);
  return context.newPage();
};

/** Fills the login form that the page shows, and waits until it has led on. */
export const signIn = async (page: Page, { email, password }: Credentials): Promise<void> => {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/admin/auth'));
};

/** Opens the admin panel in a session of its own and logs in; the page then shows `path`. */
export const openPanel = async (
  browser: Browser,
  url: string,
  credentials: Credentials,
  path = '/admin',
  where: { timezoneId?: string } = {}
): Promise<Page> => {
  const page = await newSession(browser, url, where);
  await page.goto('/admin/auth/login');
  await signIn(page, credentials);
  await page.goto(path);
  return page;
};
