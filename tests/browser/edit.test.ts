import type { Locator, Page } from 'playwright-core';

import { hold } from '../support/hold';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { licenseOf } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, LONG_NAME, type Customer, type Stock } from '../support/stock';
import { trailOf } from '../support/trail';
import { eventually } from '../support/wait';

const LOCKED = {
  'License key': 'The key is what customers have in hand: it never changes.',
  Product: 'A license stays with its product. Create a new one for another product.',
  Environment: 'A license cannot move between environments.',
  Generator: 'It tells what the license was made from: that is history.',
};

const CUSTOMERS = '/content-manager/collection-types/plugin::license-keys.customer';

let scene: Scene;
let page: Page;
let licenses: LicensePage;
let departed: Customer;

const furnish = async ({ product, generator, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  await customer({ name: 'Grace Hopper', email: 'grace@navy.example' });
  departed = await customer({ name: 'Departed Soul', email: 'departed@nowhere.example' });

  const own = { product: pro, customer: ada };
  await license({ ...own, key: 'ACTIVE-KEY-1', activationLimit: 3, expiresAt: daysFromNow(30) });
  const yearly = await generator(pro, { validity: { amount: 1, unit: 'year' } });
  await license({ ...own, key: 'POOL-KEY-1', state: 'available', generator: yearly });
  await license({ ...own, key: 'POOL-KEY-2', state: 'available' });
  const dated = {
    ...own,
    state: 'available',
    generator: yearly,
    expiresAt: daysFromNow(30),
  } as const;
  await license({ ...dated, key: 'DATED-KEY-1' });
  await license({ ...dated, key: 'DATED-KEY-2' });
  const long = { ...own, product: await product({ name: LONG_NAME }) };
  await license({ ...long, key: 'CONFLICT-KEY-1', activationLimit: 3 });
  await license({ ...own, key: 'OFFLINE-KEY-1' });
  await license({ ...own, key: 'KEPT-KEY-1', activationLimit: 5 });
  await license({ ...own, key: 'REVOKED-KEY-1', state: 'revoked' });
  const expiresAt = new Date('2099-07-01T03:30:00.000Z');
  await license({ ...own, key: 'NEW-YORK-KEY-1', expiresAt });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  licenses = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const expiry = (name: string) => dialog().getByRole('radio', { name, exact: true });

const onServer = (key: string) => licenseOf(scene.admin, key);
const idOf = async (key: string) => (await onServer(key)).documentId;

const openForm = async (key: string): Promise<void> => {
  await licenses.open(`?_q=${key}`);
  await licenses.choose(key, 'Edit License');
  await licenses.field('Activation limit').waitFor();
};

const save = async (): Promise<void> => {
  await button('Save').click();
  await licenses.closed(dialog());
  await licenses.toast('License saved');
};

/** As a hand moves the mouse, through the points between: one leap does not end one tooltip and begin the next. */
const moveTo = async (target: Locator): Promise<void> => {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not visible.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 });
};

it('shows what never changes, and says why on hover and on focus', async () => {
  await openForm('ACTIVE-KEY-1');
  const values: string[] = [];
  for (const [name, reason] of Object.entries(LOCKED)) {
    const field = licenses.field(name);
    await moveTo(field);
    await page.getByRole('tooltip', { name: reason }).waitFor();
    expect(await field.getAttribute('readonly')).not.toBeNull();
    values.push(await field.inputValue());
  }
  expect(values).toEqual(['ACTIVE-KEY-1', 'Pro Plan', 'production', '—']);

  await page.mouse.move(0, 0);
  await licenses.field('License key').focus();
  for (const [name, reason] of Object.entries(LOCKED)) {
    await licenses.tabTo(licenses.field(name));
    await page.getByRole('tooltip', { name: reason }).waitFor();
  }
  expect(await button('Save').isDisabled()).toBe(true);
  await dialog().getByText('This license is active: what you save takes effect').waitFor();
  await look(page, 'edit', () => moveTo(licenses.field('Product')));
});

