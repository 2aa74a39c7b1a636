import type { Page } from 'playwright-core';

import { permissionId, type LicenseVerb } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith } from '../support/admin';
import { saved } from '../support/download';
import { chooseFile, IMPORT, importStep, sendFile } from '../support/import-page';
import { licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';

/** More than the server tries at once. */
const MANY = 1500;

let scene: Scene;
let page: Page;
let list: LicensePage;

beforeAll(async () => {
  scene = await openScene(async ({ product, pool }) => {
    await pool(await product({ name: 'Pro Plan', slug: 'pro-plan' }), 'POOL', 5);
    await pool(await product({ name: 'Big', slug: 'big' }), 'BIG', MANY);
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, IMPORT);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const step = (name: string) => importStep(page, name);
const choose = (text: string, encoding?: BufferEncoding) => chooseFile(page, text, encoding);
const upload = (text: string) => sendFile(page, text);
const columnOf = (field: string) => page.getByRole('combobox', { name: field, exact: true });

const paramOf = (name: string) => new URL(page.url()).searchParams.get(name);

it('gives licenses to customers: columns mapped by hand, a line refused, the rest carried out', async () => {
  await list.open();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Import licenses', level: 1 }).waitFor();
  await page.getByText('At most 50 MB and 100,000 lines.').waitFor();
  await look(page, 'import-upload');

  await choose(
    'who;buys;note\nada@example.com;pro-plan;x\nno address;pro-plan;\ngrace@example.com;Pro Plan;'
  );
  await step('Which column is what?').waitFor();
  await page.getByText('Choose a column for').waitFor();
  expect(await button('Check the file').isDisabled()).toBe(true);
  await look(page, 'import-columns-missing');
  await list.select('Customer’s e-mail', 'who');
  await list.select('Product', 'buys');
  await page.getByText('Not used: note').waitFor();
  await page.getByText('ada@example.com · no address · grace@example.com').waitFor();

  await page.reload();
  await page.getByText('Not used: note').waitFor();
  await look(page, 'import-columns');
  await button('Check the file').click();
  await step('Possible for 2 of 3 lines').waitFor();
  const problem = page
    .getByRole('table', { name: 'Lines that would be refused' })
    .locator('tbody tr');
  expect((await problem.getByRole('cell').allInnerTexts()).map((text) => text.trim())).toEqual([
    '3',
    'who',
    'This is not an e-mail address.',
  ]);
  await look(page, 'import-check');
  const [, problems] = await saved(page, () => button('All of them as CSV').click());
  expect(problems).toContain('"3","","INVALID_EMAIL","customer_email"');

  await page.goBack();
  await step('Which column is what?').waitFor();
  expect(await columnOf('Product').innerText()).toContain('buys');
  await page.goForward();
  await step('Possible for 2 of 3 lines').waitFor();
  await button('Import 2 lines').dblclick();
  await step('Assign licenses from a file: 3 lines').waitFor();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  await look(page, 'import-result');
  const [download, results] = await saved(page, () => button('Download results').click());
  expect(download.suggestedFilename()).toMatch(/^job-\d+\.csv$/);
  expect(results.trim().split('\n')).toHaveLength(4);

  await page.reload();
  await step('Assign licenses from a file: 3 lines').waitFor();
  await page.getByRole('link', { name: 'Show the licenses' }).click();
  await list.open('?_q=grace@example.com');
  await page.getByText('POOL-00002').waitFor();
});

it('brings keys in as its example shows, and changes nothing the second time', async () => {
  for (const created of [2, 0]) {
    await page.goto(IMPORT);
    await page.getByRole('radio', { name: 'Keys from another system' }).click();
    const [, example] = await saved(page, () => button('Download an example').click());
    await choose(example);
    await step('Which column is what?').waitFor();
    expect(await page.getByText('Not used').count()).toBe(0);
    await button('Check the file').click();
    await step(`Possible for ${created} of 2 lines`).waitFor();
    if (created > 0) {
      await button('Import 2 lines').click();
      await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
    } else {
      await page.getByText('There is nothing to carry out').waitFor();
      expect(await button('Import 0 lines').isDisabled()).toBe(true);
    }
  }
  await list.open('?_q=OLD-KEY');
  await list.rows().nth(1).waitFor();
  expect(await list.rows().count()).toBe(2);
});

it('tries a file of many lines by a job, goes on after a reload, and carries it out', async () => {
  const lines = Array.from({ length: MANY }, (_line, index) => `big,c${index}@big.com`);
  await upload(['product,email', ...lines, 'nothing,x@big.com'].join('\n'));
  await button('Check the file').click();
  await page.waitForURL((address) => address.searchParams.has('check'));
  const check = paramOf('check');
  await page.reload();
  await step(`Possible for 1,500 of 1,501 lines`).waitFor();
  expect(paramOf('check')).toBe(check);
  await page.getByRole('cell', { name: 'There is no such product in this environment.' }).waitFor();
  const [download, problems] = await saved(page, () => button('All of them as CSV').click());
  expect(download.suggestedFilename()).toBe(`job-${check}-refused.csv`);
  expect(problems).toContain('1502,,,refused,UNKNOWN_RELATION,product,');

  await button('Import 1,500 lines').click();
  await page.getByRole('progressbar').waitFor();
  await page.reload();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  await page.getByText('1,501 of 1,501').waitFor();
});

it('says what is wrong with a file and what to do, and sends again what did not get through', async () => {
  await page.goto(IMPORT);
  await choose('name;email\nM\xfcller;a@b.de\n', 'latin1');
  await page.getByText('The file is not UTF-8 text.').waitFor();
  await page.getByText('Open it in your spreadsheet').waitFor();
  await look(page, 'import-refused');
  await choose('email,name\n');
  await page.getByText('needs a header and at least one line of data').waitFor();
  await choose(`email\n${'a@b.de\n'.repeat(100_001)}`);
  await page.getByText('Split it into several files').waitFor();

  await page.route('**/license-keys/imports?*', (route) => route.abort(), { times: 1 });
  await choose('email,product\na@b.de,pro-plan\n');
  await page.getByText('The server cannot be reached.').waitFor();
  await button('Try again').click();
  await step('Which column is what?').waitFor();

  await list.select('Customer’s name', 'email');
  await page.route('**/dry-run', (route) => route.abort(), { times: 1 });
  await button('Check the file').click();
  await page.getByText('The server cannot be reached.').waitFor();
  await button('Try again').click();
  await step('Possible for 1 of 1 line').waitFor();
  await button('Back to the columns').click();
  expect(await columnOf('Customer’s name').innerText()).toContain('email');
});

it('forgets a file that is cancelled, and says so of its address', async () => {
  await upload('email,product\na@b.de,pro-plan\n');
  const address = page.url();
  await button('Cancel and delete the file').click();
  await page.getByText('Choose a CSV file or drop it here').waitFor();
  await page.goto(address);
  await page.getByText('There is no such file (any more)').waitFor();
  await button('Choose a file').click();
  await page.getByText('Choose a CSV file or drop it here').waitFor();
});

it('takes a file that is dropped on it', async () => {
  await page.goto(IMPORT);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['email,product\na@b.de,pro-plan\n'], 'dropped.csv'));
    return transfer;
  });
  await page.getByText('Choose a CSV file or drop it here').dispatchEvent('drop', {
    dataTransfer: dropped,
  });
  await page.getByText('dropped.csv').waitFor();
});

describe('a role', () => {
  const as = async (...verbs: LicenseVerb[]): Promise<Page> => {
    const { credentials } = await createAdminWith(
      scene.server.http,
      scene.admin,
      verbs.map((verb) => ({ action: permissionId(verb) }))
    );
    return openPanel(scene.browser, scene.server.url, credentials, IMPORT);
  };

  it('that may not import is shown no page', async () => {
    const theirs = await as('read', 'assign');
    await theirs.getByText("You don't have the permissions to access that content").waitFor();
    await theirs.context().close();
  });

  it('chooses among what it may do besides', async () => {
    const theirs = await as('read', 'import', 'create-with-key');
    await theirs.getByRole('radio', { name: 'Keys from another system' }).waitFor();
    expect(await theirs.getByRole('radio').count()).toBe(1);
    await theirs.context().close();

    const nobody = await as('read', 'import');
    await nobody.getByText('Your role does not allow this').waitFor();
    expect(await nobody.locator('input[type=file]').count()).toBe(0);
    await nobody.context().close();
  });
});
