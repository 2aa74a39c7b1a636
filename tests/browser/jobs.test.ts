import type { Page } from 'playwright-core';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { createAdminWith } from '../support/admin';
import { saved } from '../support/download';
import { insertJob } from '../support/jobs';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { permissionsFor } from '../support/permissions';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME } from '../support/stock';
import { eventually } from '../support/wait';

const JOBS = `${LIST}/jobs`;
const HOUR = 60 * 60 * 1000;
const REFUSED = 120;
const SENTENCE = 'The license is revoked: it cannot be suspended.';

let scene: Scene;
let page: Page;
let list: LicensePage;
let generator: string;
let failed: number;

beforeAll(async () => {
  scene = await openScene(async (stock, strapi) => {
    const pro = await stock.product({ name: 'Pro Plan' });
    generator = (await stock.generator(pro, { name: 'Partners' })).documentId;
    failed = await insertJob(strapi, {
      state: 'failed',
      subject: LONG_NAME,
      payload: { action: 'suspend' },
      total: REFUSED + 10,
      succeeded: 2,
      refused: REFUSED,
      attempts: 5,
      error: 'ETIMEDOUT',
      finished_at: new Date(),
    });
    const items = Array.from({ length: REFUSED + 2 }, (_, index) => ({
      job_id: failed,
      license_id: `license-${String(index)}`,
      key_prefix: 'ENT-2026',
      ...(index < 2
        ? { outcome: 'succeeded' }
        : { outcome: 'refused', code: 'INVALID_TRANSITION', message: SENTENCE }),
    }));
    await strapi.db.connection.batchInsert(TABLE.jobItem, items, 50);
    await insertJob(strapi, {
      type: 'import',
      subject: 'customers.csv',
      payload: { action: 'import-assign' },
      total: 40,
      succeeded: 40,
    });
    await insertJob(strapi, {
      state: 'queued',
      subject: 'Grace Hopper',
      payload: { action: 'assign' },
      total: 900,
      succeeded: 300,
      attempts: 2,
      error: 'ECONNRESET',
      due_at: new Date('2100-01-01T12:00:00Z'),
    });
    // Without a lease that could run out no server takes it up; half an hour later it says the same.
    await insertJob(strapi, {
      environment: 'staging',
      state: 'running',
      payload: { action: 'suspend' },
      total: 1510,
      succeeded: 1500,
      resumed_at: new Date(Date.now() - 100 * HOUR),
      resumed_done: 500,
    });
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, JOBS);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const rows = () => page.locator('tbody tr').filter({ has: page.getByRole('button') });
const row = (text: string) => rows().filter({ hasText: text });
const dialog = () => page.getByRole('dialog');
const show = (text: string) => row(text).getByRole('button').click();

const open = async (query = ''): Promise<void> => {
  await page.goto(`${JOBS}${query}`);
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
};

const close = async (): Promise<void> => {
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await dialog().waitFor({ state: 'detached' });
};

it('lists the jobs of an environment with what they are about and how they stand', async () => {
  await row('customers.csv').getByText('Finished').waitFor();
  await row('Grace Hopper').getByText('Next attempt at').waitFor();
  await row('Grace Hopper').getByText('2 of 5').waitFor();
  await page.getByText('3 jobs in production').waitFor();
  await look(page, 'jobs-list');

  await list.select('Environment', 'development');
  await page.getByText('There are no jobs in development yet.').waitFor();
  await look(page, 'jobs-empty');
});

it('says how far a job at work is, and how long it takes still', async () => {
  const progress = '1,500 of 1,510 · about 60 minutes left';
  await open('?environment=staging');
  await row('Suspend').getByText(progress).waitFor();
  await show('Suspend');
  await dialog().getByText(progress).waitFor();
  await close();
});

it('filters by kind, status, who asked and when, and sorts, all of it in the address', async () => {
  await open();
  await list.select('Kind', 'Imports');
  await row('Grace Hopper').waitFor({ state: 'detached' });
  expect(await rows().count()).toBe(1);
  await list.select('Status', 'Failed');
  await page.getByText('No job in production matches the filters.').waitFor();
  expect(page.url()).toContain('type=import&state=failed');
  await look(page, 'jobs-no-match');

  await page.goBack();
  await row('customers.csv').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await row('Grace Hopper').waitFor();

  await list.select('Requested by', 'By me');
  await page.getByText('No matching jobs in production').waitFor();
  await page.getByRole('button', { name: 'Remove filter Requested by: By me' }).click();
  await row('Grace Hopper').waitFor();

  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await list.select('Created', 'Last 7 days');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove filter Created: Last 7 days' }).waitFor();
  expect(await rows().count()).toBe(3);

  await page.getByRole('columnheader', { name: 'Finished' }).getByRole('button').click();
  await page.waitForURL((address) => address.searchParams.get('sort') === 'finishedAt:asc');
  await eventually(async () => {
    expect(await rows().last().innerText()).toContain('Grace Hopper');
  });
});

it('shows a job with what came of each item, a few at a time, and Back closes it', async () => {
  await open();
  await show('Suspend');
  await dialog().getByText('The job stopped: ETIMEDOUT').waitFor();
  const results = dialog().getByRole('table', { name: 'Results' });
  await results.getByText('The status of the license does not allow it.').first().waitFor();
  await look(page, 'jobs-dialog');

  const items = results.locator('tbody tr');
  expect(await items.count()).toBe(50);
  await dialog().getByRole('button', { name: 'Load more' }).click();
  await items.nth(99).waitFor();
  await dialog().getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'Done', exact: true }).click();
  await eventually(async () => {
    expect(await items.count()).toBe(2);
  });
  await look(page, 'jobs-dialog-results', async () => {
    await items.first().scrollIntoViewIfNeeded();
  });

  const [, text] = await saved(page, () =>
    dialog().getByRole('button', { name: 'Download results' }).click()
  );
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(REFUSED + 3);

  await page.goBack();
  await dialog().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`job-${String(failed)}`);

  await page.goto(`${JOBS}?job=${String(failed)}`);
  await dialog().getByText('The job stopped: ETIMEDOUT').waitFor();
  await close();
  expect(page.url()).not.toContain('job=');
});

