import type { Page } from 'playwright-core';

import { permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith } from '../support/admin';
import { refuseWith } from '../support/hold';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, type Stock } from '../support/stock';

const SUGGESTIONS = '**/license-keys/suggestions?**';
const OPTIONS = '**/license-keys/*-options?**';

/** The picker of a day ends after 15 years. */
const YEAR = new Date().getUTCFullYear() + 25;

let scene: Scene;
let page: Page;
let list: LicensePage;

/** Each license is the only one that some filter finds. */
const furnish = async ({ product, generator, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const yearly = await generator(pro, { name: 'Yearly' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const grace = await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  const months = (count: number) => daysFromNow(count * 30 + 15);
  const at = { product: pro, customer: grace, expiresAt: months(5) };
  await license({
    ...at,
    key: 'OLD-KEY',
    createdAt: new Date('2020-02-29T23:30:00.000Z'),
    expiresAt: new Date(Date.UTC(YEAR, 1, 28, 23, 30)),
  });
  await license({ ...at, key: 'YEARLY-KEY', generator: yearly, createdAt: daysFromNow(-20) });
  await license({ ...at, key: 'ADA-KEY', customer: ada, createdAt: daysFromNow(-3) });
  await license({ ...at, key: 'WEEK-KEY', expiresAt: daysFromNow(5) });
  await license({ ...at, key: 'FORTNIGHT-KEY', expiresAt: daysFromNow(12) });
  await license({ ...at, key: 'MONTH-KEY', expiresAt: daysFromNow(25) });
  await license({ ...at, key: 'PAST-KEY', expiresAt: daysFromNow(-5) });
  await license({ ...at, key: 'LIFETIME-KEY', expiresAt: null });
  await license({ ...at, key: 'UNUSED-KEY', devices: [], state: 'assigned' });
  await license({ ...at, key: 'FULL-KEY', activationLimit: 1 });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

/** Once the list shows as many: the words before "-KEY" in its rows, in alphabetical order. */
const keys = async (count: number): Promise<string[]> => {
  await page.getByText(new RegExp(`^${String(count)} matching licenses? in`)).waitFor();
  await page.locator('table[aria-busy=false]').waitFor();
  const texts = await list.rows().allInnerTexts();
  return texts.map((text) => /(\w+)-KEY/.exec(text)?.[1] ?? text).sort();
};

const param = (name: string): string | null => new URL(page.url()).searchParams.get(name);
const chip = (text: string) => page.getByRole('button', { name: `Remove filter ${text}` });
const panel = () => page.getByRole('dialog', { name: 'Filters' });

const openFilters = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await panel().waitFor();
};

const fillDay = async (name: string, text: string): Promise<void> => {
  const field = panel().getByRole('combobox', { name, exact: true });
  await field.fill(text);
  await field.press('Tab');
};

const closePanel = async (name: string): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
};

describe('the suggestions', () => {
  const field = () => page.getByRole('combobox', { name: /^Search by/ });
  const suggestions = () => page.getByRole('listbox', { name: 'Suggestions' });

  it('come up while one types, asked for once the typing pauses, and are worked by keyboard', async () => {
    await list.open();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/suggestions')) asked.push(searchParams.get('_q') ?? '');
    });
    await page.keyboard.press('/');
    await page.keyboard.type('a');
    const groups = suggestions().getByRole('group');
    await groups.nth(2).waitFor();
    expect(await suggestions().getByRole('option').count()).toBeGreaterThan(5);
    await look(page, 'suggestions');

    await page.keyboard.type('nalytical');
    await suggestions().getByRole('option').nth(1).waitFor({ state: 'detached' });
    expect(asked.length).toBeLessThan('analytical'.length);
    expect(asked.at(-1)).toBe('analytical');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await chip('Customer: Ada Lovelace').waitFor();
    expect(await keys(1)).toEqual(['ADA']);
    expect(await field().inputValue()).toBe('');
  });

  it('are asked for no longer once the text has changed', async () => {
    await list.open();
    await page.route(
      SUGGESTIONS,
      (route) => {
        // Never answered.
        expect(route.request().url()).toContain('_q=ada');
      },
      { times: 1 }
    );
    await Promise.all([page.waitForRequest(SUGGESTIONS), field().fill('ada')]);
    const cancelled = page.waitForEvent('requestfailed', (request) =>
      request.url().includes('suggestions')
    );
    await field().fill('year');

    expect((await cancelled).failure()?.errorText).toMatch(/aborted/i);
    const option = suggestions().getByRole('option', { name: /YEARLY-KEY/ });
    await option.click();
    expect(await keys(1)).toEqual(['YEARLY']);
    expect(param('_q')).toBe('YEARLY-KEY');
  });

  it('say what the server said, where there are none', async () => {
    await page.route(SUGGESTIONS, refuseWith(503, 'Not just now.'));
    await list.open();
    await field().fill('ada');
    const note = page.getByRole('alert').filter({ hasText: 'Not just now.' });
    await note.waitFor();
    await look(page, 'suggestions-refused');
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe('ada');

    await page.unroute(SUGGESTIONS);
    await field().fill('grace');
    await suggestions().waitFor();
  });

  it('close on Esc and keep the text, which another Esc removes', async () => {
    await list.open();
    await field().pressSequentially('grace');
    await suggestions().waitFor();
    await page.keyboard.press('Escape');
    await suggestions().waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe('grace');

    await page.keyboard.press('Escape');
    expect(await field().inputValue()).toBe('');
    await page.waitForURL((address) => !address.searchParams.has('_q'));
  });
});

