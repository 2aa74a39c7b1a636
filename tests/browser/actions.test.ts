import type { Page } from 'playwright-core';

import { STATES, type State } from '../../src/plugins/license-keys/shared/states';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { licenseOf } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, type Stock } from '../support/stock';
import { trailOf } from '../support/trail';

const ACTIONS = {
  preview: 'Preview License',
  edit: 'Edit License',
  assign: 'Assign License',
  inactivate: 'Inactivate License',
  reactivate: 'Reactivate License',
  suspend: 'Suspend License',
  unsuspend: 'Unsuspend License',
  revoke: 'Revoke License',
  delete: 'Delete License',
};

/** What can be done to a license in each state. */
const POSSIBLE: Record<State, readonly (keyof typeof ACTIONS)[]> = {
  available: ['preview', 'edit', 'assign', 'delete'],
  assigned: ['preview', 'edit', 'delete'],
  active: ['preview', 'edit', 'inactivate', 'suspend', 'revoke', 'delete'],
  inactive: ['preview', 'edit', 'reactivate', 'revoke', 'delete'],
  suspended: ['preview', 'edit', 'unsuspend', 'revoke', 'delete'],
  expired: ['preview', 'revoke', 'delete'],
  revoked: ['preview', 'delete'],
};

let scene: Scene;
let page: Page;
let licenses: LicensePage;

