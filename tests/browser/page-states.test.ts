import type { Page } from 'playwright-core';

import { hold, refuseWith } from '../support/hold';
import { LIST } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';

interface SubPage {
  name: string;
  /** Below that of the licenses. */
  path: string;
  /** Of what the page is about. */
  endpoint: string;
  loading: string;
  /** What an installation without any record shows. */
  bare: string;
}

const PAGES: SubPage[] = [
  {
    name: 'License Keys',
    path: '',
    endpoint: 'licenses?*',
    loading: 'Loading licenses',
    bare: 'There are no licenses in production yet.',
  },
  {
    name: 'Generators',
    path: '/generators',
    endpoint: 'generators?*',
    loading: 'Loading generators',
    bare: 'There are no generators in production yet.',
  },
  {
    name: 'Activations',
    path: '/activations',
    endpoint: 'activations?*',
    loading: 'Loading activations',
    bare: 'No license in production was activated yet.',
  },
  {
    name: 'Customers',
    path: '/customers',
    endpoint: 'customers?*',
    loading: 'Loading customers',
    bare: 'There are no customers in production yet.',
  },
  {
    name: 'Products',
    path: '/products',
    endpoint: 'products?*',
    loading: 'Loading products',
    bare: 'There are no products in production yet.',
  },
  {
    name: 'Import',
    path: '/import',
    endpoint: 'context',
    loading: 'Loading the import',
    bare: 'Choose a CSV file or drop it here',
  },
  {
    name: 'Jobs',
    path: '/jobs',
    endpoint: 'jobs?*',
    loading: 'Loading jobs',
    bare: 'There are no jobs in production yet.',
  },
  {
    name: 'Audit log',
    path: '/audit-log',
    endpoint: 'audit-entries?*',
    loading: 'Loading the audit log',
    bare: 'Nothing has been recorded in production yet.',
  },
  {
    name: 'Settings',
    path: '/settings',
    endpoint: 'signing-keys',
    loading: 'Loading the settings',
    bare: 'Signing keys',
  },
];

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene(() => Promise.resolve());
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

describe.each(PAGES)('the page $name', ({ name, path, endpoint, loading, bare }) => {
  const url = `**/license-keys/${endpoint}`;
  const picture = name.toLowerCase().replace(' ', '-');
  const isBare = () => page.getByText(bare).first().waitFor();

  it('says that it is loading, and then that there is nothing yet', async () => {
    const release = await hold(page, url);
    await page.goto(`${LIST}${path}`);
    await page.getByText(loading).first().waitFor({ state: 'attached' });
    await look(page, `${picture}-loading`);
    release();
    await isBare();
    await look(page, `${picture}-bare`);
    await page.unroute(url);
  });

  it('says what the server said, and tries again', async () => {
    await page.route(url, refuseWith(500, 'Out of order.'));
    await page.goto(`${LIST}${path}`);
    const alert = page.getByRole('alert').filter({ hasText: 'Out of order.' });
    await alert.waitFor();
    await look(page, `${picture}-refused`);
    await page.unroute(url);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await isBare();
  });
});
