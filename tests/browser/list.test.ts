import type { Page } from 'playwright-core';

import { hold } from '../support/hold';
import { previewPath } from '../support/preview-page';
import { list } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, LONG_NAME, type Stock } from '../support/stock';
import { eventually } from '../support/wait';

const LIST = '/admin/plugins/license-keys';

let scene: Scene;
let page: Page;

const CROWD = 10_000;
/** As long as a UUID. */
const UUID_KEY = '7f9c24e8-3b12-4fef-91e0-56a2d9c4b7a1';

/** What is hard on a table: very many rows, keys as long as a UUID, and the longest names. */
const furnishStaging = async ({ product, customer, license, pool }: Stock): Promise<void> => {
  const environment = 'staging';
  const long = await product({ environment, name: LONG_NAME });
  await pool(long, UUID_KEY.slice(0, -6), CROWD);
  await license({
    environment,
    key: UUID_KEY,
    product: long,
    customer: await customer({
      environment,
      name: LONG_NAME,
      email: `${'long'.repeat(15)}@x.example`,
    }),
    activationLimit: 10_000,
    expiresAt: daysFromNow(3000),
  });
};

/** 24 licenses of the Pro Plan and two of another product in production, and very many in staging. */
const furnish = async (stock: Stock): Promise<void> => {
  const { product, customer, license } = stock;
  const pro = await product({ name: 'Pro Plan' });
  const suite = await product({ name: 'Studio Suite' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const grace = await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  for (let index = 10; index < 32; index += 1) {
    await license({ key: `POOL-${String(index)}-AAAA-BBBB`, state: 'available', product: pro });
  }
  await license({
    key: 'ADA-KEY-1',
    product: pro,
    customer: ada,
    activationLimit: 5,
    devices: ['a', 'b'],
    expiresAt: daysFromNow(10.5),
  });
  await license({ key: 'GRACE-KEY-1', product: suite, customer: grace, state: 'suspended' });
  await license({ key: 'GRACE-KEY-2', product: suite, customer: grace, activationLimit: -1 });
  await furnishStaging(stock);
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

const open = async (query = ''): Promise<void> => {
  await page.goto(`${LIST}${query}`);
  await page.getByRole('table').waitFor();
};

/** Licenses, as against the row that says that they are loading. */
const rows = () =>
  page.locator('tbody tr').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
const row = (key: string) => rows().filter({ hasText: key });

/** The keys on the page, once there are as many as expected. */
const keys = async (count: number): Promise<string[]> => {
  await rows()
    .nth(count - 1)
    .waitFor();
  await rows().nth(count).waitFor({ state: 'detached' });
  const texts = await rows().allInnerTexts();
  return texts.map((text) => /[A-Z]+-(KEY-\d|\d+-AAAA-BBBB)/.exec(text)?.[0] ?? text);
};

const select = async (name: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

it('shows the licenses of the environment in eight columns, the newest first', async () => {
  await open();

  expect(await keys(20)).toContain('ADA-KEY-1');
  await page.getByText('25 licenses in production').waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/license key/i),
      expect.stringMatching(/product/i),
      expect.stringMatching(/customer/i),
      expect.stringMatching(/status/i),
      expect.stringMatching(/activations/i),
      expect.stringMatching(/expires/i),
      expect.stringMatching(/created/i),
      expect.stringMatching(/actions/i),
    ])
  );
  const ada = await row('ADA-KEY-1').innerText();
  expect(ada).toContain('Pro Plan');
  expect(ada).toContain('Ada Lovelace');
  expect(ada).toContain('ada@analytical.example');
  expect(ada).toContain('Active');
  expect(ada).toContain('2 / 5');
  expect(ada).toContain('in 10 days');
  await look(page, 'list');
  expect(await row('GRACE-KEY-2').innerText()).toMatch(/1 \/ ∞[\s\S]*Lifetime/);
});

it.each([
  ['a part of the key', 'dA-kEy', ['ADA-KEY-1']],
  ['the customer’s e-mail', '@navy.example', ['GRACE-KEY-2', 'GRACE-KEY-1']],
  ['the customer’s name', 'lovelace', ['ADA-KEY-1']],
  ['the product’s name', 'studio', ['GRACE-KEY-2', 'GRACE-KEY-1']],
])('finds licenses by %s', async (_what, text, expected) => {
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type(text);

  await page.waitForURL((address) => address.searchParams.get('_q') === text);
  expect(await keys(expected.length)).toEqual(expected);
});

it('filters by product and status, says so when nothing matches, and clears', async () => {
  await open();
  await select('Product', 'Studio Suite');
  expect(await keys(2)).toEqual(['GRACE-KEY-2', 'GRACE-KEY-1']);

  await select('Status', 'Suspended');
  expect(await keys(1)).toEqual(['GRACE-KEY-1']);

  await select('Status', 'Revoked');
  await page.getByText('No license in production matches').waitFor();

  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  expect(await keys(20)).toHaveLength(20);
});

