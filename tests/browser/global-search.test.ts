import type { Page } from 'playwright-core';

import { createAdminWith } from '../support/admin';
import { LIST, licensePage } from '../support/license-page';
import { look } from '../support/look';
import { newSession, openPanel, signIn } from '../support/panel';
import { previewPath, tabPanel } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import { startServer } from '../support/server';
import type { Stock } from '../support/stock';
import { eventually } from '../support/wait';

let scene: Scene;
let page: Page;
const ids: Record<string, string> = {};

const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const suite = await product({ name: 'Studio Suite' });
  const grace = await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  const long = await customer({ name: `Grace ${'Brewster Murray '.repeat(8)}` });
  const first = await license({ key: 'GLOBAL-KEY-1', product: suite, customer: grace });
  await license({ key: 'GLOBAL-KEY-2', product: suite, customer: long, state: 'suspended' });
  await license({ key: 'STAGING-KEY-1', environment: 'staging' });
  Object.assign(ids, {
    customer: grace.documentId,
    product: suite.documentId,
    license: first.documentId,
  });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog');
const searchField = () => dialog().getByRole('combobox', { name: /^Search by license key/ });

/** The shortcut is there once the panel knows that it is wanted. */
const openSearch = async (keys = 'Control+k'): Promise<void> => {
  await eventually(async () => {
    await page.keyboard.press(keys);
    await searchField().waitFor({ timeout: 2000 });
  });
};

/** Whether anything on the page takes Ctrl+K for itself, rather than leave it to the browser. */
const isTaken = (from: Page): Promise<boolean> =>
  from.evaluate(
    () =>
      !document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true })
      )
  );

const addressHas = (name: string, value: string | undefined) =>
  page.waitForURL(
    ({ pathname, searchParams }) => pathname === LIST && searchParams.get(name) === value
  );

describe('on the page', () => {
  it('/ goes to the search, where it is a character like any other', async () => {
    await licensePage(page).open();
    await page.keyboard.press('/');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('role')).toBe('combobox');
    expect(await focused.inputValue()).toBe('');

    await page.keyboard.press('/');
    expect(await focused.inputValue()).toBe('/');
    await page.keyboard.press('Escape');
    expect(await focused.inputValue()).toBe('');
  });

  it('? shows the list of shortcuts, Esc closes it, and the focus is at its button', async () => {
    await licensePage(page).open();
    await page.keyboard.press('?');
    await dialog().getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    const terms = await dialog().locator('dt').allInnerTexts();
    expect(terms.map((keys) => keys.replaceAll(/\s+/g, ' '))).toEqual([
      '/',
      '↑ ↓',
      'Enter',
      'Esc',
      'Ctrl K',
      'Ctrl F',
      '?',
    ]);
    await look(page, 'keyboard-help');

    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-keyshortcuts')).toBe('?');
  });

  it('Ctrl+K does not take one out of an open form', async () => {
    await page.goto(`${LIST}?dialog=create`);
    await dialog().getByRole('heading', { name: 'Create a license' }).waitFor();

    expect(await isTaken(page)).toBe(false);
  });
});

