import type { Page } from 'playwright-core';

import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import type { Admin } from './admin';
import { licensePage } from './license-page';
import { licenseOf } from './listing';

/** The form for a new license, by what a person does in it. */
export const createForm = (page: Page, admin: Admin) => {
  const licenses = licensePage(page);
  const dialog = page.getByRole('dialog');

  const open = async (): Promise<void> => {
    await licenses.open();
    await page.getByRole('button', { name: 'Create License' }).click();
    await dialog.getByRole('combobox', { name: 'Product' }).waitFor();
  };

  /** Opens it with its product chosen; of several generators one is to be chosen too. */
  const openOf = async (product: string, generator?: string): Promise<void> => {
    await open();
    await licenses.select('Product', product);
    if (generator) await licenses.select('Generator', generator);
    await licenses.field('Activation limit').waitFor();
  };

  /** The license whose key the dialog shows. */
  const created = async (): Promise<LicenseDetail> => {
    await dialog.getByRole('button', { name: 'Create another', exact: true }).waitFor();
    return licenseOf(admin, await dialog.locator('code').innerText());
  };

  return {
    open,
    openOf,
    created,
    isFocused: (name: string) =>
      page.waitForFunction((id) => document.activeElement?.getAttribute('name') === id, name),
  };
};

export type CreateForm = ReturnType<typeof createForm>;
