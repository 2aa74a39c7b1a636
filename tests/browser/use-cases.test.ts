import type { Locator, Page } from 'playwright-core';

import { saved } from '../support/download';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { list } from '../support/listing';
import { openPanel } from '../support/panel';
import { forgetPassword } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';
import { eventually } from '../support/wait';

let scene: Scene;
let page: Page;
let licenses: LicensePage;

/** Each use case has a product and customers of its own, so that none meets what another has left. */
const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  for (const key of ['PRO-POOL-1', 'PRO-POOL-2']) {
    await license({ key, product: pro, state: 'available' });
  }

  const studio = await product({ name: 'Studio' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const full = { product: studio, customer: ada, activationLimit: 3 };
  await license({ ...full, key: 'STUDIO-FULL-1', devices: ['laptop', 'tower', 'tablet'] });

  const server = await product({ name: 'Server' });
  const mary = await customer({ name: 'Mary Jackson', email: 'mary@langley.example' });
  await license({ key: 'SERVER-LEAKED-1', product: server, customer: mary });
  await license({ key: 'SERVER-POOL-1', product: server, state: 'available' });

  const trial = await product({ name: 'Trial Plan' });
  const paid = await product({ name: 'Paid Plan' });
  const joan = await customer({ name: 'Joan Clarke', email: 'joan@bletchley.example' });
  await license({ key: 'TRIAL-OVER-1', product: trial, customer: joan, state: 'expired' });
  await license({ key: 'TRIAL-OVER-2', product: trial, state: 'expired' });
  await license({ key: 'PAID-POOL-1', product: paid, state: 'available' });

  const audited = await product({ name: 'Product X' });
  for (const [key, activationLimit] of [
    ['X-ACTIVE-1', 5],
    ['X-ACTIVE-2', 10],
  ] as const) {
    await license({ key, product: audited, activationLimit });
  }
  await license({ key: 'X-SUSPENDED-1', product: audited, state: 'suspended' });
  await license({ key: 'X-POOL-1', product: audited, state: 'available' });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  licenses = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

/** As the server knows the license. */
const onServer = async (key: string) => {
  const { data } = await list(scene.admin, { environment: 'production', _q: key });
  return data[0];
};

/** Begins a use case anew: from the home page to the list, by the menu, which is folded up on a narrow screen. */
const goToLicenseKeys = async (): Promise<void> => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/admin');
  await page.getByRole('link', { name: 'License Keys' }).click();
  await page.getByRole('table').waitFor();
};

/** Sends the form that is open. */
const send = async (name: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await licenses.closed(dialog);
};

const confirm = async (name: string): Promise<void> => {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await licenses.closed(dialog);
};

/** Not scrolled away, and not under what stays in reach at the side. */
const isInSight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

it.each([
  [768, 'PRO-POOL-2'],
  [1440, 'PRO-POOL-1'],
])('1: assigns a license of the pool to a new customer, %d pixels wide', async (width, key) => {
  // 1. Go to License Keys page
  await goToLicenseKeys();
  await page.setViewportSize({ width, height: 900 });
  // 2. Filter by Status: Available and Product: Pro Plan
  await licenses.select('Status', 'Available');
  await licenses.select('Product', 'Pro Plan');
  // 3. Find an unassigned license
  await licenses.row(key).getByText('Unassigned').waitFor();
  await eventually(async () => {
    const status = licenses.row(key).getByText('Available', { exact: true });
    expect(await isInSight(status)).toBe(true);
    expect(await isInSight(licenses.menuButton(key))).toBe(true);
  });
  // 4. Click Actions (⋮) → Edit License
  const dialog = await licenses.choose(key, 'Edit License');
  // 5. Select the customer from the dropdown
  await dialog.getByRole('combobox', { name: 'Customer' }).click();
  await page.getByRole('option', { name: 'Grace Hopper' }).click();
  // 6. Click Save
  await send('Save');
  // 7. Status changes from available to assigned
  await licenses.row(key).waitFor({ state: 'detached' });
  await licenses.select('Status', 'Assigned');
  await licenses.row(key).getByText('Grace Hopper').waitFor();
  expect(await onServer(key)).toMatchObject({
    state: 'assigned',
    customer: { email: 'grace@navy.example' },
  });
});

it('2: finds out why a limit is reached, and makes room', async () => {
  await forgetPassword(page);
  await goToLicenseKeys();
  // 1. Search for the license key in the search bar
  await licenses.search('STUDIO-FULL-1');
  // 2. Check the Activations column
  await licenses.row('STUDIO-FULL-1').getByText('3 / 3').waitFor();
  // 3. Click Actions (⋮) → Preview License
  const dialog = await licenses.choose('STUDIO-FULL-1', 'Preview License');
  await dialog.getByLabel('Your password').fill(scene.admin.credentials.password);
  await dialog.getByRole('button', { name: 'Show the license' }).click();
  // 4. Review activation history (see which devices are activated)
  await dialog.getByRole('tab', { name: 'Activations' }).click();
  for (const device of ['laptop', 'tower', 'tablet']) {
    await dialog.getByRole('row').filter({ hasText: device }).waitFor();
  }
  // 5. Options: Deactivate old device
  await dialog.getByRole('button', { name: 'Deactivate tablet' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await licenses.closed(question);
  // Options: Increase limit: Edit License → Change activation limit to 5
  await dialog.getByRole('button', { name: 'Edit License' }).click();
  await licenses.field('Activation limit').fill('5');
  await send('Save');

  await licenses.row('STUDIO-FULL-1').getByText('2 / 5').waitFor();
  expect(await onServer('STUDIO-FULL-1')).toMatchObject({
    activationCount: 2,
    activationLimit: 5,
  });

  // Options: Upgrade plan: unlimited activations
  await licenses.choose('STUDIO-FULL-1', 'Edit License');
  await page.getByRole('checkbox', { name: 'Unlimited' }).click();
  await send('Save');
  await licenses.row('STUDIO-FULL-1').getByText('2 / ∞').waitFor();
  expect(await onServer('STUDIO-FULL-1')).toMatchObject({ activationLimit: -1 });
});

it('3: revokes a leaked license and hands out another', async () => {
  await goToLicenseKeys();
  // 1. Search for the leaked license key
  await licenses.search('SERVER-LEAKED-1');
  // 2. Note the customer it's assigned to
  await licenses.row('SERVER-LEAKED-1').getByText('mary@langley.example').waitFor();
  // 3. Click Actions (⋮) → Revoke License (immediate)
  await licenses.choose('SERVER-LEAKED-1', 'Revoke License');
  await confirm('Revoke');
  await licenses.row('SERVER-LEAKED-1').getByText('Revoked').waitFor();
  expect(await onServer('SERVER-LEAKED-1')).toMatchObject({ state: 'revoked', activationCount: 0 });
  // 5. Assign a new license from the Available pool
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await licenses.select('Product', 'Server');
  await licenses.select('Status', 'Available');
  await licenses.choose('SERVER-POOL-1', 'Assign License');
  await licenses.pickCustomer('mary@langley', 'Mary Jackson');
  await send('Assign');
  await licenses.row('SERVER-POOL-1').waitFor({ state: 'detached' });
  expect(await onServer('SERVER-POOL-1')).toMatchObject({
    state: 'assigned',
    customer: { name: 'Mary Jackson' },
  });
});

it('4: turns an expired trial into a paid license', async () => {
  await goToLicenseKeys();
  // 1. Filter by Status: Expired and Product: Trial Plan
  await licenses.select('Status', 'Expired');
  await licenses.select('Product', 'Trial Plan');
  // 2. Identify customers who upgraded to paid plans
  await licenses.row('TRIAL-OVER-1').getByText('Joan Clarke').waitFor();
  // 3. Revoke the old trial license (clean up)
  await licenses.choose('TRIAL-OVER-1', 'Revoke License');
  await confirm('Revoke');
  // Or leave expired for historical reference
  await licenses.row('TRIAL-OVER-1').waitFor({ state: 'detached' });
  await licenses.row('TRIAL-OVER-2').waitFor();
  // Assign a new paid license from the Paid Plan pool
  await licenses.select('Product', 'Paid Plan');
  await licenses.select('Status', 'Available');
  await licenses.choose('PAID-POOL-1', 'Edit License');
  await licenses.pickCustomer('Joan', 'Joan Clarke');
  await send('Save');
  await licenses.row('PAID-POOL-1').waitFor({ state: 'detached' });
  expect([await onServer('TRIAL-OVER-1'), await onServer('PAID-POOL-1')]).toMatchObject([
    { state: 'revoked', customer: { name: 'Joan Clarke' } },
    { state: 'assigned', customer: { name: 'Joan Clarke' } },
  ]);
});

it('5: counts and exports the active licenses of a product', async () => {
  await goToLicenseKeys();
  // 1. Filter by Product: Product X
  await licenses.select('Product', 'Product X');
  // 2. Filter by Status: Active
  await licenses.select('Status', 'Active');
  // 3. Count the rows in the table
  await licenses.row('X-SUSPENDED-1').waitFor({ state: 'detached' });
  expect(await licenses.rows().count()).toBe(2);
  await page.getByText('2 matching licenses in production').waitFor();
  // 4. Optional: Export the list using the export button
  await page.getByRole('button', { name: 'Export' }).click();
  const [, csv] = await saved(page, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  );
  expect(csv.match(/X-[A-Z]+-\d/g)?.sort()).toEqual(['X-ACTIVE-1', 'X-ACTIVE-2']);
  // 5. Review activation limits to calculate total device coverage
  await licenses.row('X-ACTIVE-1').getByText('1 / 5').waitFor();
  await licenses.row('X-ACTIVE-2').getByText('1 / 10').waitFor();
  const { data } = await list(scene.admin, { environment: 'production', _q: 'Product X' });
  expect(data.filter(({ state }) => state === 'active')).toHaveLength(2);
});

it('is reached by its direct address', async () => {
  await page.goto('/admin/licenses');
  await page.waitForURL(`**${LIST}`);
  await page.getByRole('heading', { name: 'License Keys' }).waitFor();
});