it('follows a job while it runs, stops it, goes on with it, and leads to its licenses', async () => {
  const sent: string[] = [];
  await page.route('**/license-keys/jobs/*/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === 'POST') sent.push(pathname.split('/').at(-1) ?? '');
    await route.continue();
  });
  await scene.admin
    .post(`/license-keys/generators/${generator}/generate`)
    .send({ count: 100_000 })
    .expect(202);
  await open('?type=generate');
  await row('Partners · Pro Plan').getByText('In progress').waitFor();
  await look(page, 'jobs-running');
  await show('Partners');
  await dialog().getByRole('button', { name: 'Stop the job' }).dblclick();
  await dialog().getByText('Cancelled').waitFor();
  const href = await dialog()
    .getByRole('link', { name: 'Show the licenses of this job' })
    .getAttribute('href');
  expect(href).toMatch(/environment=production&job=\d+$/);

  await dialog().getByRole('button', { name: 'Continue' }).dblclick();
  await dialog().getByText('In progress').or(dialog().getByText('Waiting to start')).waitFor();
  await dialog().getByRole('button', { name: 'Stop the job' }).click();
  await close();
  // The list behind has followed.
  await row('Partners').getByText('Cancelled').waitFor();
  expect(sent).toEqual(['cancel', 'retry', 'cancel']);
  await page.unroute('**/license-keys/jobs/*/*');
});

it('deletes a job once that is confirmed, for whom may do what it does', async () => {
  const reader = await createAdminWith(
    scene.server.http,
    scene.admin,
    permissionsFor(['read', 'suspend'])
  );
  const own = await openPanel(scene.browser, scene.server.url, reader.credentials, JOBS);
  const ownDialog = own.getByRole('dialog');
  const ownRow = (text: string) => own.locator('tbody tr').filter({ hasText: text });
  await ownRow('customers.csv').getByRole('button').click();
  await ownDialog.getByRole('button', { name: 'Download results' }).waitFor();
  expect(await ownDialog.getByRole('button', { name: 'Delete' }).count()).toBe(0);
  await ownDialog.getByRole('button', { name: 'Close' }).last().click();

  await ownRow('Grace Hopper').getByRole('button').click();
  await ownDialog.getByText('The last attempt failed: ECONNRESET').waitFor();
  await look(own, 'jobs-waiting');
  expect(await ownDialog.getByRole('button', { name: 'Stop the job' }).count()).toBe(0);
  await ownDialog.getByRole('button', { name: 'Close' }).last().click();

  await ownRow('Suspend').getByRole('button').click();
  await ownDialog.getByRole('button', { name: 'Continue' }).waitFor();
  await ownDialog.getByRole('button', { name: 'Delete' }).click();
  const confirmation = own.getByRole('alertdialog');
  await confirmation.getByText('The job and its results are deleted permanently.').waitFor();
  await look(own, 'jobs-delete');
  await confirmation.getByRole('button', { name: 'Cancel' }).click();
  await ownDialog.getByRole('button', { name: 'Delete' }).click();
  await confirmation.getByRole('button', { name: 'Delete' }).click();
  await own.getByText('The job is deleted.').waitFor();
  await ownRow('Suspend').waitFor({ state: 'detached' });
});