const furnish = async ({ product, generator, customer, license }: Stock): Promise<void> => {
  const states = await product({ name: 'All states' });
  for (const state of STATES) await license({ key: `STATE-${state}`, state, product: states });

  const pro = await product({ name: 'Pro Plan' });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const own = { product: pro, customer: ada };
  await license({ ...own, key: 'FLOW-KEY-1', devices: ['laptop', 'tower', 'tablet'] });
  const trial = await generator(pro, { validity: { amount: 14, unit: 'day' } });
  await license({ ...own, key: 'POOL-KEY-1', state: 'available', generator: trial });
  await license({ ...own, key: 'KEYBOARD-1' });
  await license({ ...own, key: 'OFFLINE-KEY-1' });
  await license({ ...own, key: 'RACED-KEY-1' });
  await license({ ...own, key: 'ABUSED-KEY-1', state: 'suspended', devices: ['a', 'b'] });
  await license({ ...own, key: 'LATE-KEY-1', state: 'inactive', expiresAt: daysFromNow(-2) });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
  licenses = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const dialog = () => page.getByRole('alertdialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

const onServer = (key: string) => licenseOf(scene.admin, key);

/** Opens the dialog of an action, gives a reason and confirms. */
const carryOut = async (key: string, action: keyof typeof ACTIONS, reason: string) => {
  await licenses.choose(key, ACTIONS[action]);
  await dialog()
    .getByRole('textbox', { name: /^Reason/ })
    .fill(reason);
  await button(ACTIONS[action].replace(' License', '')).click();
  await licenses.closed(dialog());
};

it.each(STATES)('offers what is legal in status “%s”, and says why not the rest', async (state) => {
  await licenses.open(`?_q=STATE-${state}`);
  await licenses.openMenu(`STATE-${state}`);
  const items = await page.getByRole('menuitem').evaluateAll((elements) =>
    elements.map((element) => ({
      text: element.textContent,
      isDisabled: element.getAttribute('aria-disabled') === 'true',
    }))
  );

  const stateName = state.charAt(0).toUpperCase() + state.slice(1);
  const expected = Object.entries(ACTIONS).map(([action, name]) => {
    const isPossible = POSSIBLE[state].some((possible) => possible === action);
    const reason = `Not possible in status “${stateName}”`;
    return { text: isPossible ? name : name + reason, isDisabled: !isPossible };
  });
  expect(items).toEqual([...expected, { text: 'Copy key', isDisabled: false }]);
});

it('does nothing at a menu’s item that is off', async () => {
  await licenses.open('?_q=STATE-revoked');
  await look(page, 'actions-menu', async () => {
    await page.keyboard.press('Escape');
    await licenses.openMenu('STATE-revoked');
  });
  await licenses.menuItem('Revoke License').click({ force: true });
  await page.getByRole('menu').waitFor();
  expect(await dialog().count()).toBe(0);
  await page.keyboard.press('Escape');
});

it('copies the key', async () => {
  await licenses.open('?_q=FLOW-KEY');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await licenses.openMenu('FLOW-KEY-1');
  await licenses.menuItem('Copy key').click();
  await licenses.toast('License key copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('FLOW-KEY-1');
});

it('assigns nothing while the form for a new customer is open', async () => {
  await licenses.open('?_q=POOL-KEY');
  const form = await licenses.choose('POOL-KEY-1', ACTIONS.assign);
  await form.getByRole('button', { name: 'New customer' }).click();
  await form.getByRole('button', { name: 'Assign', exact: true }).click();
  await form.getByText('Create the new customer first, or cancel it.').waitFor();
  await page.keyboard.press('Escape');
  await licenses.closed(form);
});

it('assigns a license to a customer, with a reason', async () => {
  await licenses.open('?_q=POOL-KEY');
  const form = await licenses.choose('POOL-KEY-1', ACTIONS.assign);
  await form.getByText('Its validity starts now: 14 days.').waitFor();
  await form.getByRole('button', { name: 'Assign', exact: true }).click();
  await form.getByText('This field is required.').waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'assign');
  await licenses.pickCustomer('lovelace', 'ada@analytical.example');
  await form.getByRole('textbox', { name: /^Reason/ }).fill('Bought in the shop');
  await form.getByRole('button', { name: 'Assign', exact: true }).click();
  await licenses.closed(form);

  await licenses.toast('License assigned');
  await licenses.row('POOL-KEY-1').getByText('Ada Lovelace').waitFor();
  await licenses.hasMenuFocus('POOL-KEY-1');
  const { documentId, state } = await onServer('POOL-KEY-1');
  expect(state).toBe('assigned');
  expect((await trailOf(scene.admin, documentId))[0]).toMatchObject({
    action: 'assign',
    from: 'available',
    to: 'assigned',
    changes: { reason: { after: 'Bought in the shop' } },
  });
});

it.each([
  ['inactivate', 'active', 'inactive', 'inactivated'],
  ['reactivate', 'inactive', 'active', 'reactivated'],
  ['suspend', 'active', 'suspended', 'suspended'],
  ['unsuspend', 'suspended', 'active', 'unsuspended'],
] as const)('can %s a license, and keeps the reason', async (action, from, to, done) => {
  await licenses.open('?_q=FLOW-KEY');
  await carryOut('FLOW-KEY-1', action, `Because of ${action}`);

  await licenses.toast(`License ${done}`);
  const stateName = to.charAt(0).toUpperCase() + to.slice(1);
  await licenses.row('FLOW-KEY-1').getByText(stateName, { exact: true }).waitFor();
  await licenses.hasMenuFocus('FLOW-KEY-1');
  const { documentId, state } = await onServer('FLOW-KEY-1');
  expect(state).toBe(to);
  expect((await trailOf(scene.admin, documentId))[0]).toMatchObject({
    action,
    from,
    to,
    actorName: 'Super Admin',
    changes: { reason: { after: `Because of ${action}` } },
  });
});

it('says what revoking does before it does it, for good', async () => {
  await licenses.open('?_q=FLOW-KEY');
  await licenses.choose('FLOW-KEY-1', ACTIONS.revoke);
  await dialog().getByText('3 devices are deactivated at once.').waitFor();
  await dialog().getByText('This cannot be undone.').waitFor();
  await look(page, 'revoke');
  await dialog()
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Leaked on a forum');
  await button('Revoke').click();
  await licenses.closed(dialog());

  await licenses.row('FLOW-KEY-1').getByText('Revoked').waitFor();
  const { documentId, ...license } = await onServer('FLOW-KEY-1');
  expect(license).toMatchObject({ state: 'revoked', activationCount: 0 });
  expect((await trailOf(scene.admin, documentId))[0]).toMatchObject({
    action: 'revoke',
    changes: { reason: { after: 'Leaked on a forum' } },
  });
});

it('revokes a suspended license without a moment in which it works again', async () => {
  await licenses.open('?_q=ABUSED-KEY');
  await licenses.choose('ABUSED-KEY-1', ACTIONS.revoke);
  await dialog().getByText('2 devices are deactivated at once.').waitFor();
  await button('Revoke').click();
  await licenses.closed(dialog());

  await licenses.row('ABUSED-KEY-1').getByText('Revoked').waitFor();
  const { documentId } = await onServer('ABUSED-KEY-1');
  const [revocation, release] = await trailOf(scene.admin, documentId);
  expect(revocation).toMatchObject({ action: 'revoke', from: 'active', to: 'revoked' });
  expect(release).toMatchObject({ action: 'unsuspend', from: 'suspended', to: 'active' });
});

it('says in the dialog what the server says against it', async () => {
  await licenses.open('?_q=LATE-KEY');
  await licenses.choose('LATE-KEY-1', ACTIONS.reactivate);
  await dialog()
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Paid at last');
  await button('Reactivate').click();
  await dialog()
    .getByRole('alert')
    .getByText('The license has expired: extend its expiry first.')
    .waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'action-refused');
  expect(await dialog().getByRole('textbox').inputValue()).toBe('Paid at last');
  await page.keyboard.press('Escape');
  await licenses.closed(dialog());
  await licenses.hasMenuFocus('LATE-KEY-1');
});

it('shows what somebody else has done meanwhile', async () => {
  await licenses.open('?_q=RACED-KEY');
  const { documentId } = await onServer('RACED-KEY-1');
  await licenses.choose('RACED-KEY-1', ACTIONS.suspend);
  await scene.admin.post(`/license-keys/licenses/${documentId}/revoke`).send({}).expect(200);
  await button('Suspend').click();
  await dialog().getByRole('alert').waitFor();
  await button('Cancel').click();
  await licenses.row('RACED-KEY-1').getByText('Revoked').waitFor();
});

it('says that the connection is lost, keeps the reason, and sends once however often one clicks', async () => {
  await licenses.open('?_q=OFFLINE-KEY');
  await licenses.choose('OFFLINE-KEY-1', ACTIONS.suspend);
  await dialog()
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Chargeback');
  await page.context().setOffline(true);
  await button('Suspend').click();
  await dialog().getByText('The server cannot be reached.').waitFor();
  await page.context().setOffline(false);

  let requests = 0;
  await page.route('**/suspend', async (route) => {
    requests += 1;
    await route.continue();
  });
  await button('Suspend').dblclick();
  await licenses.closed(dialog());
  await page.unroute('**/suspend');
  expect(requests).toBe(1);
  const { documentId } = await onServer('OFFLINE-KEY-1');
  const [entry, before] = await trailOf(scene.admin, documentId);
  expect(entry).toMatchObject({ action: 'suspend', changes: { reason: { after: 'Chargeback' } } });
  expect(before?.action).not.toBe('suspend');
});

it.each([
  ['of a license in another status', 'STATE-revoked', 'Not possible in status “Revoked”'],
  ['of a license that is gone', undefined, 'License Not Found'],
])('says why nothing can be done where a link %s leads there', async (_what, key, sentence) => {
  const license = key ? (await onServer(key)).documentId : 'nobody';
  await page.goto(`${LIST}?dialog=suspend&license=${license}`);
  await dialog().getByText(sentence).waitFor();
  expect(await dialog().getByRole('textbox').count()).toBe(0);
  await button('Close').click();
  await licenses.closed(dialog());
});

it('is done by the keyboard alone', async () => {
  await licenses.open('?_q=KEYBOARD');
  await licenses.tabTo(licenses.menuButton('KEYBOARD-1'));
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.type('Sus');
  // The menu gives the entry the focus one tick after the last letter.
  await page.waitForFunction(() => document.activeElement?.textContent.startsWith('Suspend'));
  await page.keyboard.press('Enter');
  await dialog().waitFor();
  await licenses.tabTo(dialog().getByRole('textbox', { name: /^Reason/ }));
  await page.keyboard.type('By the keyboard');
  await licenses.tabTo(button('Suspend'));
  await page.keyboard.press('Enter');
  await licenses.closed(dialog());
  await licenses.hasMenuFocus('KEYBOARD-1');
  expect(await onServer('KEYBOARD-1')).toMatchObject({ state: 'suspended' });
});
