import type { Locator, Page } from 'playwright-core';

import { saved } from '../support/download';
import { refuseWith } from '../support/hold';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { list } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { forgetPassword } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';

let scene: Scene;
let page: Page;
let licenses: LicensePage;

const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  await customer({ name: 'Grace Hopper' });
  const own = { product: pro, customer: ada };
  await license({ ...own, key: 'EDITED-1', activationLimit: 2 });
  await license({ ...own, key: 'POOL-1', state: 'available' });
  await license({ ...own, key: 'DELETED-1' });
  await license({ ...own, key: 'PREVIEWED-1', devices: ['laptop'] });
  await license({ ...own, key: 'BULK-1' });
  await license({ ...own, key: 'BULK-2' });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  licenses = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog');
const confirmation = () => page.getByRole('alertdialog');
const param = (name: string) => new URL(page.url()).searchParams.get(name);

const press = async (target: Locator, key = 'Enter'): Promise<void> => {
  await licenses.tabTo(target);
  await page.keyboard.press(key);
};

const type = async (target: Locator, text: string): Promise<void> => {
  await licenses.tabTo(target);
  await page.keyboard.type(text);
};

/** Chooses an action in the menu of a license by the first letters of its name. */
const choose = async (key: string, action: string): Promise<void> => {
  await licenses.open(`?_q=${key}`);
  await press(licenses.menuButton(key));
  await page.getByRole('menu').waitFor();
  await page.keyboard.type(action.slice(0, 3));
  // The menu gives the entry the focus one tick after the last letter.
  await page.waitForFunction(
    (name) => document.activeElement?.textContent.startsWith(name),
    action
  );
  await page.keyboard.press('Enter');
};

/** Takes the option of a select, or of a combobox, that Down leads to. */
const takeOption = async (name: string): Promise<void> => {
  const option = page.getByRole('option', { name });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  // The list marks it one tick after the key.
  await option.and(page.locator('[data-highlighted]')).waitFor();
  await page.keyboard.press('Enter');
  await option.waitFor({ state: 'detached' });
};

const onServer = async (key: string) =>
  (await list(scene.admin, { environment: 'production', _q: key })).data[0];

