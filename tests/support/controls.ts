import type { Locator, Page } from 'playwright-core';

import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { LIST, licensePage } from './license-page';

/** The page as one administrator sees it, and licenses in the states that the controls need. */
export interface Stage {
  page: Page;
  password: string;
  product: string;
  /** Id of a job that has exported licenses. */
  exportJob: number;
  licenses: Record<Extract<State, 'available' | 'active' | 'inactive' | 'suspended'>, License>;
}

export interface Offer {
  control: Locator;
  /** Takes another permission, or none: once it is there, the page knows what the role permits. */
  landmark: Locator;
  /** Where the control stays there, what it says without the permission. */
  obstacle?: string;
}

/** Goes to where the page offers an action, as far as the role leads there. */
export type Controls = (stage: Stage) => Promise<Offer[]>;

/** One of the plugin's pages, and the link to it. */
export const subPage =
  (path: string, title: string, other: string): Controls =>
  async ({ page }) => {
    await page.goto(`${LIST}${path}`);
    const link = (name: string) =>
      page.getByRole('navigation', { name: 'License Keys' }).getByRole('link', { name });
    const landmark = link(other);
    return [
      { control: page.getByRole('heading', { name: title, level: 1 }), landmark },
      { control: link(title), landmark },
    ];
  };

const bulkButton = (page: Page, name: string): Offer => {
  const bar = page.getByRole('group', { name: 'Selected licenses' });
  const button = (called: string) => bar.getByRole('button', { name: called, exact: true });
  return { control: button(name), landmark: button(name === 'Suspend' ? 'Revoke' : 'Suspend') };
};

/** Of the list, and of what is selected in it. */
export const exportButtons: Controls = async ({ page, licenses }) => {
  const { open, row } = licensePage(page);
  await open();
  await row(licenses.active.key).getByRole('checkbox').click();
  return [
    {
      control: page.getByRole('button', { name: 'Export', exact: true }).first(),
      landmark: page.getByRole('button', { name: 'Create License' }),
    },
    bulkButton(page, 'Export'),
  ];
};

