import type { Locator, Page } from 'playwright-core';

import type { Credentials } from './admin';
import { LIST } from './license-page';

/** The address of a license's preview, for a link to it. */
export const previewPath = (license: string, tab = 'details'): string =>
  `${LIST}?dialog=preview&license=${license}&tab=${tab}`;

/** Gives the password where the preview asks for it; its tabs are then there. */
export const unlock = async (page: Page, { password }: Pick<Credentials, 'password'>) => {
  const dialog = page.getByRole('dialog');
  const field = dialog.locator('input[name=password]');
  const tabs = dialog.getByRole('tablist');
  await field.or(tabs).waitFor();
  if (await tabs.isVisible()) return;
  await field.fill(password);
  await dialog.locator('button[type=submit]').click();
  await tabs.waitFor();
};

/** Has the preview ask for the password again, as it does in a new tab. */
export const forgetPassword = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    sessionStorage.clear();
  });

/** The open tab of the preview. */
export const tabPanel = (page: Page): Locator => page.getByRole('dialog').getByRole('tabpanel');