it('saves what may be edited, effective at once, and gives the focus back', async () => {
  await openForm('ACTIVE-KEY-1');
  await licenses.pickCustomer('grace', 'grace@navy.example');
  await licenses.field('Activation limit').fill('8');
  await dialog().getByRole('radio', { name: 'Lifetime: it never expires' }).click();
  await licenses.field('Feature flags').fill('{"sso": true}');
  await licenses.field('Metadata').fill('{"order": 4711}');
  await save();

  await licenses.row('ACTIVE-KEY-1').getByText('1 / 8').waitFor();
  await licenses.hasMenuFocus('ACTIVE-KEY-1');
  const license = await onServer('ACTIVE-KEY-1');
  expect(license).toMatchObject({
    state: 'active',
    customer: { name: 'Grace Hopper' },
    activationLimit: 8,
    expiresAt: null,
    features: { sso: true },
    metadata: { order: 4711 },
  });
  expect((await trailOf(scene.admin, license.documentId))[0]).toMatchObject({
    action: 'edit',
    changes: { activationLimit: { before: 3, after: 8 } },
  });
});

it('says before saving that a customer makes an available license assigned', async () => {
  await openForm('POOL-KEY-1');
  await licenses.pickCustomer('grace', 'grace@navy.example');
  await dialog()
    .getByRole('status')
    .getByText('its status changes from “Available” to “Assigned”')
    .waitFor();
  const validity = dialog().getByText('Its validity starts now: 1 year.');
  await validity.waitFor();
  await look(page, 'edit-assigns');
  await expiry('On a day of my own choice').click();
  await validity.waitFor({ state: 'detached' });
  await expiry('Lifetime: it never expires').click();
  expect(await validity.count()).toBe(0);
  await expiry('From the generator: 1 year from assignment').click();
  await validity.waitFor();
  await save();

  await licenses.row('POOL-KEY-1').getByText('Assigned', { exact: true }).waitFor();
  const { documentId, state, expiresAt } = await onServer('POOL-KEY-1');
  expect(state).toBe('assigned');
  expect(Date.parse(expiresAt ?? '')).toBeGreaterThan(daysFromNow(360).getTime());
  expect((await trailOf(scene.admin, documentId))[0]).toMatchObject({
    action: 'assign',
    to: 'assigned',
  });
});

it('lets the validity of a license in the pool start at its assignment again', async () => {
  await openForm('DATED-KEY-1');
  expect(await expiry('On a day of my own choice').isChecked()).toBe(true);
  await expiry('From the generator: 1 year from assignment').click();
  await save();

  expect(await onServer('DATED-KEY-1')).toMatchObject({
    state: 'available',
    expiresAt: null,
    validity: { amount: 1, unit: 'year' },
  });
});

it('promises a customer no validity where the license has an expiry of its own', async () => {
  await openForm('DATED-KEY-2');
  await expiry('From the generator: 1 year from assignment').click();
  await licenses.pickCustomer('grace', 'grace@navy.example');
  await dialog().getByText('to “Assigned”').waitFor();
  expect(await expiry('On a day of my own choice').isChecked()).toBe(true);
  expect(await expiry('From the generator: 1 year from assignment').count()).toBe(0);
  await expiry('Lifetime: it never expires').click();
  expect(await dialog().getByText('validity').count()).toBe(0);
  await save();

  expect(await onServer('DATED-KEY-2')).toMatchObject({ state: 'assigned', expiresAt: null });
});

it('replaces a customer, but does not remove one', async () => {
  await openForm('CONFLICT-KEY-1');
  await dialog().getByText('The customer can be replaced, but not removed.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Remove the customer' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await licenses.closed(dialog());
});

it('does not overwrite what somebody else has changed meanwhile', async () => {
  await openForm('CONFLICT-KEY-1');
  await licenses.field('Activation limit').fill('10');
  const { documentId, version } = await onServer('CONFLICT-KEY-1');
  await scene.admin
    .put(`/license-keys/licenses/${documentId}`)
    .send({ version, activationLimit: 20 })
    .expect(200);

  await button('Save').click();
  await dialog().getByRole('alert').getByText('changed').waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'edit-conflict');
  expect(await licenses.field('Activation limit').inputValue()).toBe('10');
  expect(await onServer('CONFLICT-KEY-1')).toMatchObject({ activationLimit: 20 });

  const load = button('Load the current values');
  await page.context().setOffline(true);
  await load.click();
  await dialog().getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await look(page, 'edit-conflict-offline');
  expect(await licenses.field('Activation limit').inputValue()).toBe('10');
  await page.context().setOffline(false);

  const release = await hold(page, `**/license-keys/licenses/${documentId}`);
  await load.click();
  await eventually(async () => {
    expect(await load.isDisabled()).toBe(true);
  });
  release();
  await dialog().getByRole('alert').waitFor({ state: 'detached' });
  expect(await licenses.field('Activation limit').inputValue()).toBe('20');
  await licenses.field('Activation limit').fill('21');
  await save();
  expect(await onServer('CONFLICT-KEY-1')).toMatchObject({ activationLimit: 21 });
});

