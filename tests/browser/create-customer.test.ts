import type { Core } from '@strapi/strapi';
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

const CUSTOMERS = 100_000;

const furnishCustomers = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    `INSERT INTO license_keys_customers (document_id, name, email, environment)
     SELECT 'customer-' || n, 'Customer ' || n, 'customer-' || n || '@crowd.example', 'production'
     FROM generate_series(1, ?) AS n`,
    [CUSTOMERS]
  );
};

const furnish = async (
  { product, generator, customer, license }: Stock,
  strapi: Core.Strapi
): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await generator(pro, { name: 'Trial', validity: { amount: 14, unit: 'day' } });
  await generator(await product({ name: LONG_NAME }), { name: LONG_NAME, activationLimit: -1 });
  await customer({ name: LONG_NAME, email: `${'long'.repeat(15)}@names.example` });
  await license({ product: pro, state: 'available' });
  await furnishCustomers(strapi);
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

it('finds a customer among very many while one types', async () => {
  await form.openOf(LONG_NAME);
  await look(page, 'create-customers', async () => {
    await licenses.customerField().fill('');
    await licenses.customerField().fill('Professional');
    await page.getByRole('option', { name: LONG_NAME }).waitFor();
    // Until the answer is here, the list still holds all that the empty field has found.
    await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
    await page.getByText('No customer found').waitFor({ state: 'detached' });
  });

  await licenses.customerField().click();
  await page.keyboard.type('customer-77777@');
  await page.getByRole('option', { name: 'customer-77777@crowd.example' }).waitFor();
  expect(await page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await licenses.customerField().inputValue()).toBe(
    'Customer 77777 (customer-77777@crowd.example)'
  );

  await licenses.pickCustomer('Looms', LONG_NAME);
  await look(page, 'create-filled');
  await licenses.customerField().fill('nobody at all');
  await page.getByText('No customer found').waitFor();
  await page.keyboard.press('Escape');
  expect(await licenses.customerField().inputValue()).toContain(LONG_NAME);

  await button('Create').click();
  expect(await form.created()).toMatchObject({ state: 'assigned', customer: { name: LONG_NAME } });
  await look(page, 'create-done-long');
});

it('creates a customer in passing', async () => {
  await form.openOf('Pro Plan');
  await button('New customer').click();
  await form.isFocused('name');
  await button('Create customer').click();
  await dialog().getByText('This field is required.').first().waitFor();
  await licenses.field('Name').fill('Dorothy Vaughan');
  await licenses.field('E-mail').fill('dorothy at langley');
  await page.keyboard.press('Enter');
  await dialog().getByText('This is not a valid e-mail address.').waitFor();
  await form.isFocused('email');
  await look(page, 'create-new-customer');

  await licenses.field('E-mail').fill('Customer-1@Crowd.example');
  await page.keyboard.press('Enter');
  await dialog().getByText('Another customer of this environment has the same email.').waitFor();
  expect(await licenses.field('E-mail').getAttribute('aria-invalid')).toBe('true');

  await licenses.field('E-mail').fill('dorothy@langley.example');
  await page.keyboard.press('Enter');
  await licenses.customerField().waitFor();
  expect(await licenses.customerField().inputValue()).toBe(
    'Dorothy Vaughan (dorothy@langley.example)'
  );
  await button('Create').click();
  expect(await form.created()).toMatchObject({
    state: 'assigned',
    customer: { email: 'dorothy@langley.example' },
  });
});

it('sends and closes nothing without a word while a new customer is half typed', async () => {
  await form.openOf('Pro Plan');
  await button('New customer').click();
  await licenses.field('Name').fill('Mary Jackson');
  await licenses.field('E-mail').fill('mary@langley.example');
  await button('Create').click();
  await dialog().getByText('Create the new customer first, or cancel it.').waitFor();
  const create = button('Create customer');
  await create.and(page.locator(':focus')).waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'create-new-customer-first');

  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await licenses.closed(question);
  expect(await licenses.field('Name').inputValue()).toBe('Mary Jackson');

  await create.click();
  await licenses.customerField().waitFor();
  await button('Create').click();
  expect(await form.created()).toMatchObject({ customer: { email: 'mary@langley.example' } });
});