describe('by the keyboard alone', () => {
  it('edits a license', async () => {
    await choose('EDITED-1', 'Edit');
    await licenses.tabTo(dialog().getByRole('textbox', { name: 'Activation limit' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('7');
    await press(dialog().getByRole('button', { name: 'Save' }));
    await licenses.closed(dialog());

    expect(await onServer('EDITED-1')).toMatchObject({ activationLimit: 7 });
    expect(
      await licenses
        .menuButton('EDITED-1')
        .evaluate((element) => element === document.activeElement)
    ).toBe(true);
  });

  it('assigns a license to a customer', async () => {
    await choose('POOL-1', 'Assign');
    await type(dialog().getByRole('combobox', { name: 'Customer' }), 'lovelace');
    // Until then, the list is that of another search.
    await page.getByRole('option', { name: 'Grace Hopper' }).waitFor({ state: 'detached' });
    await takeOption('Ada Lovelace');
    await press(dialog().getByRole('button', { name: 'Assign', exact: true }));
    await licenses.closed(dialog());

    expect(await onServer('POOL-1')).toMatchObject({ state: 'assigned' });
  });

  it('deletes a license after its first characters are typed', async () => {
    await choose('DELETED-1', 'Delete');
    await type(confirmation().getByRole('textbox', { name: /^Type DELETED-/ }), 'DELETED-');
    await press(confirmation().getByRole('button', { name: 'Delete', exact: true }));
    await licenses.closed(confirmation());

    expect(await onServer('DELETED-1')).toBeUndefined();
  });

  it('opens a preview, moves through its tabs, and deactivates a device', async () => {
    await forgetPassword(page);
    await choose('PREVIEWED-1', 'Preview');
    await type(dialog().getByLabel('Your password'), scene.admin.credentials.password);
    await page.keyboard.press('Enter');
    const openTab = (name: string) => dialog().getByRole('tab', { name, selected: true });
    await licenses.tabTo(openTab('Details'));
    await page.keyboard.press('ArrowRight');
    await openTab('Why').waitFor();
    await page.keyboard.press('ArrowRight');
    await openTab('Activations').waitFor();
    expect(param('tab')).toBe('activations');

    await press(dialog().getByRole('button', { name: 'Deactivate laptop' }));
    await press(confirmation().getByRole('button', { name: 'Deactivate', exact: true }));
    await licenses.closed(confirmation());
    await page.keyboard.press('Escape');
    await licenses.closed(dialog());

    expect(await onServer('PREVIEWED-1')).toMatchObject({ activationCount: 0 });
  });

  it('does a bulk action', async () => {
    await licenses.open('?_q=BULK-');
    await press(page.getByRole('checkbox', { name: /on this page/ }), 'Space');
    const bar = page.getByRole('group', { name: 'Selected licenses' });
    await licenses.tabTo(bar.getByRole('button', { name: 'Suspend', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await press(dialog().getByRole('button', { name: 'Check', exact: true }));
    await press(dialog().getByRole('button', { name: 'Suspend: 2 licenses' }));
    await dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor();
    await page.keyboard.press('Escape');
    await licenses.closed(dialog());

    expect(await onServer('BULK-1')).toMatchObject({ state: 'suspended' });
  });

  it('exports the list', async () => {
    await licenses.open();
    await press(page.getByRole('button', { name: 'Export', exact: true }));
    await dialog().waitFor();
    await look(page, 'export-list');
    await licenses.tabTo(dialog().getByRole('radio', { name: 'CSV' }));
    await page.keyboard.press('ArrowRight');
    const [download] = await saved(page, () =>
      press(dialog().getByRole('button', { name: 'Export', exact: true }))
    );
    expect(download.suggestedFilename()).toMatch(/\.json$/);
  });

  it('sorts the list in its dialog', async () => {
    await licenses.open();
    await press(page.getByRole('button', { name: 'Sort', exact: true }));
    await dialog().getByRole('heading', { name: 'Sort licenses' }).waitFor();
    await look(page, 'sort');
    await licenses.tabTo(dialog().getByRole('radio', { name: 'Created' }));
    await page.keyboard.press('ArrowUp');
    await press(dialog().getByRole('button', { name: 'Apply' }));
    await licenses.closed(dialog());

    expect(param('sort')).toBe('expiresAt:desc');
  });

  it('filters the list, and keeps that as a view', async () => {
    await licenses.open();
    await press(page.getByRole('button', { name: 'Filters', exact: true }));
    await press(dialog().getByRole('combobox', { name: 'Activation use' }));
    await takeOption('Unused');
    await page.keyboard.press('Escape');
    await licenses.closed(dialog());
    await page.waitForURL((address) => address.searchParams.get('use') === 'unused');

    await press(page.getByRole('button', { name: 'Saved views' }));
    await type(dialog().getByLabel('Name for the current filters and sort'), 'Unused ones');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Unused ones', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await licenses.closed(dialog());
  });
});

describe('a list without rows', () => {
  it('says whether there are none, or none that match', async () => {
    await page.goto(`${LIST}?environment=development`);
    await page.getByText('There are no licenses in development yet.').waitFor();
    await look(page, 'list-empty');

    await page.goto(`${LIST}?_q=nothing-of-the-kind`);
    await page.getByText('No license in production matches').waitFor();
    await look(page, 'list-no-match');
  });

  it('says what the server said, and asks again when the connection is back', async () => {
    await page.route('**/license-keys/licenses?*', refuseWith(503, 'The database is away.'));
    await page.goto(LIST);
    await page.getByText('The database is away.').waitFor();
    await look(page, 'list-error');

    await page.unroute('**/license-keys/licenses?*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await licenses.row('EDITED-1').waitFor();
  });
});
