import type { Locator, Page } from 'playwright-core';

import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { openPanel } from '../support/panel';
import { previewPath, tabPanel, unlock } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';

/** With 24 characters for each, more than a server reads of an address. */
const MANY = 1000;

let scene: Scene;
let page: Page;
let list: LicensePage;
let shared: string;
let staged: string;

const furnish = async ({ product, license, pool }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const devices = Array.from({ length: 30 }, (_, index) => `laptop-${String(index + 1)}`);
  const many = await license({ key: 'SHARED-1', product: pro, activationLimit: 50, devices });
  shared = many.documentId;
  await license({ key: 'SHARED-2', product: pro, devices: ['tablet'] });
  await pool(await product({ name: 'Studio Suite' }), 'POOL', MANY);
  staged = (await license({ key: 'STAGED-1', environment: 'staging' })).documentId;
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const param = (name: string) => new URL(page.url()).searchParams.get(name);
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const bar = () => page.getByRole('group', { name: 'Selected licenses' });
const inBar = (name: string) => bar().getByRole('button', { name, exact: true });
const check = (key: string) => list.row(key).getByRole('checkbox').click();

/** A reload opens it again, and so does the link in another tab; Back closes it. */
const isInAddress = async (opened: Locator): Promise<void> => {
  await opened.waitFor();
  await page.reload();
  await opened.waitFor();
  await page.goBack();
  await opened.waitFor({ state: 'detached' });
  expect(param('dialog')).toBeNull();
  await page.goForward();
  await opened.waitFor();
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
  expect(param('dialog')).toBeNull();
};

it('has the sort dialog; what is applied takes its place in the history', async () => {
  await list.open('?state=active');
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  await isInAddress(dialog('Sort licenses'));

  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  await dialog('Sort licenses').getByRole('radio', { name: 'Created' }).click();
  await dialog('Sort licenses').getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL((url) => url.searchParams.get('sort')?.startsWith('createdAt') ?? false);
  expect([param('dialog'), param('state')]).toEqual([null, 'active']);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('sort'));
  expect(param('dialog')).toBeNull();
});

it('has the export of the list', async () => {
  await list.open('?state=active');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await isInAddress(dialog('Export'));
  expect(param('state')).toBe('active');
});

it('has the list of shortcuts', async () => {
  await list.open();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await isInAddress(dialog('Keyboard shortcuts'));
});

it.each(['Suspend', 'Export'])('has %s of the rows that are selected', async (action) => {
  await list.open('?_q=SHARED');
  for (const key of ['SHARED-1', 'SHARED-2']) await check(key);
  await inBar(action).click();
  await isInAddress(dialog(`${action}: 2 licenses`));
});

it('has an action on all that match', async () => {
  await list.open('?_q=POOL');
  await list.rows().first().getByRole('checkbox').click();
  await bar().getByRole('button', { name: 'Select all 1,000 that match' }).click();
  await inBar('Revoke').click();
  await isInAddress(dialog('Revoke: 1,000 licenses'));
});

it('has an action on as many rows as can be selected one by one', async () => {
  await list.open('?_q=POOL&sort=key:asc&pageSize=100');
  for (let next = 2; next <= 11; next += 1) {
    await page.getByRole('checkbox', { name: 'Select all licenses on this page' }).click();
    if (next === 11) break;
    await page.getByRole('link', { name: /next/i }).click();
    await page.waitForURL((url) => url.searchParams.get('page') === String(next));
    await list.row(`POOL-${String(next - 1).padStart(3, '0')}01`).waitFor();
  }
  await inBar('Assign').click();
  await dialog('Assign: 1,000 licenses').waitFor();
  const address = new URL(page.url());
  await isInAddress(dialog('Assign: 1,000 licenses'));

  // The list corrects its page behind the dialog.
  address.searchParams.set('page', '99');
  await page.goto(address.href);
  await page.waitForURL((url) => url.searchParams.get('page') === '10');
  await dialog('Assign: 1,000 licenses').waitFor();
});

it('has the job that carries it out, for whoever follows the link', async () => {
  await list.open('?_q=SHARED-2');
  await check('SHARED-2');
  await inBar('Suspend').click();
  await dialog(/^Suspend/)
    .getByRole('button', { name: 'Check', exact: true })
    .click();
  await dialog(/^Suspend/)
    .getByRole('button', { name: 'Suspend: 1 license' })
    .click();
  const finished = dialog(/^Suspend/)
    .getByRole('status')
    .filter({ hasText: 'Finished' });
  await finished.waitFor();
  expect(param('dialog')).toBe('job');
  await isInAddress(finished);

  await page.goForward();
  await dialog(/^Suspend/)
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await page.reload();
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect([param('dialog'), param('ask')]).toEqual(['job', null]);
});

it('has a license alone, to whose environment the list follows', async () => {
  await page.goto(`${LIST}?license=${staged}`);
  await unlock(page, scene.admin.credentials);
  await tabPanel(page).getByText('STAGED-1', { exact: true }).waitFor();
  await page.waitForURL((url) => url.searchParams.get('environment') === 'staging');
  await page.keyboard.press('Escape');
  await list.row('STAGED-1').waitFor();
  expect([await list.rows().count(), param('license')]).toEqual([1, null]);
});

it('has the tab of a preview, its page, and the device that is to be deactivated', async () => {
  await page.goto(previewPath(shared));
  await unlock(page, scene.admin.credentials);
  await page.getByRole('tab', { name: 'Activations' }).click();
  await tabPanel(page).getByRole('button', { name: /next/i }).click();
  await tabPanel(page)
    .getByRole('status')
    .filter({ hasText: /page 2 of/ })
    .waitFor();
  expect(param('tabPage')).toBe('2');
  const deactivate = tabPanel(page).getByRole('button', { name: /^Deactivate laptop/ });
  const name = await deactivate.first().getAttribute('aria-label');
  await deactivate.first().click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();

  await page.reload();
  await question.waitFor();
  await question.getByText((name ?? '').replace('Deactivate ', '')).waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect([param('dialog'), param('tab'), param('tabPage'), param('device')]).toEqual([
    'preview',
    'activations',
    '2',
    null,
  ]);

  await page.getByRole('tab', { name: 'Audit' }).click();
  await page.waitForURL((url) => url.searchParams.get('tab') === 'audit');
  expect(param('tabPage')).toBeNull();
  await page.keyboard.press('Escape');
  await list.rows().first().waitFor();
  expect(['dialog', 'license', 'tab', 'tabPage', 'device'].map(param)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
