import type { Page } from 'playwright-core';

import { saved } from '../support/download';
import { bodyOf } from '../support/http';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { list as listOnServer } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';
import { trailOf } from '../support/trail';

const MANY = 3000;

let scene: Scene;
let page: Page;
let list: LicensePage;

const furnish = async ({ product, customer, license, pool }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  for (let index = 1; index <= 12; index += 1) {
    await license({ key: `TEAM-${String(index).padStart(2, '0')}`, product: pro });
  }
  await license({ key: 'TEAM-REVOKED', product: pro, state: 'revoked' });
  await license({ key: 'TEAM-POOL', product: pro, state: 'available' });
  await pool(await product({ name: 'Studio Suite' }), 'POOL', MANY);
  await pool(await product({ name: 'Shelf' }), 'SHELF', 12);
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const bar = () => page.getByRole('group', { name: 'Selected licenses' });
const dialog = () => page.getByRole('dialog');
const check = (key: string) => list.row(key).getByRole('checkbox').click();
const checkPage = () =>
  page.getByRole('checkbox', { name: 'Select all licenses on this page' }).click();

const choose = async (action: string): Promise<void> => {
  await bar().getByRole('button', { name: action, exact: true }).click();
  await dialog().getByRole('button', { name: 'Check', exact: true }).waitFor();
};

const tryFirst = async (): Promise<void> => {
  await dialog().getByRole('button', { name: 'Check', exact: true }).click();
  await dialog()
    .getByRole('heading', { name: /^Possible for/ })
    .waitFor();
};

const run = async (name: string): Promise<void> => {
  await dialog().getByRole('button', { name }).click();
  await dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor();
};

const close = async (): Promise<void> => {
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await dialog().waitFor({ state: 'detached' });
};

/** The figure beside a label in the open dialog. */
const figure = (label: string) =>
  dialog().locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').innerText();

it('tells first for how many it is possible and why not for the rest, then what came of each', async () => {
  await list.open('?_q=TEAM&sort=key:asc');
  for (const key of ['TEAM-01', 'TEAM-02', 'TEAM-REVOKED', 'TEAM-POOL']) await check(key);
  await bar().getByText('4 licenses selected').waitFor();
  await look(page, 'bulk-bar');

  await choose('Suspend');
  await dialog().getByLabel('Reason').fill('Chargeback of the whole team');
  await look(page, 'bulk-prepare');
  await tryFirst();
  await dialog().getByRole('heading', { name: 'Possible for 2 of 4 licenses' }).waitFor();
  expect(await figure('Licenses that change')).toBe('2');
  await look(page, 'bulk-dry-run');
  // Behind a dialog nothing has a role.
  expect(await page.locator('tbody tr', { hasText: 'TEAM-01' }).innerText()).toContain('Active');

  await run('Suspend: 2 licenses');
  expect([await figure('Done'), await figure('Unchanged'), await figure('Refused')]).toEqual([
    '2',
    '0',
    '2',
  ]);
  await look(page, 'bulk-result');

  const [, results] = await saved(page, () =>
    dialog().getByRole('button', { name: 'Download results' }).click()
  );
  const outcomes = results
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',')[3]);
  expect(outcomes).toEqual(['outcome', 'succeeded', 'succeeded', 'refused', 'refused']);

  await close();
  await list.row('TEAM-01').getByText('Suspended').waitFor();
  await list.row('TEAM-02').getByText('Suspended').waitFor();
  await bar().getByRole('button').first().waitFor({ state: 'detached' });
});

it.each([
  ['Unsuspend', 'state=suspended', 'Active'],
  ['Inactivate', 'state=active&_q=TEAM-0', 'Inactive'],
  ['Reactivate', 'state=inactive', 'Active'],
])('can %s a whole page', async (action, filter) => {
  await list.open(`?${filter}`);
  await list.row('TEAM-01').waitFor();
  const count = await list.rows().count();
  await checkPage();
  await choose(action);
  await tryFirst();
  await run(`${action}: ${String(count)} licenses`);
  expect(await figure('Done')).toBe(String(count));
  await close();
  await page.getByText('No matching licenses in production').waitFor();
});

it('shows a new dry run where the selection has changed since it was tried', async () => {
  await list.open('?_q=TEAM-1&sort=key:asc');
  for (const key of ['TEAM-11', 'TEAM-12']) await check(key);
  await choose('Suspend');
  await tryFirst();
  const found = await scene.admin.get('/license-keys/licenses?environment=production&_q=TEAM-12');
  const [gone] = bodyOf<{ data: { documentId: string }[] }>(found).data;
  await scene.admin.delete(`/license-keys/licenses/${gone?.documentId ?? ''}`);

  await dialog().getByRole('button', { name: 'Suspend: 2 licenses' }).click();
  await dialog().getByText('What is selected has changed since it was checked').waitFor();
  await dialog().getByRole('heading', { name: 'Possible for 1 of 1 license' }).waitFor();
  await look(page, 'bulk-changed');
  await run('Suspend: 1 license');
  expect(await figure('Done')).toBe('1');
  await close();
});

