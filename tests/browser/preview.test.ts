import type { Core } from '@strapi/strapi';
import { createRemoteJWKSet, flattenedVerify, type FlattenedJWS } from 'jose';
import type { Page } from 'playwright-core';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import { saved } from '../support/download';
import { bodyOf } from '../support/http';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { previewPath, tabPanel, unlock } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import { DAY, daysFromNow, type LicenseWish, type Stock } from '../support/stock';

const LONG_NAME =
  'Königlich Preußische Gesellschaft für wissenschaftliche Rechenmaschinen und Söhne';

const GRACE_DAYS = 7;
const EXPIRED = daysFromNow(-2);
const GRACE_END = new Date(EXPIRED.getTime() + GRACE_DAYS * DAY);

const FIRST_SEEN = new Date('2026-01-05T10:00:00.000Z');
const LAST_SEEN = new Date('2026-02-06T11:30:00.000Z');

let scene: Scene;
let page: Page;
const ids = new Map<string, string>();

const idOf = (key: string): string => {
  const id = ids.get(key);
  if (!id) throw new Error(`There is no license ${key}.`);
  return id;
};

const furnish = async (
  { product, customer, license }: Stock,
  strapi: Core.Strapi
): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const legacy = await product({ name: 'Legacy Plan', active: false });
  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const long = await customer({ name: LONG_NAME, email: `${'rechnung'.repeat(8)}@example.com` });
  const wishes: LicenseWish[] = [
    {
      key: 'GOOD-KEY-0001',
      activationLimit: 5,
      expiresAt: daysFromNow(40),
      features: { export: true, seats: 3 },
      metadata: { order: 'A-1001' },
    },
    { key: 'OTHER-KEY-0002', customer: long, activationLimit: -1 },
    { key: 'POOL-KEY-0003', state: 'available' },
    { key: 'NEW-KEY-0004', state: 'assigned' },
    { key: 'SUSPENDED-KEY-0005', state: 'suspended' },
    { key: 'INACTIVE-KEY-0006', state: 'inactive' },
    { key: 'REVOKED-KEY-0007', state: 'revoked' },
    { key: 'PAST-KEY-0008', expiresAt: new Date('2025-03-01T12:00:00Z') },
    { key: 'FULL-KEY-0009', activationLimit: 2, devices: ['first', 'second'] },
    { key: 'LEGACY-KEY-0010', state: 'assigned', product: legacy },
    { key: 'EMPTY-KEY-0011', devices: ['returned'] },
    { key: 'GRACE-KEY-0012', expiresAt: EXPIRED },
  ];
  for (const wish of wishes) {
    const { documentId, key } = await license({ product: pro, customer: ada, ...wish });
    ids.set(key, documentId);
  }
  await strapi.db
    .connection(TABLE.activation)
    .where({ fingerprint: 'first' })
    .update({ activated_at: FIRST_SEEN, last_verified_at: LAST_SEEN });
};

beforeAll(async () => {
  scene = await openScene(furnish, {
    env: { LICENSE_GRACE_PERIOD_DAYS: String(GRACE_DAYS) },
  });
  const { http, url } = scene.server;
  const device = { fingerprint: 'laptop-77', name: 'Ada’s laptop', platform: 'linux' };
  const api = '/api/license-keys/production';
  await http
    .post(`${api}/activate`)
    .send({ key: 'GOOD-KEY-0001', ...device })
    .expect(201);
  await http
    .post(`${api}/deactivate`)
    .send({ key: 'EMPTY-KEY-0011', fingerprint: 'returned' })
    .expect(200);
  await scene.admin
    .post(`/license-keys/licenses/${idOf('OTHER-KEY-0002')}/suspend`)
    .send({ reason: 'Chargeback' })
    .expect(200);
  page = await openPanel(scene.browser, url, scene.admin.credentials);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  await scene.close();
});

const open = async (key: string, tab: string): Promise<void> => {
  await page.goto(previewPath(idOf(key), tab));
  await unlock(page, scene.admin.credentials);
};

const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

it('keeps the open tab in the address, and closes to the list', async () => {
  await open('GOOD-KEY-0001', 'details');
  await page.getByRole('tab', { name: 'Audit' }).click();
  await page.waitForURL(/tab=audit/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/tab=code/);

  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.waitForURL((address) => !address.searchParams.has('license'));
  expect(new URL(page.url()).search).not.toContain('tab');
});

