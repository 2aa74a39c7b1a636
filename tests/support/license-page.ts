import type { Locator, Page } from 'playwright-core';

import { eventually } from './wait';

export const LIST = '/admin/plugins/license-keys';

/** More than any screen has stops. */
const MAX_TABS = 80;

/** The License Keys page, by what a person does on it. */
export const licensePage = (page: Page) => {
  /** Licenses, as against the row that says that they are loading. */
  const rows = () =>
    page.locator('tbody tr').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
  const row = (key: string) => rows().filter({ hasText: key });
  const menuButton = (key: string) => row(key).getByRole('button', { name: /^Actions for/ });
  /** By the beginning of its name, which ends in the reason where it is off. */
  const menuItem = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });
  const customerField = () => page.getByRole('combobox', { name: 'Customer', exact: true });

  /** What stands in a row of a table under the heading of a column. */
  const cell = async (inRow: Locator, heading: string): Promise<string> => {
    const head = page.getByRole('columnheader', { name: heading });
    const column = await head.evaluate((element: HTMLTableCellElement) => element.cellIndex);
    return inRow.getByRole('cell').nth(column).innerText();
  };

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${LIST}${query}`);
    await page.getByRole('table').waitFor();
  };

  /** Chooses an option of a select, in a filter or in a form. */
  const select = async (name: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  const openMenu = async (key: string): Promise<void> => {
    await menuButton(key).click();
    await page.getByRole('menu').waitFor();
  };

  /** Opens the dialog of an action from the menu of the license. */
  const choose = async (key: string, action: string): Promise<Locator> => {
    await openMenu(key);
    await menuItem(action).click();
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await dialog.getByRole('heading').first().waitFor();
    return dialog;
  };

  /** Types into the field for the customer, and takes the one that the server has found. */
  const pickCustomer = async (text: string, found: string): Promise<void> => {
    await customerField().fill(text);
    await page.getByRole('option', { name: found }).click();
  };

  const search = async (text: string): Promise<void> => {
    await page.keyboard.press('/');
    await page.keyboard.type(text);
    await page.waitForURL((address) => address.searchParams.get('_q') === text);
    await page.getByRole('heading', { name: 'License Keys' }).click();
  };

  /** Presses Tab, or Shift+Tab, until the element has the focus; waits before until it can have it. */
  const tabTo = async (target: Locator, key = 'Tab'): Promise<void> => {
    await eventually(async () => {
      if (await target.isDisabled()) throw new Error(`${String(target)} is disabled.`);
    });
    for (let presses = 0; presses < MAX_TABS; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`Tab does not reach ${String(target)}.`);
  };

  return {
    tabTo,
    rows,
    row,
    menuButton,
    menuItem,
    field,
    customerField,
    cell,
    open,
    select,
    openMenu,
    choose,
    pickCustomer,
    search,
    /** Waits until the menu button of the license has the focus. */
    hasMenuFocus: (key: string) => menuButton(key).and(page.locator(':focus')).waitFor(),
    closed: (dialog: Locator) => dialog.waitFor({ state: 'detached' }),
    toast: (text: string) => page.getByText(text).first().waitFor(),
  };
};

export type LicensePage = ReturnType<typeof licensePage>;