it('revokes for good what is typed for, with one reason for all', async () => {
  await list.open('?_q=TEAM-0&state=active&sort=key:asc');
  await checkPage();
  await choose('Revoke');
  await dialog().getByLabel('Reason').fill('Leaked by the team');
  await tryFirst();
  expect(await figure('Devices that are deactivated')).toBe('9');
  await look(page, 'bulk-confirm');
  await dialog().getByLabel('Type 9 to confirm').fill('9');
  await run('Revoke: 9 licenses');
  await close();
  await page.getByText('No matching licenses in production').waitFor();

  const { data } = await listOnServer(scene.admin, {
    environment: 'production',
    _q: 'TEAM-0',
    state: 'revoked',
  });
  for (const { documentId } of data) {
    expect((await trailOf(scene.admin, documentId))[0]).toMatchObject({
      action: 'revoke',
      changes: { reason: { after: 'Leaked by the team' } },
    });
  }
  expect(data).toHaveLength(9);
});

it('checks and closes nothing without a word while a new customer is half typed', async () => {
  await list.open('?_q=SHELF');
  await checkPage();
  await choose('Assign');
  await dialog().getByRole('button', { name: 'New customer' }).click();
  await list.field('Name').fill('Mary Jackson');
  await dialog().getByRole('button', { name: 'Check', exact: true }).click();
  await dialog().getByText('Create the new customer first, or cancel it.').waitFor();
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await question.getByRole('button', { name: 'Discard' }).click();
  await list.closed(dialog());
});

it('forgets a selected row that leaves the list, and none of another page', async () => {
  await list.open('?state=available&_q=SHELF&sort=key:asc&pageSize=10');
  for (const key of ['SHELF-00001', 'SHELF-00002']) await check(key);
  await page.getByRole('link', { name: /next/i }).click();
  await check('SHELF-00012');
  await page.getByRole('link', { name: /previous/i }).click();
  await list.choose('SHELF-00001', 'Assign License');
  await list.pickCustomer('hopper', 'Grace Hopper');
  await dialog().getByRole('button', { name: 'Assign', exact: true }).click();
  await list.row('SHELF-00001').waitFor({ state: 'detached' });
  await bar().getByText('2 licenses selected').waitFor();

  await list.choose('SHELF-00002', 'Delete License');
  await page.getByRole('alertdialog').getByRole('textbox').fill('SHELF-00');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await bar().getByText('1 license selected').waitFor();
});

it('assigns to one customer, and deletes what is typed for, with the focus kept on the page', async () => {
  await list.open('?_q=POOL-0000&sort=key:asc');
  await checkPage();
  await choose('Assign');
  await dialog().getByRole('button', { name: 'Check', exact: true }).click();
  await dialog().getByText('This field is required').first().waitFor();
  await list.pickCustomer('hopper', 'Grace Hopper');
  await tryFirst();
  await run('Assign: 9 licenses');
  await close();
  await list.row('POOL-00001').getByText('Grace Hopper').waitFor();

  await checkPage();
  await choose('Delete');
  await tryFirst();
  const confirm = dialog().getByRole('button', { name: 'Delete: 9 licenses' });
  expect(await confirm.isEnabled()).toBe(false);
  await dialog().getByLabel('Type 9 to confirm').fill('9');
  await run('Delete: 9 licenses');
  await close();
  await page.getByText('No matching licenses in production').waitFor();
  const focused = await page.evaluate(() => document.activeElement?.tagName);
  expect(focused).not.toBe('BODY');
});

it('assigns all that match as a job that outlasts leaving the page, and can be stopped and continued', async () => {
  await list.open('?product=&_q=POOL-&sort=key:asc');
  const total = MANY - 9;
  await check('POOL-00010');
  await bar()
    .getByRole('button', { name: `Select all ${total.toLocaleString('en')} that match` })
    .click();
  await choose('Assign');
  await list.pickCustomer('hopper', 'Grace Hopper');
  await tryFirst();
  await dialog()
    .getByRole('button', { name: `Assign: ${total.toLocaleString('en')} licenses` })
    .click();
  await dialog().getByText('In progress').waitFor();
  await look(page, 'bulk-progress');
  await close();

  await page.getByRole('link', { name: 'Home' }).click();
  await page.waitForURL((address) => !address.pathname.includes('license-keys'));
  await page.goto(LIST);
  await page.getByRole('button', { name: 'Show', exact: true }).last().click();
  await dialog().getByRole('button', { name: 'Stop the job' }).click();
  await dialog().getByText('Cancelled').waitFor();
  expect(Number((await figure('Not reached')).replace(/\D/g, ''))).toBeGreaterThan(0);
  await look(page, 'bulk-stopped');

  await dialog().getByRole('button', { name: 'Continue' }).click();
  await dialog().getByText('In progress').or(dialog().getByText('Waiting to start')).waitFor();
  await dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor({ timeout: 60_000 });
  expect(await figure('Done')).toBe(total.toLocaleString('en'));
  await close();
});