describe('the filters', () => {
  it.each([
    ['Generator', 'Yearly', 'generator', ['YEARLY']],
    ['Expires', 'Within 7 days', 'expires', ['WEEK']],
    ['Expires', 'Within 14 days', 'expires', ['FORTNIGHT', 'WEEK']],
    ['Expires', 'Within 30 days', 'expires', ['FORTNIGHT', 'MONTH', 'WEEK']],
    ['Expires', 'Expired', 'expires', ['PAST']],
    ['Expires', 'Lifetime', 'expires', ['LIFETIME']],
    ['Activation use', 'Unused', 'use', ['UNUSED']],
    ['Activation use', 'Full', 'use', ['FULL']],
  ])('%s: %s finds what it says, and stays in the address', async (name, option, key, expected) => {
    await list.open();
    await openFilters();
    await list.select(name, option);
    await closePanel('Filters');

    expect(await keys(expected.length)).toEqual(expected);
    expect(param(key)).not.toBeNull();
    await page.reload();
    expect(await keys(expected.length)).toEqual(expected);

    await chip(`${name}: ${option}`).click();
    await page.getByText('10 licenses in production').waitFor();
    expect(param(key)).toBeNull();
  });

  it('find what was created in the last days, and what is in use', async () => {
    await list.open();
    await openFilters();
    await list.select('Created', 'Last 7 days');
    expect(await keys(8)).not.toContain('YEARLY');
    await list.select('Created', 'Last 30 days');
    expect(await keys(9)).not.toContain('OLD');
    await list.select('Activation use', 'In use');
    expect(await keys(8)).not.toContain('UNUSED');
  });

  it('find a customer among any number by typing', async () => {
    await list.open();
    await openFilters();
    await list.pickCustomer('lovel', 'Ada Lovelace');
    expect(await keys(1)).toEqual(['ADA']);
    await look(page, 'filters');
    await closePanel('Filters');
    await chip('Customer: Ada Lovelace').waitFor();
  });

  it('take a range of days, both included, and say when it is backwards', async () => {
    await list.open();
    await openFilters();
    await list.select('Created', 'Range of dates (UTC)');
    await fillDay('From', '02/01/2020');
    await fillDay('To', '02/29/2020');
    expect(await keys(1)).toEqual(['OLD']);
    expect([param('createdFrom'), param('createdTo')]).toEqual(['2020-02-01', '2020-02-29']);

    await fillDay('To', '01/31/2020');
    await page.getByText('This is before the first day.').waitFor();
    await look(page, 'filters-range');
    // The tooltip of the button that has the focus goes first.
    await page.keyboard.press('Escape');
    await closePanel('Filters');
    await chip('Created: Feb 1, 2020 – Jan 31, 2020 (UTC)').click();
    await page.getByText('10 licenses in production').waitFor();
  });

  it('take a range of days for the expiry as well', async () => {
    await list.open();
    await openFilters();
    await list.select('Expires', 'Range of dates (UTC)');
    await fillDay('From', `02/28/${YEAR}`);
    await fillDay('To', `02/28/${YEAR}`);
    expect(await keys(1)).toEqual(['OLD']);
    const day = `${YEAR}-02-28`;
    expect([param('expiresFrom'), param('expiresTo')]).toEqual([day, day]);

    await page.keyboard.press('Escape');
    await closePanel('Filters');
    await chip(`Expires: Feb 28, ${YEAR} – Feb 28, ${YEAR} (UTC)`).click();
    await page.getByText('10 licenses in production').waitFor();
    expect([param('expiresFrom'), param('expiresTo')]).toEqual([null, null]);
  });

  it('say at their fields why there is nothing to choose', async () => {
    await page.route(OPTIONS, refuseWith(503, 'Not just now.'));
    await list.open();
    await page.getByText('Not just now.').waitFor();
    await openFilters();
    await panel().getByText('Not just now.').waitFor();
    await look(page, 'filters-refused');
    await page.unroute(OPTIONS);
    await closePanel('Filters');
  });

  it('are combined with search and sort, and each chip removes its own', async () => {
    await list.open('?_q=key&use=in-use&expires=30&sort=key:asc');
    expect(await keys(3)).toEqual(['FORTNIGHT', 'MONTH', 'WEEK']);
    await look(page, 'filter-chips');

    await chip('Expires: Within 30 days').focus();
    await page.keyboard.press('Enter');
    expect(await keys(9)).toHaveLength(9);
    expect(
      await chip('Activation use: In use').evaluate((it) => it === document.activeElement)
    ).toBe(true);
    expect(param('sort')).toBe('key:asc');

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('10 licenses in production').waitFor();
    await page.goBack();
    expect(await keys(9)).toHaveLength(9);
  });
});

