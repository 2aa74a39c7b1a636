import type { Page } from 'playwright-core';

import { permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith } from '../support/admin';
import { findGenerators, generatorOf, GENERATORS } from '../support/generators';
import { holdAnswers, refuseWith } from '../support/hold';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME, type Stock } from '../support/stock';

const PAGE = `${LIST}/generators`;

let scene: Scene;
let page: Page;
let list: LicensePage;

const furnish = async ({ product, generator, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await generator(pro, { name: 'Standard', type: 'chunk' });
  await generator(pro, {
    name: 'Contested',
    generatedCount: 12_345,
    createdAt: new Date('2026-02-03T12:00:00Z'),
  });
  await generator(pro, { name: 'Switched' });
  await generator(pro, { name: LONG_NAME, validity: { amount: 1, unit: 'year' } });
  const doomed = await generator(pro, { name: 'Doomed' });
  await license({ product: pro, generator: doomed, key: 'SURVIVOR-1', state: 'available' });
  const old = await product({ name: 'Old Plan', active: false });
  await generator(old, { name: 'Retired' });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog').or(page.getByRole('alertdialog'));
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

const open = async (query = ''): Promise<void> => {
  await page.goto(`${PAGE}${query}`);
  await list.rows().first().waitFor();
};

const found = (name: string) => findGenerators(scene.admin, name);
const onServer = (name: string) => generatorOf(scene.admin, name);

const samples = async (): Promise<string[]> => {
  await dialog().locator('[aria-busy="false"] code').first().waitFor();
  return dialog().locator('[aria-busy="false"] code').allInnerTexts();
};

it('lists the generators, and holds search, filters and sort in the address', async () => {
  await open();
  await page.getByText('6 generators in production').waitFor();
  await page.getByText('1 product has fewer available licenses than the 50').waitFor();
  const contested = list.row('Contested');
  expect(await list.cell(contested, 'Generated')).toBe('12,345');
  expect(await list.cell(contested, 'Created')).toBe('Feb 3, 2026');
  await look(page, 'generators');

  await page.keyboard.press('/');
  await page.keyboard.type('stand');
  await page.waitForURL((address) => address.searchParams.get('_q') === 'stand');
  await page.getByText('1 matching generator in production').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await list.select('Type', 'Segments');
  await page.getByText('1 matching generator').waitFor();
  await page.goBack();
  await page.getByText('6 generators in production').waitFor();

  await page.getByRole('button', { name: 'Name' }).click();
  await page.waitForURL((address) => address.searchParams.get('sort') === 'name:desc');
  await list.rows().first().getByText('Switched', { exact: true }).waitFor();
});

it('shows keys of a format while it is typed, and creates what they are made by', async () => {
  await open();
  await page.getByRole('button', { name: 'Create Generator' }).click();
  expect((await samples())[0]).toMatch(/^(\w{5}-){4}\w{5}$/);
  await dialog().getByText('121 bits of entropy').waitFor();
  await look(page, 'generators-create');

  await button('Create').click();
  await dialog().getByText('This field is required.').first().waitFor();
  await list.field('Name').fill('Enterprise');
  await list.select('Product', 'Pro Plan');
  await dialog()
    .getByRole('radio', { name: /^Custom/ })
    .click();
  expect(await list.field('Prefix').count()).toBe(0);
  await dialog().getByRole('radio', { name: 'from a function' }).click();
  await dialog().getByText('The configuration of this installation has no key function.').waitFor();
  await dialog().getByRole('radio', { name: 'from a pattern' }).click();
  await list.field('Pattern').fill('ENT-{YYYY}{MM}-{####}-{XXXXXXXXXXXX}');
  await dialog().getByText(/^ENT-/).first().waitFor();
  const keys = await samples();
  expect(keys).toHaveLength(5);
  for (const key of keys) expect(key).toMatch(/^ENT-\d{6}-\d{4}-\w{12}$/);
  await dialog().getByText('71 bits of entropy').waitFor();
  await dialog().getByText('Under 100 bits').waitFor();
  await dialog().getByRole('radio', { name: 'A period from assignment on' }).click();
  await list.field('Amount').fill('6');
  await list.select('Unit', 'Months');
  await list.field('Feature flags').fill('{"sso": true}');
  await list.field('Metadata').fill('{"order": 4711}');
  await look(page, 'generators-create-custom');

  await button('Create').dblclick();
  await list.closed(dialog());
  await list.toast('Generator “Enterprise” created');
  await list.row('Enterprise').getByText('Custom').waitFor();
  expect(await found('Enterprise')).toHaveLength(1);
  expect(await onServer('Enterprise')).toMatchObject({
    type: 'custom',
    format: { pattern: 'ENT-{YYYY}{MM}-{####}-{XXXXXXXXXXXX}' },
    activationLimit: 1,
    validity: { amount: 6, unit: 'month' },
    features: { sso: true },
    metadata: { order: 4711 },
  });
});

it('refuses a format that can be guessed at its field, in the server’s words, and keeps what was typed', async () => {
  await open('?dialog=create');
  await list.field('Name').fill('Weak');
  await list.select('Product', 'Pro Plan');
  await list.field('Random characters').fill('4');
  const sentence = 'The format has 19 bits of entropy; at least 60 are needed.';
  await dialog().getByText(sentence).waitFor();
  expect(await list.field('Random characters').getAttribute('aria-invalid')).toBe('true');
  await look(page, 'generators-weak');

  await list.field('Random characters').fill('25');
  await dialog().getByText('121 bits of entropy').waitFor();
  await list.field('Prefix').fill('PRÄ-');
  await dialog().getByText('The prefix may have visible ASCII characters only.').waitFor();
  expect(await list.field('Prefix').getAttribute('aria-invalid')).toBe('true');
  await button('Create').click();
  await dialog().getByText('The prefix may have visible').nth(1).waitFor();

  await page.context().setOffline(true);
  await list.field('Prefix').fill('PRA-');
  await button('Create').click();
  await dialog().getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
  expect(await list.field('Name').inputValue()).toBe('Weak');
  await page.context().setOffline(false);

  await button('Cancel').click();
  await page
    .getByRole('alertdialog', { name: 'Discard changes?' })
    .getByRole('button', { name: 'Discard' })
    .click();
  await list.closed(dialog());
  expect(await found('Weak')).toEqual([]);
});

it('edits what may change, locks the rest, and does not overwrite what somebody else has changed', async () => {
  await open();
  await list.choose('Contested', 'Edit');
  await list.field('Activation limit').waitFor();
  for (const name of ['Product', 'Type', 'Environment']) {
    expect(await list.field(name).getAttribute('readonly')).not.toBeNull();
  }
  await dialog().getByText('affects new licenses only').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await look(page, 'generators-edit');

  await list.field('Activation limit').fill('10');
  const { documentId, version } = await onServer('Contested');
  await scene.admin
    .put(`${GENERATORS}/${documentId}`)
    .send({ version, activationLimit: 20 })
    .expect(200);
  await button('Save').click();
  await dialog().getByText('Somebody else changed this generator since you opened it.').waitFor();
  const one = `**${GENERATORS}/${documentId}`;
  await page.route(one, refuseWith(503, 'Not just now.'));
  await button('Load the current values').click();
  await dialog().getByRole('alert').getByText('Not just now.').waitFor();
  await page.unroute(one);
  expect(await list.field('Activation limit').inputValue()).toBe('10');

  await button('Load the current values').click();
  await dialog().getByRole('alert').waitFor({ state: 'detached' });
  expect(await list.field('Activation limit').inputValue()).toBe('20');
  await list.field('Activation limit').fill('21');
  await list.field('Prefix').fill('CON-');
  await list.field('Metadata').fill('{"order": 4712}');
  await button('Save').click();
  await list.closed(dialog());
  await list.toast('Generator “Contested” saved');
  expect(await onServer('Contested')).toMatchObject({
    activationLimit: 21,
    format: { prefix: 'CON-', suffix: '' },
    metadata: { order: 4712 },
  });
});

it('switches a generator off and on, and says why one that is off generates nothing', async () => {
  await open();
  await list.openMenu('Retired');
  await list.menuItem('Generate licenses').getByText('Its product is inactive').waitFor();
  await page.keyboard.press('Escape');

  await list.openMenu('Switched');
  await list.menuItem('Deactivate').click();
  await list.row('Switched').getByText('Inactive', { exact: true }).waitFor();
  await list.openMenu('Switched');
  await list.menuItem('Generate licenses').getByText('The generator is inactive').waitFor();
  await look(page, 'generators-menu', async () => {
    await page.keyboard.press('Escape');
    await list.openMenu('Switched');
  });
  await list.menuItem('Activate').click();
  await list.toast('“Switched” generates licenses again');
  expect(await onServer('Switched')).toMatchObject({ active: true });

  const { documentId } = await onServer('Retired');
  await page.goto(`${PAGE}?dialog=generate&generator=${documentId}`);
  await dialog().getByText('Its product is inactive').waitFor();
  await page.goto(`${PAGE}?dialog=edit&generator=nobody`);
  await dialog().getByText('There is no such generator.').waitFor();
});

it('deletes a generator after it has said that its licenses stay', async () => {
  await open();
  await list.choose('Doomed', 'Delete');
  await dialog().getByText('Its license stays').waitFor();
  await look(page, 'generators-delete');
  await button('Cancel').click();
  await list.closed(dialog());
  await list.choose('Doomed', 'Delete');
  await button('Delete').click();
  await list.closed(dialog());
  await list.row('Doomed').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

  await list.open('?_q=SURVIVOR-1');
  await list.row('SURVIVOR-1').waitFor();
});

it('says where there is nothing, and leads there from the list of licenses', async () => {
  await page.goto(`${LIST}?environment=staging`);
  await page.getByText('There are no licenses in staging yet.').waitFor();
  await page.getByRole('link', { name: 'Generate licenses' }).click();
  await page.getByText('There are no generators in staging yet.').waitFor();
  await look(page, 'generators-empty');
  await page.goto(`${PAGE}?_q=nothing`);
  await page.getByText('No generator in production matches the search and filters.').waitFor();
});

it('shows a role what it may not do, also where a link leads there', async () => {
  const { credentials } = await createAdminWith(scene.server.http, scene.admin, [
    { action: permissionId('read') },
    { action: permissionId('read-generators') },
  ]);
  const theirs = await openPanel(scene.browser, scene.server.url, credentials, PAGE);
  const { openMenu, menuItem } = licensePage(theirs);
  await openMenu('Standard');
  for (const name of ['Generate licenses', 'Edit', 'Deactivate', 'Delete']) {
    await menuItem(name).getByText('Your role does not allow this').waitFor();
  }
  expect(await theirs.getByRole('button', { name: 'Create Generator' }).count()).toBe(0);

  await theirs.goto(`${PAGE}?dialog=create`);
  await theirs.getByRole('dialog').getByText('Your role does not allow this').waitFor();
  await theirs.context().close();
});

it('shows both of two quick changes, though the list was being fetched at the second', async () => {
  const names = ['Standard', 'Contested'];
  for (const name of names) {
    const { documentId } = await onServer(name);
    await scene.admin.post(`${GENERATORS}/${documentId}/activate`).expect(200);
  }
  await open();

  const release = await holdAnswers(page, `**${GENERATORS}?*`);
  for (const name of names) {
    await list.openMenu(name);
    await list.menuItem('Deactivate').click();
    await list.toast(`“${name}” generates nothing any more`);
  }
  release();

  for (const name of names) {
    await list.row(name).getByText('Inactive', { exact: true }).waitFor();
  }
});