it('sorts from the dialog and from the head of a column', async () => {
  await open();
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Activations' }).click();
  await dialog.getByRole('radio', { name: /^Descending/ }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.waitForURL(/sort=activationLimit(:|%3A)desc/);
  await page.waitForFunction(() =>
    document.querySelector('tbody tr')?.textContent.includes('GRACE-KEY-2')
  );

  await page.getByRole('columnheader', { name: 'Expires' }).getByRole('button').click();
  await page.waitForURL(/sort=expiresAt(:|%3A)asc/);
  await page.waitForFunction(() =>
    document.querySelector('tbody tr')?.textContent.includes('ADA-KEY-1')
  );
});

it('pages, and a reload restores page, filter and sort from the address', async () => {
  await open('?state=available&sort=key:asc&pageSize=10&page=3');
  const last = ['POOL-30-AAAA-BBBB', 'POOL-31-AAAA-BBBB'];
  expect(await keys(2)).toEqual(last);

  await page.getByRole('link', { name: /previous/i }).click();
  expect((await keys(10))[0]).toBe('POOL-20-AAAA-BBBB');

  await page.reload();
  expect((await keys(10))[0]).toBe('POOL-20-AAAA-BBBB');
  await page.goBack();
  expect(await keys(2)).toEqual(last);
});

it('switches the environment, says which one it is, and keeps the lists apart', async () => {
  await open();
  await select('Environment', 'staging');
  await page.getByText('10,001 licenses in staging').waitFor();
  await row(UUID_KEY).waitFor();
  expect(await row('ADA-KEY-1').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('environment')).toBe('staging');

  await select('Environment', 'development');
  await page.getByText('There are no licenses in development yet.').waitFor();
});

it('has room for long keys and names, and pages through very many rows', async () => {
  await open('?environment=staging');
  await row(UUID_KEY).getByText(LONG_NAME).first().waitFor();
  await look(page, 'list-long');
  const table = await page.getByRole('table').evaluate(({ scrollWidth, parentElement }) => ({
    needs: scrollWidth,
    has: parentElement?.clientWidth ?? 0,
  }));
  expect(table.needs).toBeLessThanOrEqual(table.has);

  await open('?environment=staging&sort=key:asc&pageSize=100&page=101');
  await rows().first().waitFor();
  expect(await rows().allInnerTexts()).toEqual([expect.stringContaining(UUID_KEY)]);
  await open('?environment=staging&sort=key:asc&pageSize=100&page=100000');
  await page.waitForURL(/page=101/);
  await row(UUID_KEY).waitFor();
});

describe('while the server takes its time', () => {
  it('says that the list is loading', async () => {
    const release = await hold(page, '**/license-keys/licenses?**');
    await page.goto(LIST);
    await page.getByRole('table').getByText('Loading licenses').waitFor();
    await look(page, 'list-loading');

    release();
    expect(await keys(20)).toHaveLength(20);
  });

  it('lets nobody choose a product that is not there yet', async () => {
    const release = await hold(page, '**/license-keys/product-options?**');
    await page.goto(`${LIST}?dialog=create`);
    const product = page.getByRole('dialog').getByRole('combobox', { name: 'Product' });
    await product.waitFor();
    expect(await product.isDisabled()).toBe(true);

    release();
    await eventually(async () => {
      expect(await product.isEnabled()).toBe(true);
    });
  });

  it('says that the license of a preview is loading', async () => {
    const { data } = await list(scene.admin, { environment: 'production', _q: 'GRACE-KEY-1' });
    const release = await hold(page, '**/license-keys/licenses/*/preview');
    await page.goto(previewPath(data[0]?.documentId ?? ''));
    await page.getByRole('dialog').getByText('Loading the license').waitFor();

    release();
    await page.getByRole('dialog').getByLabel('Your password').waitFor();
  });

  it('asks once for a dry run, however often one clicks', async () => {
    await open('?_q=GRACE-KEY-2');
    await row('GRACE-KEY-2').getByRole('checkbox').click();
    await page
      .getByRole('group', { name: 'Selected licenses' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    const check = page.getByRole('dialog').getByRole('button', { name: 'Check' });
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/bulk/dry-run')) requests += 1;
    });
    const release = await hold(page, '**/license-keys/bulk/dry-run');
    await check.dblclick();
    expect(await check.getAttribute('aria-disabled')).toBe('true');

    release();
    await page.getByText('Possible for 1 of 1 license').waitFor();
    expect(requests).toBe(1);
  });
});

it('suspends a license from its menu, where what is not possible says why', async () => {
  await open('?_q=ADA-KEY');
  await keys(1);
  await row('ADA-KEY-1')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  const reactivate = page.getByRole('menuitem', { name: /^Reactivate/ });
  expect(await reactivate.getAttribute('aria-disabled')).toBe('true');
  expect(await reactivate.innerText()).toContain('Not possible in status “Active”');

  await page.getByRole('menuitem', { name: /^Suspend/ }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Leaked on a forum');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row('ADA-KEY-1').getByText('Suspended').waitFor();
});

it('says what the server said when the list cannot be read, and reads it on request', async () => {
  await page.route('**/license-keys/licenses?**', (route) =>
    route.fulfill({
      status: 503,
      json: { data: null, error: { status: 503, name: 'Down', message: 'Try again soon.' } },
    })
  );
  await page.goto(LIST);
  await page.getByText('Try again soon.').waitFor();

  await page.unroute('**/license-keys/licenses?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(await keys(20)).toHaveLength(20);
});