describe('saved views', () => {
  const views = (within = page) => within.getByRole('dialog', { name: 'Saved views' });

  const openViews = async (within = page): Promise<void> => {
    await within.getByRole('button', { name: 'Saved views' }).click();
    await views(within).waitFor();
  };

  const save = async (name: string): Promise<void> => {
    await openViews();
    await views().getByLabel('Name for the current filters and sort').fill(name);
    await page.keyboard.press('Enter');
    await views().getByRole('button', { name, exact: true }).waitFor();
    await closePanel('Saved views');
  };

  it('keep filters and sort under a name, for their administrator alone', async () => {
    await list.open('?expires=30&sort=expiresAt:asc');
    await save('Expiring soon');
    await list.open('?use=full');
    await save('No slot left');

    await openViews();
    await look(page, 'saved-views');
    await views().getByRole('button', { name: 'Expiring soon', exact: true }).click();
    expect(await keys(3)).toEqual(['FORTNIGHT', 'MONTH', 'WEEK']);
    expect([param('sort'), param('use')]).toEqual(['expiresAt:asc', null]);

    const { server, browser, admin } = scene;
    const other = await createAdminWith(server.http, admin, [{ action: permissionId('read') }]);
    const theirs = await openPanel(browser, server.url, other.credentials, LIST);
    await openViews(theirs);
    await views(theirs).getByText('You have not saved a view yet.').waitFor();
    await theirs.context().close();
  });

  it('are replaced by one of the same name, and deleted', async () => {
    await list.open('?expires=7');
    await save('Expiring soon');
    await list.open();
    await openViews();
    await views().getByRole('button', { name: 'Expiring soon', exact: true }).click();
    expect(await keys(1)).toEqual(['WEEK']);

    await openViews();
    await views().getByRole('button', { name: 'Delete view “Expiring soon”' }).click();
    const names = views().getByRole('list', { name: 'Saved views' });
    await names
      .getByRole('button', { name: 'Expiring soon', exact: true })
      .waitFor({ state: 'detached' });
    expect(await names.innerText()).toContain('No slot left');
    expect(await names.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