/** In a job that was to export what was selected. */
export const exportJobButtons: Controls = async ({ page, exportJob }) => {
  await page.goto(`${LIST}/jobs?job=${String(exportJob)}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Download results' }).waitFor();
  // Behind a dialog nothing has a role.
  const landmark = page.locator('nav[aria-label="License Keys"] a', { hasText: 'Activations' });
  return ['CSV', 'JSON'].map((format) => ({
    control: dialog.getByRole('button', { name: `Export as ${format}` }),
    landmark,
  }));
};

/** The link of the list, and where it leads. */
export const importPage: Controls = async ({ page }) => {
  await licensePage(page).open();
  const link = page.getByRole('link', { name: 'Import', exact: true });
  const landmark = page.getByRole('button', { name: 'Create License' });
  return [{ control: link, landmark }];
};

export const exportAuditButton: Controls = async ({ page }) => {
  await page.goto(`${LIST}/audit-log`);
  return [
    {
      control: page.getByRole('button', { name: 'Export', exact: true }),
      landmark: page.getByRole('button', { name: 'Verify now' }),
    },
  ];
};

export const createLicenseButton: Controls = async ({ page }) => {
  await licensePage(page).open();
  return [
    {
      control: page.getByRole('button', { name: 'Create License' }),
      landmark: page.getByRole('button', { name: 'Export', exact: true }),
    },
  ];
};

/** What an item of a menu says without the permission. */
const OBSTACLE = 'Your role does not allow this';

/** In the menu of a license; and where it can be done in bulk, in the bar that a selection brings. */
export const rowAction =
  (state: keyof Stage['licenses'], name: string, { isBulk = true } = {}): Controls =>
  async ({ page, licenses }) => {
    const { key } = licenses[state];
    const { open, openMenu, row } = licensePage(page);
    await open(`?_q=${key}`);
    await row(key).getByRole('checkbox').click();
    await openMenu(key);
    const item = (called: string) =>
      page.getByRole('menuitem', { name: new RegExp(`^${called}\\b`) });
    const landmark = item(name === 'Preview' ? 'Edit' : 'Preview');
    const inMenu = { control: item(name), landmark, obstacle: OBSTACLE };
    return isBulk ? [inMenu, bulkButton(page, name)] : [inMenu];
  };

/** The parts of the forms that take a permission of their own, and one that takes none. */
const FORM_PARTS = {
  limit: ['textbox', 'Activation limit'],
  customer: ['combobox', 'Customer'],
  newCustomer: ['button', 'New customer'],
  ownKey: ['checkbox', 'Use a key of my own'],
} as const;

type FormPart = keyof typeof FORM_PARTS;

const formPart = (page: Page, part: FormPart): Locator => {
  const [role, name] = FORM_PARTS[part];
  return page.getByRole('dialog').getByRole(role, { name });
};

/** In the form for a new license. */
export const inCreateForm =
  (part: FormPart, landmark: FormPart): Controls =>
  async ({ page, product }) => {
    const { open, select } = licensePage(page);
    await open('?dialog=create');
    await select('Product', product);
    return [{ control: formPart(page, part), landmark: formPart(page, landmark) }];
  };

/** In a form for a license of the pool. */
export const inFormOf =
  (dialog: 'assign' | 'edit', part: FormPart, landmark: FormPart): Controls =>
  async ({ page, licenses }) => {
    await page.goto(`${LIST}?dialog=${dialog}&license=${licenses.available.documentId}`);
    return [{ control: formPart(page, part), landmark: formPart(page, landmark) }];
  };

/** In the preview of a license with a device. */
const previewButtons = async ({ page, licenses, password }: Stage) => {
  await page.goto(`${LIST}?dialog=preview&license=${licenses.active.documentId}&tab=activations`);
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Your password');
  const devices = dialog.getByRole('table');
  await field.or(devices).waitFor();
  if (await field.isVisible()) {
    await field.fill(password);
    await dialog.getByRole('button', { name: 'Show the license' }).click();
    await devices.waitFor();
  }
  return {
    deactivate: devices.getByRole('button', { name: /^Deactivate/ }),
    edit: dialog.getByRole('button', { name: 'Edit license' }),
  };
};

export const deactivateDeviceButton: Controls = async (stage) => {
  const { deactivate, edit } = await previewButtons(stage);
  return [{ control: deactivate, landmark: edit }];
};

export const editButtonOfPreview: Controls = async (stage) => {
  const { deactivate, edit } = await previewButtons(stage);
  return [{ control: edit, landmark: deactivate }];
};

/** On the page of all devices: in a row, and for what is selected. */
export const deactivateDeviceControls: Controls = async ({ page }) => {
  await page.goto(`${LIST}/activations`);
  const devices = page.getByRole('table', { name: 'Activations' });
  await devices.getByRole('checkbox').nth(1).click();
  const bar = page.getByRole('group', { name: 'Selected devices' });
  const landmark = bar.getByRole('button', { name: 'Clear selection' });
  return [
    { control: devices.getByRole('button', { name: /^Deactivate/ }).first(), landmark },
    { control: bar.getByRole('button', { name: 'Deactivate' }), landmark },
  ];
};

export const rotateKeysButton: Controls = async ({ page }) => {
  await page.goto(`${LIST}/settings`);
  return [
    {
      control: page.getByRole('button', { name: 'Rotate the key' }),
      landmark: page.getByRole('button', { name: 'Copy the address' }),
    },
  ];
};

export const createGeneratorButton: Controls = async ({ page }) => {
  await page.goto(`${LIST}/generators`);
  return [
    {
      control: page.getByRole('button', { name: 'Create Generator' }),
      landmark: page
        .getByRole('navigation', { name: 'License Keys' })
        .getByRole('link', { name: 'License Keys' }),
    },
  ];
};

/** In the menu of a generator. */
export const generatorActions =
  (...names: string[]): Controls =>
  async ({ page }) => {
    await page.goto(`${LIST}/generators`);
    await page
      .getByRole('button', { name: /^Actions for generator/ })
      .first()
      .click();
    const item = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
    return names.map((name) => ({
      control: item(name),
      landmark: item('Its licenses'),
      obstacle: OBSTACLE,
    }));
  };
