import type { Page } from 'playwright-core';

import { createForm, type CreateForm } from '../support/create-form';
import { licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME, type Stock } from '../support/stock';

let scene: Scene;
let page: Page;
let licenses: LicensePage;
let form: CreateForm;

const furnish = async ({ product, generator, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await generator(pro, {
    name: 'Standard',
    type: 'chunk',
    format: { length: 20, segmentLength: 5, separator: '-', prefix: 'PRO-' },
    activationLimit: 3,
    validity: { amount: 1, unit: 'year' },
    features: { seats: 3 },
    metadata: { source: 'shop' },
  });
  await generator(pro, { name: 'Trial', validity: { amount: 14, unit: 'day' } });
  await generator(pro, { name: 'Retired', active: false });
  await generator(await product({ name: LONG_NAME }), { name: LONG_NAME, activationLimit: -1 });
  await generator(await product({ name: 'Old Plan', active: false }));
  await generator(await product({ name: 'Staging Plan', environment: 'staging' }));
  await product({ name: 'Bare Plan' });
  await customer({ name: 'Ada Lovelace' });
  // More than are offered before one types.
  for (let count = 0; count < 25; count += 1) await customer({ name: `Aaron ${String(count)}` });
  await license({ key: 'TAKEN-KEY-1', state: 'available', product: pro });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  licenses = licensePage(page);
  form = createForm(page, scene.admin);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

const optionsOf = async (name: string): Promise<string[]> => {
  await dialog().getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option').first().waitFor();
  const names = await page.getByRole('option').allInnerTexts();
  await page.keyboard.press('Escape');
  return names;
};

/** The text that the editor of a field holds. */
const jsonOf = (name: string) => licenses.field(name).innerText();

/** What a screen reader tells of the field besides its name: the error, or else the hint. */
const descriptionOf = (name: string) =>
  licenses.field(name).evaluate((box) =>
    (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join('')
  );

const typeJson = async (name: string, text: string): Promise<void> => {
  await licenses.field(name).fill(text);
};

it('offers the active products of the environment, and the active generators of the one chosen', async () => {
  await form.open();
  expect(new URL(page.url()).searchParams.get('dialog')).toBe('create');
  await button('Create').click();
  await dialog().getByText('This field is required.').waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'create-required');

  expect(await optionsOf('Product')).toEqual(['Bare Plan', 'Pro Plan', LONG_NAME]);
  await licenses.select('Product', 'Bare Plan');
  await dialog().getByText('This product has no active generator.').waitFor();

  await licenses.select('Product', 'Pro Plan');
  expect(await optionsOf('Generator')).toEqual(['Standard', 'Trial']);
  await button('Create').click();
  await dialog().getByText('This field is required.').waitFor();
  const isInvalid = (name: string) =>
    dialog().getByRole('combobox', { name, exact: true }).getAttribute('aria-invalid');
  expect([await isInvalid('Product'), await isInvalid('Generator')]).toEqual(['false', 'true']);

  await licenses.select('Product', LONG_NAME);
  await dialog()
    .getByRole('combobox', { name: 'Generator' })
    .filter({ hasText: LONG_NAME })
    .waitFor();
  await dialog().getByText('Default: Unlimited').waitFor();
});

it('begins with what the generator gives, and says what that is', async () => {
  await form.openOf('Pro Plan', 'Standard');

  expect(await licenses.field('Activation limit').inputValue()).toBe('3');
  await dialog().getByText('Default: 3').waitFor();
  await dialog().getByText('From the generator: 1 year from assignment').waitFor();
  expect(JSON.parse(await jsonOf('Feature flags'))).toEqual({ seats: 3 });
  expect(await descriptionOf('Feature flags')).toBe('Default: {"seats":3}');
  expect(JSON.parse(await jsonOf('Metadata'))).toEqual({ source: 'shop' });

  await licenses.select('Generator', 'Trial');
  expect(await licenses.field('Activation limit').inputValue()).toBe('1');
  await dialog().getByText('From the generator: 14 days from assignment').waitFor();

  const unlimited = dialog().getByRole('checkbox', { name: 'Unlimited' });
  await unlimited.click();
  await unlimited.click();
  expect(await licenses.field('Activation limit').inputValue()).toBe('1');
  await unlimited.click();
  await licenses.select('Generator', 'Standard');
  await unlimited.click();
  expect(await licenses.field('Activation limit').inputValue()).toBe('3');
});

it('creates a license by the generator’s defaults, shows its key once more, and makes another', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await button('Create').click();
  const license = await form.created();
  expect(license).toMatchObject({
    state: 'available',
    activationLimit: 3,
    expiresAt: null,
    features: { seats: 3 },
    metadata: { source: 'shop' },
  });
  await look(page, 'create-done');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button('Copy key').click();
  await licenses.toast('License key copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(license.key);

  await button('Create another').click();
  await dialog()
    .getByRole('combobox', { name: 'Generator' })
    .filter({ hasText: 'Standard' })
    .waitFor();
  await button('Create').click();
  expect((await form.created()).key).not.toBe(license.key);
  await button('Done').click();
  await licenses.closed(dialog());
  await licenses.row(license.key).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Create License');
});

it('takes other values than the generator’s', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await licenses.field('Activation limit').fill('25');
  await dialog().getByRole('radio', { name: 'On a day of my own choice' }).click();
  await dialog().getByRole('combobox', { name: 'Last day' }).fill('12/31/2099');
  await page.keyboard.press('Enter');
  await typeJson('Feature flags', '{"seats": 25, "sso": true}');
  await typeJson('Metadata', '');
  await button('Create').click();

  expect(await form.created()).toMatchObject({
    activationLimit: 25,
    expiresAt: '2099-12-31T23:59:59.999Z',
    features: { seats: 25, sso: true },
    metadata: {},
  });
});

it('lets a license run for ever, whatever its generator says', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await dialog().getByRole('radio', { name: 'Lifetime: it never expires' }).click();
  await look(page, 'create-lifetime');
  await button('Create').click();

  expect(await form.created()).toMatchObject({ expiresAt: null, validity: null });
});