it('shows every field of the license', async () => {
  await open('GOOD-KEY-0001', 'details');
  const text = await tabPanel(page).innerText();

  for (const part of [
    'GOOD-KEY-0001',
    'Active',
    'production',
    'Pro Plan',
    'Ada Lovelace',
    'ada@analytical.example',
    '2 / 5',
    '"seats": 3',
    '"order": "A-1001"',
    idOf('GOOD-KEY-0001'),
  ]) {
    expect(text).toContain(part);
  }
  await tabPanel(page)
    .getByRole('button', { name: /^Copy license key/ })
    .click();
  await page.getByText('License key copied').waitFor();
  expect(await copied()).toBe('GOOD-KEY-0001');
  await look(page, 'preview-details');

  await page.goto(previewPath(idOf('OTHER-KEY-0002')));
  await unlock(page, scene.admin.credentials);
  expect(await tabPanel(page).innerText()).toMatch(/Suspended[\s\S]*1 \/ ∞[\s\S]*Lifetime/);
  await look(page, 'preview-details-long');
});

it.each([
  ['GOOD-KEY-0001', ['is valid', 'Its status is “Active”', 'It expires on', '2 of 5 devices']],
  ['POOL-KEY-0003', ['NOT_ASSIGNED', 'belongs to no customer', 'Assign it to a customer']],
  ['NEW-KEY-0004', ['NOT_ACTIVATED', 'No device has activated', 'enters the key in the software']],
  ['SUSPENDED-KEY-0005', ['SUSPENDED', 'The license is suspended', 'Unsuspend it once']],
  ['INACTIVE-KEY-0006', ['INACTIVE', 'The license is inactivated', 'Reactivate it once']],
  ['REVOKED-KEY-0007', ['REVOKED', 'ended for good', 'assign another license']],
  ['PAST-KEY-0008', ['EXPIRED', 'March 8, 2025', 'Extend its expiry', 'RENEW']],
  ['FULL-KEY-0009', ['is valid', 'All slots are taken', '2 of 2 devices in use', 'raise the']],
  ['LEGACY-KEY-0010', ['PRODUCT_INACTIVE', 'Its product is inactive', 'Activate the product']],
])('says why %s validates or does not, on what figures, and what to do', async (key, parts) => {
  await open(key, 'why');
  const text = await tabPanel(page).innerText();

  for (const part of parts) expect(text).toContain(part);
  await page.getByRole('dialog').getByText(key, { exact: true }).waitFor();
});

it('tells of a license in its grace period that it still works, and until when', async () => {
  const day = (date: Date) => date.toLocaleDateString('en-US', { dateStyle: 'full' });
  await open('GRACE-KEY-0012', 'why');
  const text = await tabPanel(page).innerText();
  expect(text).toContain('is valid');
  expect(text).toContain(`It expired on ${day(EXPIRED)}`);
  expect(text).toContain(`its grace period lasts until ${day(GRACE_END)}`);

  await page.getByRole('tab', { name: 'Details' }).click();
  const end = tabPanel(page).locator('dt', { hasText: 'Grace ends' }).locator('xpath=..');
  expect(await end.locator('time').getAttribute('datetime')).toBe(GRACE_END.toISOString());
});

it('answers why the way the public API does', async () => {
  await open('FULL-KEY-0009', 'why');
  await look(page, 'preview-why');
  await open('PAST-KEY-0008', 'why');
  await look(page, 'preview-why-expired');

  const answer = await scene.server.http
    .post('/api/license-keys/production/validate')
    .send({ key: 'PAST-KEY-0008' })
    .expect(200);
  expect(answer.body).toMatchObject({ data: { code: 'EXPIRED' } });
});

it('lists the devices, and deactivates one after asking', async () => {
  await open('GOOD-KEY-0001', 'activations');
  const table = tabPanel(page).getByRole('table');
  const laptop = table.getByRole('row').filter({ hasText: 'laptop-77' });
  await laptop.waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    expect.stringMatching(/device/i),
    expect.stringMatching(/platform, ip/i),
    expect.stringMatching(/first and last seen/i),
    expect.stringMatching(/status/i),
    expect.stringMatching(/actions/i),
  ]);
  expect(await laptop.innerText()).toMatch(/Ada’s laptop[\s\S]*linux[\s\S]*127\.0\.0\.1/);
  expect(await laptop.getByRole('cell').nth(2).locator('time').count()).toBeGreaterThan(0);
  await look(page, 'preview-activations');

  await laptop.getByRole('button', { name: 'Deactivate Ada’s laptop' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText('its slot is free for another device').waitFor();
  await look(page, 'preview-deactivate');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await laptop.getByRole('button', { name: 'Deactivate Ada’s laptop' }).press('Enter');
  await question.getByRole('textbox', { name: /^Reason/ }).fill('Sold on');
  await question.getByRole('button', { name: 'Deactivate' }).click();

  await laptop.getByText('by Super Admin').waitFor();
  expect(await laptop.getByRole('button').count()).toBe(0);
  await page.getByRole('tab', { name: 'Details' }).click();
  await tabPanel(page).getByText('1 / 5').waitFor();
});

