import type { Page } from 'playwright-core';

import { CUSTOMER_UID, PRODUCT_UID } from '../../src/plugins/license-keys/shared/catalog';
import { createAdminWith, type Permission } from '../support/admin';
import { LIST } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { permissionsFor } from '../support/permissions';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME, type Customer, type Stock } from '../support/stock';

let scene: Scene;
let page: Page;
let ada: Customer;

const furnish = async ({ product, generator, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan', slug: 'pro-plan' });
  await product({ name: LONG_NAME, slug: 'long', active: false });
  await generator(pro);
  ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  await customer({ name: LONG_NAME, email: 'long@names.example' });
  await license({ key: 'ADA-1', product: pro, customer: ada, devices: ['a', 'b'] });
  await license({ key: 'ADA-2', product: pro, customer: ada, state: 'revoked' });
  await license({ key: 'POOL-1', product: pro, state: 'available' });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

const navigation = () => page.getByRole('navigation', { name: 'License Keys' });
const row = (text: string) => page.locator('tbody tr').filter({ hasText: text });
const chip = (text: string) => page.getByRole('button', { name: `Remove filter ${text}` });
const editor = (uid: string) => `/admin/content-manager/collection-types/${uid}`;
const pathname = (): string => new URL(page.url()).pathname;

const open = async (path: string): Promise<void> => {
  await page.goto(`${LIST}${path}`);
  await page.getByRole('table').waitFor();
};

describe('the customers', () => {
  it('are listed with their licenses and devices, found by search and sorted', async () => {
    await navigation().getByRole('link', { name: 'Customers' }).click();
    await page.getByText('2 customers in production').waitFor();
    await look(page, 'customers');

    await page.getByRole('button', { name: 'E-mail' }).click();
    await page.waitForURL((address) => address.searchParams.get('sort') === 'email:asc');
    await page.keyboard.press('/');
    await page.keyboard.type('lovelace');
    await page.getByText('1 matching customer in production').waitFor();
    await page.reload();
    await page.getByText('1 matching customer in production').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('x');
    await page.getByText('No customer in production matches the search.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('2 customers in production').waitFor();
  });

  it('lead to their licenses and their devices', async () => {
    await open('/customers');
    await page.getByRole('link', { name: '2 licenses of Ada Lovelace' }).click();
    await page.getByText('2 matching licenses in production').waitFor();
    await chip('Customer: Ada Lovelace').waitFor();
    await open('/customers');
    await page.getByRole('link', { name: '1 active licenses of Ada Lovelace' }).click();
    await page.getByText('1 matching license in production').waitFor();
    await open('/customers');
    await page.getByRole('link', { name: '2 devices of Ada Lovelace' }).click();
    await page.getByText('2 matching devices in production').waitFor();
  });

  it('lead to the Content Manager, which leads back to their licenses', async () => {
    await open('/customers');
    await page.getByRole('link', { name: 'Open Ada Lovelace in the Content Manager' }).click();
    const back = page.getByRole('link', { name: 'Licenses of this customer' });
    await back.waitFor();
    expect(pathname()).toBe(`${editor(CUSTOMER_UID)}/${ada.documentId}`);
    await look(page, 'customer-panel', undefined, ['a[href*="customer="]']);
    await back.click();
    await page.getByText('2 matching licenses in production').waitFor();

    await open('/customers');
    await page.getByRole('link', { name: 'Create customer' }).click();
    await page.waitForURL((address) => address.pathname === `${editor(CUSTOMER_UID)}/create`);
  });

  it('say when there are none, and try again after an error', async () => {
    await page.goto(`${LIST}/customers?environment=staging`);
    await page.getByText('There are no customers in staging yet.').waitFor();
    await look(page, 'customers-empty');
    await page.route('**/license-keys/customers?**', (route) => route.abort(), { times: 1 });
    await page.getByRole('combobox', { name: 'Environment' }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('2 customers in production').waitFor();
  });
});

describe('the products', () => {
  it('are listed with their licenses by status and their generators', async () => {
    await navigation().getByRole('link', { name: 'Products' }).click();
    await page.getByText('2 products in production').waitFor();
    await look(page, 'products');
    const pro = row('pro-plan');
    expect(await pro.getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining(['3', '1', 'Activations', 'Open'])
    );
    await pro.getByRole('link', { name: '1 available licenses of Pro Plan' }).click();
    await chip('Product: Pro Plan').waitFor();
    await chip('Status: Available').waitFor();
    await open('/products');
    await row('pro-plan').getByRole('link', { name: 'Activations of Pro Plan' }).click();
    await chip('Product: Pro Plan').waitFor();
    await page.getByText('3 matching devices in production').waitFor();
  });

  it('lead to the Content Manager and back', async () => {
    await open('/products');
    await page.getByRole('link', { name: 'Open Pro Plan in the Content Manager' }).click();
    await page.getByRole('link', { name: 'Licenses of this product' }).click();
    await page.getByText('3 matching licenses in production').waitFor();
  });
});

it('leads to the Content Manager only who may see its screens', async () => {
  const { server, browser, admin } = scene;
  const explorer = (verb: string, subject: string): Permission => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject,
  });
  const staff = await createAdminWith(server.http, admin, permissionsFor(['read']));
  const theirs = await openPanel(browser, server.url, staff.credentials, `${LIST}/customers`);
  const link = theirs.getByRole('link', { name: /^Open Ada/ });
  const create = theirs.getByRole('link', { name: 'Create customer' });
  await theirs.getByText('2 customers in production').waitFor();
  expect([await link.count(), await create.count()]).toEqual([0, 0]);

  await staff.permit([...permissionsFor(['read']), explorer('read', CUSTOMER_UID)]);
  await theirs.reload();
  await link.waitFor();
  expect(await create.count()).toBe(0);
  await theirs.goto(`${LIST}/products`);
  await theirs.getByText('2 products in production').waitFor();
  expect(await theirs.getByRole('link', { name: /^Open Pro/ }).count()).toBe(0);

  await staff.permit([...permissionsFor(['read']), explorer('create', PRODUCT_UID)]);
  await theirs.reload();
  await theirs.getByRole('link', { name: 'Create product' }).waitFor();
  await theirs.context().close();
});