it('says while one types what is wrong, and sends nothing before it is right', async () => {
  let requests = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/license-keys/licenses'))
      requests += 1;
  });
  await form.openOf('Pro Plan', 'Standard');
  await typeJson('Feature flags', '{"seats":');
  await dialog().getByText('This is not valid JSON: look at the highlighted line.').waitFor();
  await typeJson('Metadata', '["a", "list"]');
  await dialog().getByText('This must be a JSON object, in curly brackets.').waitFor();
  expect(await descriptionOf('Metadata')).toBe('This must be a JSON object, in curly brackets.');
  await typeJson('Metadata', JSON.stringify({ text: 'x'.repeat(10_240) }));
  await dialog().getByText('This is larger than 10 KB.').waitFor();
  await typeJson('Metadata', '["a", "list"]');
  await licenses.field('Activation limit').fill('10001');
  await dialog()
    .getByText('Enter a whole number from 1 to 10,000, or choose “Unlimited”.')
    .waitFor();

  await button('Create').click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await page.mouse.move(0, 0);
  await look(page, 'create-invalid');
  expect(requests).toBe(0);
});

it('takes a key of one’s own, and says at the field that it is taken', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await dialog().getByRole('checkbox', { name: 'Use a key of my own' }).click();
  await form.isFocused('key');
  await licenses.field('License key').fill('TAKEN-KEY-1');
  await button('Create').click();
  await dialog().getByText('This environment already has a license with this key.').waitFor();
  await form.isFocused('key');

  await licenses.field('License key').fill('PARTNER-OF-THE-YEAR');
  await button('Create').click();
  expect((await form.created()).key).toBe('PARTNER-OF-THE-YEAR');
});

it('says that the connection is lost, keeps what was typed, and sends once however often one clicks', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await licenses.field('Activation limit').fill('7');
  await page.context().setOffline(true);
  await button('Create').click();
  await dialog().getByText('The server cannot be reached.').waitFor();
  expect(await licenses.field('Activation limit').inputValue()).toBe('7');
  await page.context().setOffline(false);

  let requests = 0;
  await page.route('**/license-keys/licenses', async (route) => {
    requests += 1;
    await route.continue();
  });
  await button('Create').dblclick();
  expect(await form.created()).toMatchObject({ activationLimit: 7 });
  await page.unroute('**/license-keys/licenses');
  expect(requests).toBe(1);
});

it('asks before it throws away what was entered', async () => {
  await form.openOf('Pro Plan', 'Standard');
  await licenses.field('Activation limit').fill('7');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await question.waitFor();
  await look(page, 'unsaved');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await licenses.closed(question);
  await form.isFocused('activationLimit');
  expect(await licenses.field('Activation limit').inputValue()).toBe('7');

  await page.goBack();
  await question.getByRole('button', { name: 'Discard' }).click();
  await licenses.closed(dialog());
  await page.waitForFunction(() => document.activeElement?.textContent === 'Create License');
});

/** The list gives an option the focus one tick after the last letter. */
const isOnOption = (name: string) =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, name);

it('is done by the keyboard alone', async () => {
  await licenses.open();
  const { tabTo } = licenses;
  await tabTo(page.getByRole('button', { name: 'Create License' }));
  await page.keyboard.press('Enter');
  await tabTo(dialog().getByRole('combobox', { name: 'Product' }));
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Pro Plan' }).waitFor();
  await page.keyboard.type('Pro');
  await isOnOption('Pro Plan');
  await page.keyboard.press('Enter');
  await tabTo(dialog().getByRole('combobox', { name: 'Generator' }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Trial' }).waitFor();
  await page.keyboard.type('Tri');
  await isOnOption('Trial');
  await page.keyboard.press('Enter');
  await tabTo(licenses.customerField());
  await page.keyboard.type('lovelace');
  await page.getByRole('option', { name: 'Ada Lovelace' }).waitFor();
  await page.keyboard.press('ArrowDown');
  // The design system marks the option a moment later.
  await page.locator('[aria-activedescendant]:focus').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(licenses.field('Activation limit'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  // Through both editors: Tab leaves them.
  await tabTo(button('Create'));
  await page.keyboard.press('Enter');

  expect(await form.created()).toMatchObject({
    state: 'assigned',
    activationLimit: 2,
    customer: { name: 'Ada Lovelace' },
  });
  await page.keyboard.press('Escape');
  await licenses.closed(dialog());
});
