import type { Download, Page } from 'playwright-core';

import type { LicenseListItem } from '../../src/plugins/license-keys/shared/list';
import { saved } from '../support/download';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { slowDown } from '../support/hold';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';

const MANY = 10_000;
const EXPORTS = '**/license-keys/exports/licenses';

let scene: Scene;
let page: Page;
let list: LicensePage;

const furnish = async ({ product, customer, license, pool }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const mallory = await customer({ name: '=HYPERLINK("http://evil.example")' });
  await license({ key: 'MALLORY-KEY', product: pro, customer: mallory });
  await pool(await product({ name: 'Studio Suite' }), 'POOL', MANY);
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const exportButton = () => page.getByRole('button', { name: 'Export', exact: true }).first();
const dialog = () => page.getByRole('dialog', { name: 'Export', exact: true });
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });

const choose = async (format: 'CSV' | 'JSON'): Promise<void> => {
  await exportButton().click();
  await dialog().getByRole('radio', { name: format }).click();
  await inDialog('Export').click();
};

const exported = (format: 'CSV' | 'JSON') => saved(page, () => choose(format));

it('saves all rows that match as CSV, not just the page, in the order of the list', async () => {
  await list.open('?state=available&sort=key:desc');
  const [download, text] = await exported('CSV');

  expect(download.suggestedFilename()).toMatch(/^licenses-production-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\n');
  expect(head).toMatch(/^key,status,product,/);
  expect(rows).toHaveLength(MANY);
  expect(rows[0]).toMatch(/^POOL-10000,available,Studio Suite,/);
  expect(rows.at(-1)).toMatch(/^POOL-00001,/);
  await list.toast(`${download.suggestedFilename()} saved`);
  await dialog().waitFor({ state: 'detached' });
  expect(await exportButton().evaluate((it) => it === document.activeElement)).toBe(true);
});

it('gives a spreadsheet no formula, and a program what is there', async () => {
  await list.open('?_q=MALLORY');
  const [, csv] = await exported('CSV');
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);

  const [, json] = await exported('JSON');
  const [license, ...rest] = JSON.parse(json) as LicenseListItem[];
  expect(rest).toEqual([]);
  expect(license).toMatchObject({
    key: 'MALLORY-KEY',
    customer: { name: '=HYPERLINK("http://evil.example")' },
  });
});

it('exports what is selected by a job, which has the file: rows one by one, or all that match', async () => {
  await list.open('?_q=POOL-000&sort=key:asc');
  await list.row('POOL-00007').getByRole('checkbox').click();
  await list.row('POOL-00003').getByRole('checkbox').click();
  const bar = page.getByRole('group', { name: 'Selected licenses' });
  const form = page.getByRole('dialog');
  const button = (name: string) => form.getByRole('button', { name, exact: true });
  const prepare = async (reason: string) => {
    await bar.getByRole('button', { name: 'Export' }).click();
    await form.getByLabel('Reason').fill(reason);
  };
  const tryFirst = async (count: number) => {
    await button('Check').click();
    const possible = `Possible for ${String(count)} of ${String(count)} licenses`;
    await form.getByRole('heading', { name: possible }).waitFor();
  };
  const confirm = async (count: number) => {
    await button(`Export: ${String(count)} licenses`).click();
    await form.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  };
  const keysIn = (text: string) => (JSON.parse(text) as LicenseListItem[]).map(({ key }) => key);
  const saveAs = async (format: 'CSV' | 'JSON') =>
    (await saved(page, () => button(`Export as ${format}`).click()))[1];

  await prepare('For the accountant');
  await look(page, 'bulk-export-prepare');
  await tryFirst(2);
  await look(page, 'bulk-export-dry-run');
  await confirm(2);
  await look(page, 'bulk-export-file');
  expect(keysIn(await saveAs('JSON')).sort()).toEqual(['POOL-00003', 'POOL-00007']);
  expect(await saveAs('CSV')).toMatch(/POOL-00007,available/);
  const [, results] = await saved(page, () => button('Download results').click());
  expect(results.trimEnd().split('\n').slice(1)).toEqual([
    expect.stringContaining(',POOL-0,succeeded'),
    expect.stringContaining(',POOL-0,succeeded'),
  ]);
  await page.keyboard.press('Escape');

  await list.open('?_q=POOL-000');
  await list.rows().first().getByRole('checkbox').click();
  await bar.getByRole('button', { name: 'Select all 99 that match' }).click();
  await prepare('');
  await tryFirst(99);
  await confirm(99);
  expect(keysIn(await saveAs('JSON'))).toHaveLength(99);
  await page.keyboard.press('Escape');
});

it('says in a job what the server said of its file, and can be cancelled there', async () => {
  await list.open('?_q=MALLORY');
  await list.rows().first().getByRole('checkbox').click();
  await page.getByRole('group', { name: 'Selected licenses' }).getByText('Export').click();
  const form = page.getByRole('dialog');
  const button = (name: string) => form.getByRole('button', { name, exact: true });
  await button('Check').click();
  await button('Export: 1 license').click();
  await page.route(
    EXPORTS,
    (route) => route.fulfill({ status: 503, json: { error: { message: 'Try again soon.' } } }),
    { times: 1 }
  );
  await button('Export as CSV').click();
  await form.getByText('Try again soon.').waitFor();

  const restore = await slowDown(page, 20);
  const cancelled = page.waitForEvent('requestfailed', (request) =>
    request.url().endsWith('/exports/licenses')
  );
  await button('Export as CSV').click();
  await button('Cancel').click();
  expect((await cancelled).failure()?.errorText).toMatch(/aborted/i);
  await button('Cancel').waitFor({ state: 'detached' });
  await restore();
  await page.keyboard.press('Escape');
});

it('shows how far it is, and can be cancelled', async () => {
  await list.open();
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  const restore = await slowDown(page, 20_000);
  await choose('CSV');
  await dialog()
    .getByText(/^[1-9][\d,]* of 10,001 rows$/)
    .waitFor();
  await look(page, 'export-progress');
  expect(new URL(page.url()).searchParams.get('dialog')).toBe('export-list');

  const cancelled = page.waitForEvent('requestfailed', (request) =>
    request.url().endsWith('/exports/licenses')
  );
  await inDialog('Cancel').click();
  expect((await cancelled).failure()?.errorText).toMatch(/aborted/i);
  await dialog().waitFor({ state: 'detached' });
  expect(downloads).toEqual([]);
  await restore();
});

it('says what the server said, and tries again', async () => {
  await list.open('?_q=MALLORY');
  await page.route(
    EXPORTS,
    (route) => route.fulfill({ status: 503, json: { error: { message: 'Try again soon.' } } }),
    { times: 1 }
  );
  await choose('CSV');
  await dialog().getByText('Try again soon.').waitFor();
  await look(page, 'export-refused');

  const [, text] = await saved(page, () => inDialog('Try again').click());
  expect(text).toContain('MALLORY-KEY');
});