it('tells when a device was first and last seen, and who has deactivated it', async () => {
  await open('FULL-KEY-0009', 'activations');
  const row = (device: string) => tabPanel(page).locator('tbody tr').filter({ hasText: device });
  await row('first').waitFor();
  const times = await row('first')
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  expect(times).toEqual([FIRST_SEEN.toISOString(), LAST_SEEN.toISOString()]);

  await open('EMPTY-KEY-0011', 'activations');
  await row('returned').getByText('by the customer').waitFor();
  await open('REVOKED-KEY-0007', 'activations');
  await row('device-1').getByText('by the system').waitFor();
});

it('says that a license was never activated', async () => {
  await open('NEW-KEY-0004', 'activations');

  await tabPanel(page).getByText('This license was never activated.').waitFor();
  await look(page, 'preview-activations-none');
});

it('tells what happened: who, what, when, from where, before and after', async () => {
  const path = `/license-keys/licenses/${idOf('INACTIVE-KEY-0006')}`;
  const { version } = bodyOf<{ data: LicenseDetail }>(await scene.admin.get(path).expect(200)).data;
  await scene.admin.put(path).send({ version, activationLimit: 7 }).expect(200);

  await open('INACTIVE-KEY-0006', 'audit');
  const entries = tabPanel(page).getByRole('listitem');
  const edit = await entries.first().innerText();
  expect(edit).toContain('Edited');
  expect(edit).toMatch(/Super Admin \(staff\) · (::ffff:)?127\.0\.0\.1/);
  expect(edit).toMatch(/Activation limit:\s+before\s+5 →\s+after\s+7/);
  expect(await entries.first().locator('time').getAttribute('datetime')).toMatch(/Z$/);
  expect(await entries.last().innerText()).toContain('Created');
  const inactivation = entries.filter({ hasText: 'Inactivated' });
  expect(await inactivation.first().innerText()).toMatch(/Active\s*→\s*Inactive[\s\S]*system/);

  await page.goto(previewPath(idOf('OTHER-KEY-0002'), 'audit'));
  await unlock(page, scene.admin.credentials);
  expect(await entries.first().innerText()).toMatch(/Suspended[\s\S]*Reason: Chargeback/);
  await look(page, 'preview-audit');
});

describe('the offline file', () => {
  it('says what it is good for, downloads, and verifies', async () => {
    await open('FULL-KEY-0009', 'offline');
    const button = tabPanel(page).getByRole('button', { name: 'Download' });
    await button.waitFor();
    const text = await tabPanel(page).innerText();
    expect(text).toContain('first');
    expect(text).toContain('second');
    const keysUrl = new URL('/api/license-keys/jwks.json', scene.server.url);
    expect(text).toContain(keysUrl.pathname);
    await look(page, 'preview-offline');

    const [download, content] = await saved(page, () => button.click());
    expect(download.suggestedFilename()).toBe(`license-${idOf('FULL-KEY-0009')}.json`);
    const file = JSON.parse(content) as FlattenedJWS;
    const { payload, protectedHeader } = await flattenedVerify(file, createRemoteJWKSet(keysUrl));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      sub: idOf('FULL-KEY-0009'),
      fingerprints: ['first', 'second'],
    });
    expect(text).toContain(protectedHeader?.kid ?? 'no kid');
  });

  it('warns where no device is active', async () => {
    await open('EMPTY-KEY-0011', 'offline');

    await tabPanel(page).getByText('No device holds an activation now').waitFor();
  });

  it('says in the server’s words why a license gets none', async () => {
    await open('SUSPENDED-KEY-0005', 'offline');
    const alert = tabPanel(page).getByRole('alert').filter({ hasText: 'License Suspended' });
    const refusal = await alert.innerText();

    expect(refusal).toContain('“Why”');
    expect(await tabPanel(page).getByRole('button', { name: 'Download' }).count()).toBe(0);
    await look(page, 'preview-offline-refused');
  });
});
