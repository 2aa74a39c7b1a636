import type { Page } from 'playwright-core';

import { saved } from '../support/download';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';

let scene: Scene;
let page: Page;
let list: LicensePage;

beforeAll(async () => {
  scene = await openScene(async ({ product, generator }) => {
    await generator(await product({ name: 'Pro Plan' }), { name: 'Standard', type: 'chunk' });
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

const openDialog = async (): Promise<void> => {
  await page.goto(`${LIST}/generators`);
  await list.choose('Standard', 'Generate licenses');
};

const generate = async (count: number): Promise<void> => {
  await openDialog();
  await list.field('How many').fill(String(count));
  await dialog()
    .getByRole('button', { name: /^Generate/ })
    .click();
};

it('generates a few at once, whose keys can be copied, saved and looked up', async () => {
  await generate(3);
  await dialog().getByText('3 licenses are generated').waitFor();
  const keys = (await dialog().getByRole('region', { name: 'New license keys' }).innerText())
    .trim()
    .split('\n');
  expect(keys).toHaveLength(3);
  await look(page, 'generators-keys');

  await button('Copy all').click();
  await list.toast('License keys copied');
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual(keys);
  const [, file] = await saved(page, () => button('Download as a file').click());
  expect(file).toBe(`${keys.join('\n')}\n`);

  await dialog().getByRole('link', { name: 'Its licenses' }).click();
  await page.getByRole('heading', { name: 'License Keys', level: 1 }).waitFor();
  await list.row(keys[0] ?? '').waitFor();
  expect(await list.rows().count()).toBe(3);
  await page.getByRole('button', { name: 'Remove filter Generator: Standard' }).waitFor();
});

it('generates many by a job, which shows how far it is and leads to its licenses', async () => {
  await openDialog();
  await list.field('How many').fill('100001');
  await dialog().getByText('Enter a whole number from 1 to 100,000.').waitFor();
  await look(page, 'generators-generate');
  await list.field('How many').fill('1001');
  await button('Generate 1,001 licenses').click();
  await dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  await look(page, 'generators-job');

  await dialog().getByRole('link', { name: 'Show the licenses of this job' }).click();
  await page.getByText('1,001 matching licenses in production').waitFor();
  await page.getByRole('button', { name: /^Remove filter Job: #\d+$/ }).click();
  await page.getByText('1,004 licenses in production').waitFor();
});

it('stops a job that is too much, also after its dialog was closed', async () => {
  await generate(50_000);
  await dialog().getByRole('progressbar').waitFor();
  await button('Close').last().click();
  await list.closed(dialog());
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await button('Stop the job').click();
  await dialog().getByText('Cancelled').waitFor();
  await look(page, 'generators-stopped');
  await button('Close').last().click();
  await page.getByRole('button', { name: 'Show', exact: true }).waitFor({ state: 'detached' });
});