it('says at the field what the server has against it', async () => {
  await openForm('POOL-KEY-2');
  await licenses.pickCustomer('departed', 'departed@nowhere.example');
  await dialog().getByText('to “Assigned”').waitFor();
  expect(await dialog().getByText('validity').count()).toBe(0);
  await scene.admin.delete(`${CUSTOMERS}/${departed.documentId}`).expect(200);
  await button('Save').click();
  await dialog().getByText('The customer does not exist.').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  expect(await licenses.customerField().getAttribute('aria-invalid')).toBe('true');
  expect(await onServer('POOL-KEY-2')).toMatchObject({ state: 'available', customer: null });

  await licenses.pickCustomer('grace', 'grace@navy.example');
  await save();
});

it('says that the connection is lost, keeps what was typed, and sends once however often one clicks', async () => {
  await openForm('OFFLINE-KEY-1');
  await licenses.field('Activation limit').fill('9');
  await page.context().setOffline(true);
  await button('Save').click();
  await dialog().getByText('The server cannot be reached.').waitFor();
  expect(await licenses.field('Activation limit').inputValue()).toBe('9');
  await page.context().setOffline(false);

  const path = `**/license-keys/licenses/${await idOf('OFFLINE-KEY-1')}`;
  let requests = 0;
  await page.route(path, async (route) => {
    if (route.request().method() === 'PUT') requests += 1;
    await route.continue();
  });
  await button('Save').dblclick();
  await licenses.closed(dialog());
  await page.unroute(path);
  expect(requests).toBe(1);
  expect(await onServer('OFFLINE-KEY-1')).toMatchObject({ activationLimit: 9 });
});

it('means a day where the administrator is: its end there is stored, and it is shown again', async () => {
  const { server, browser, admin } = scene;
  const theirs = await openPanel(browser, server.url, admin.credentials, LIST, {
    timezoneId: 'America/New_York',
  });
  const { open, choose, closed } = licensePage(theirs);
  const openForm = async () => {
    await open('?_q=NEW-YORK-KEY-1');
    return choose('NEW-YORK-KEY-1', 'Edit License');
  };
  const form = await openForm();
  const day = form.getByRole('combobox', { name: 'Last day' });
  await form.getByText('It expires on June 30, 2099 at 11:30').waitFor();
  expect(await day.inputValue()).toBe('06/30/2099');

  await day.fill('12/31/2099');
  await day.press('Tab');
  await form.getByText('It expires on December 31, 2099 at 11:59').waitFor();
  await form.getByRole('button', { name: 'Save' }).click();
  await closed(form);
  expect(await onServer('NEW-YORK-KEY-1')).toMatchObject({ expiresAt: '2100-01-01T04:59:59.999Z' });
  await openForm();
  expect(await day.inputValue()).toBe('12/31/2099');
  await theirs.context().close();
});

it('asks before it throws a change away, and not when there is none', async () => {
  await openForm('KEPT-KEY-1');
  await licenses.field('Activation limit').fill('1');
  await button('Cancel').click();
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await licenses.closed(question);
  await licenses.field('Activation limit').fill('5');
  await button('Cancel').click();
  await licenses.closed(dialog());
  await licenses.hasMenuFocus('KEPT-KEY-1');
});

it('does not save without a new customer that is half typed', async () => {
  await openForm('KEPT-KEY-1');
  await button('New customer').click();
  await licenses.field('Name').fill('Mary Jackson');
  await button('Save').click();
  await dialog().getByText('Create the new customer first, or cancel it.').waitFor();
  await button('Close').click();
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await question.getByRole('button', { name: 'Discard' }).click();
  await licenses.closed(dialog());
});

it('is closed to what can no longer be edited, also where a link leads there', async () => {
  await page.goto(`${LIST}?dialog=edit&license=${await idOf('REVOKED-KEY-1')}`);
  await dialog().getByText('Not possible in status “Revoked”').waitFor();
  expect(await dialog().getByRole('textbox').count()).toBe(0);
  await look(page, 'edit-closed');

  await page.goto(`${LIST}?dialog=edit&license=nobody`);
  await dialog().getByText('License Not Found').waitFor();
  await look(page, 'edit-not-found');
});