describe('from anywhere in the admin panel', () => {
  it('finds the page itself by what is on it', async () => {
    await page.goto('/admin/content-manager');
    await openSearch();
    await page.keyboard.type('licenses');
    await dialog().getByRole('option', { name: 'License Keys' }).click();
    await page.waitForURL(({ pathname }) => pathname === LIST);
  });

  it('finds a license by the keyboard alone', async () => {
    await page.goto('/admin/content-manager');
    await openSearch();
    await page.keyboard.type('global');
    await dialog().getByRole('option').nth(1).waitFor();
    await look(page, 'global-search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const chosen = await dialog().getByRole('option', { selected: true }).innerText();
    const [key = ''] = chosen.split('\n');
    await page.keyboard.press('Enter');

    await addressHas('_q', key);
    await licensePage(page).row(key).waitFor();
    expect(await licensePage(page).rows().count()).toBe(1);
  });

  it.each([
    ['customer', 'Meta+k', 'hopper', '/admin/settings/application-infos', 1],
    ['product', 'Control+k', 'studio', '/admin', 2],
  ])('finds a %s, and lists its licenses', async (kind, keys, text, from, count) => {
    await page.goto(from);
    await openSearch(keys);
    await page.keyboard.type(text);
    await dialog().getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');

    await addressHas(kind, ids[kind]);
    const { rows } = licensePage(page);
    await rows()
      .nth(count - 1)
      .waitFor();
    expect(await rows().count()).toBe(count);
  });

  it('searches one environment, which can be switched', async () => {
    await page.goto('/admin/settings/application-infos');
    await openSearch();
    await page.keyboard.type('STAGING');
    await dialog().getByText('Nothing in production has “STAGING”.').waitFor();

    await dialog().getByRole('combobox', { name: 'Environment' }).click();
    await page.getByRole('option', { name: 'staging' }).click();
    await dialog()
      .getByRole('option', { name: /STAGING-KEY-1/ })
      .click();
    await addressHas('environment', 'staging');
    await licensePage(page).row('STAGING-KEY-1').waitFor();
  });

  it('searches the environment that the list shows', async () => {
    await licensePage(page).open('?environment=staging');
    await openSearch();
    await page.keyboard.type('STAGING');
    await dialog()
      .getByRole('option', { name: /STAGING-KEY-1/ })
      .waitFor();
  });

  it('closes with Esc, and the focus is where it was', async () => {
    await page.goto('/admin/content-manager');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const link = page.getByRole('link', { name: 'License Keys' }).first();
    await link.focus();
    await openSearch();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });

    await eventually(async () => {
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });
});

describe('switched off', () => {
  const openHelp = async (): Promise<void> => {
    await licensePage(page).open();
    await page.keyboard.press('?');
    await dialog().getByRole('checkbox').waitFor();
  };

  it('by a person leaves Ctrl+K to the browser, until switched on again', async () => {
    await openHelp();
    await dialog().getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await isTaken(page)).toBe(false);
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(await isTaken(page)).toBe(false);

    await openHelp();
    await dialog().getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await isTaken(page)).toBe(true);
  });

  it('is not there for a role that may not read licenses', async () => {
    const staff = await createAdminWith(scene.server.http, scene.admin, []);
    const session = await openPanel(scene.browser, scene.server.url, staff.credentials);
    await session.getByRole('heading', { level: 1 }).waitFor();
    await session.waitForLoadState('networkidle');

    expect(await isTaken(session)).toBe(false);
    await session.context().close();
  });

  it('is not there where the installation says so, which may waive the password too', async () => {
    const server = await startServer({
      database: scene.server.database,
      env: { LICENSE_GLOBAL_SEARCH: 'false', LICENSE_PREVIEW_PASSWORD: 'false' },
    });
    const session = await openPanel(scene.browser, server.url, scene.admin.credentials, LIST);
    await session.getByRole('table').waitFor();
    expect(await isTaken(session)).toBe(false);
    await session.keyboard.press('?');
    const help = session.getByRole('dialog');
    await help.getByText('Show this list').waitFor();
    expect(await help.getByRole('checkbox').count()).toBe(0);
    expect(await help.getByText(/from anywhere/).count()).toBe(0);

    await session.goto(previewPath(ids.license ?? ''));
    await tabPanel(session).getByText('GLOBAL-KEY-1').waitFor();
    await session.context().close();
    await server.stop();
  });
});

describe('the address /admin/licenses', () => {
  it('leads to the page, with its filters', async () => {
    await page.goto('/admin/licenses?state=suspended');
    await addressHas('state', 'suspended');
    await licensePage(page).row('GLOBAL-KEY-2').waitFor();
    expect(await licensePage(page).rows().count()).toBe(1);
  });

  it('leads there through the login', async () => {
    const session = await newSession(scene.browser, scene.server.url);
    await session.goto('/admin/licenses?state=suspended');
    await session.waitForURL(/\/admin\/auth\/login/);
    await signIn(session, scene.admin.credentials);
    await licensePage(session).row('GLOBAL-KEY-2').waitFor();
    expect(new URL(session.url()).pathname).toBe(LIST);
    await session.context().close();
  });
});
