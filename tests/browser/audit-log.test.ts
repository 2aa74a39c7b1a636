import type { Core } from '@strapi/strapi';
import type { Page } from 'playwright-core';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { saved } from '../support/download';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { refuseWith } from '../support/hold';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { service } from '../support/plugin';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME, SYSTEM, type Stock } from '../support/stock';

const LOG = `${LIST}/audit-log`;
const HOPPER = {
  ...SYSTEM,
  type: 'admin',
  id: '77',
  name: 'Grace Hopper',
  ip: '2001:db8::77',
} as const;
const SHOP = { ...SYSTEM, type: 'api-token', id: '5', name: LONG_NAME, ip: '203.0.113.5' } as const;

let scene: Scene;
let page: Page;
let list: LicensePage;
let forgedId: number;

const forge = async (strapi: Core.Strapi, documentId: string): Promise<number> => {
  const entries = () => strapi.db.connection(TABLE.auditEntry);
  const [id = 0] = await entries()
    .where({ license_id: documentId, action: 'create' })
    .pluck<number[]>('id');
  await entries().where({ id }).update({ actor_name: 'Nobody' });
  return id;
};

const furnish = async ({ customer, license }: Stock, strapi: Core.Strapi): Promise<void> => {
  const licenses = service(strapi, 'licenses');
  const ada = await customer({ name: 'Ada Lovelace' });
  const charles = await customer({ name: 'Charles Babbage' });
  for (let count = 0; count < 20; count += 1) await license({ state: 'available' });
  const forged = await license({ key: 'FORGED-KEY-0004', environment: 'staging' });
  forgedId = await forge(strapi, forged.documentId);

  const gone = await license({ key: 'GONE-KEY-0003', customer: ada });
  await licenses.delete({ documentId: gone.documentId, actor: HOPPER });
  const suspended = await license({ key: 'OTHER-KEY-0002', customer: ada });
  await licenses.suspend({ documentId: suspended.documentId, actor: SHOP, reason: 'Chargeback' });
  const edited = await license({ key: 'WANTED-KEY-0001', customer: ada, state: 'assigned' });
  await licenses.edit({
    documentId: edited.documentId,
    actor: HOPPER,
    edit: { customer: charles.documentId, activationLimit: 9, features: { seats: 3, tier: 'pro' } },
  });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LOG);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const open = async (query = ''): Promise<void> => {
  await page.goto(`${LOG}${query}`);
  await page.getByRole('table').waitFor();
};

const rows = () =>
  page.locator('main tbody tr').filter({ has: page.getByRole('button', { name: /^Details of/ }) });
const row = (text: string) => rows().filter({ hasText: text });
const count = (text: string) => page.getByText(text, { exact: true }).waitFor();
const dialog = () => page.getByRole('dialog');
const paramIs = (name: string, value: string | null) =>
  page.waitForURL((address) => address.searchParams.get(name) === value);

describe('the list', () => {
  it('tells what happened, the latest first, to which license and by whom', async () => {
    await open();
    await count('28 entries in production');
    expect(await rows().count()).toBe(20);
    const [first = '', second = ''] = await rows().allInnerTexts();
    expect(first).toMatch(/Edited\s+WANTED-K…\s+Grace Hopper \(staff\)\s+2001:db8::77/);
    expect(second).toMatch(/Created\s+WANTED-K…\s+system/);
    await row('OTHER-KE').filter({ hasText: 'Active' }).filter({ hasText: 'Suspended' }).waitFor();
    await look(page, 'audit-log-list');
  });

  it('leads to the license while it is there, and says where it is not', async () => {
    await open('?_q=GONE-KEY-0003');
    await row('GONE-KEY').first().getByText('(deleted)').waitFor();
    expect(await rows().getByRole('link').count()).toBe(0);

    await open('?_q=OTHER');
    await rows().getByRole('link', { name: 'OTHER-KE…' }).first().click();
    await paramIs('dialog', 'preview');
    await dialog().waitFor();
  });

  it('goes back in time by its only sort, and by pages', async () => {
    await open();
    await page.getByRole('button', { name: 'Time' }).click();
    await paramIs('sort', 'occurredAt:asc');
    await open('?sort=occurredAt:asc&page=2');
    await row('WANTED-K').first().waitFor();
  });
});

describe('the filters', () => {
  it('find an actor on the server, and say in words what is chosen', async () => {
    await open();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('combobox', { name: 'Actor' }).fill('hopper');
    await page.getByRole('option', { name: /Grace Hopper/ }).click();
    await paramIs('actorId', '77');
    await count('2 entries in production');
    await look(page, 'audit-log-filters');
    await page.keyboard.press('Escape');

    await list.select('Action', 'Deleted');
    await count('1 entry in production');
    await page.getByRole('button', { name: /Actor: Grace Hopper \(staff\)/ }).click();
    await paramIs('actorId', null);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await count('28 entries in production');
  });

  it('search from the keyboard, and say where nothing matches', async () => {
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('nothing-like-this');
    await page.getByText('No entry in production matches the search and filters.').waitFor();
    await look(page, 'audit-log-no-match');
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await rows().first().waitFor();
  });

  it('stand in the address, with the days and the environment', async () => {
    await page.goto(`${LOG}?environment=development`);
    await page.getByText('Nothing has been recorded in development yet.').waitFor();
    await page.goto(`${LOG}?action=suspend&occurredFrom=2020-01-01&occurredTo=2020-01-31`);
    await page.getByRole('button', { name: /Time: Jan 1, 2020 – Jan 31, 2020/ }).click();
    await row('OTHER-KE').waitFor();
  });
});

describe('the detail', () => {
  it('shows what was replaced by name, and that the license’s chain holds', async () => {
    await open('?action=edit');
    const button = row('WANTED-K').getByRole('button', { name: /^Details of “Edited”/ });
    await list.tabTo(button);
    await page.keyboard.press('Enter');
    await dialog()
      .getByText('Verified: all 2 entries of this chain are as they were written.')
      .waitFor();

    const change = (field: string) =>
      dialog()
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: field }) });
    expect(await change('Customer').innerText()).toMatch(/Ada Lovelace\s+Charles Babbage/);
    expect(await change('Activation limit').innerText()).toMatch(/5\s+9/);
    expect(await change('Feature flags').innerText()).toContain('"seats": 3');
    expect(
      await dialog()
        .getByText(/^[0-9a-f]{64}$/)
        .count()
    ).toBe(2);
    await look(page, 'audit-log-entry');

    await page.keyboard.press('Escape');
    await list.closed(dialog());
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('is in the address: a link restores it, Back closes it, and it leads to the whole chain', async () => {
    await open('?action=suspend');
    await row('OTHER-KE').getByRole('button').click();
    await dialog().getByText('Chargeback').waitFor();
    const link = page.url();
    await page.goBack();
    await list.closed(dialog());

    await page.goto(link);
    await dialog().getByRole('button', { name: 'All entries of this license' }).click();
    await list.closed(dialog());
    await page.getByRole('button', { name: /License: OTHER-KE…/ }).waitFor();
    await count('3 entries in production');
  });

  it('says where there is no such entry', async () => {
    await page.goto(`${LOG}?entry=999999`);
    await dialog().getByText('There is no such audit entry.').waitFor();
  });
});

describe('the chains', () => {
  const verify = () => page.getByRole('button', { name: 'Verify now' });

  it('are verified when somebody asks for it, and what was found stays to be seen', async () => {
    await open();
    await page.getByText(/has not been verified in this session/).waitFor();
    await verify().click();
    await page
      .getByText(/^Verified on .*: all 28 entries since .* are as they were written\.$/)
      .waitFor();
    await look(page, 'audit-log-verified');
    await page.getByRole('button', { name: 'Time' }).click();
    await page.getByText(/all 28 entries/).waitFor();
  });

  it('name the first entry that does not hold, and lead to it', async () => {
    await open('?environment=staging');
    await verify().click();
    await page
      .getByText(
        `the trail is broken at entry ${String(forgedId)} (“Created”, FORGED-K…). Its content was changed.`
      )
      .waitFor();
    await look(page, 'audit-log-broken');
    await page.getByRole('button', { name: 'Show the entry' }).click();
    await paramIs('entry', String(forgedId));
    await dialog()
      .getByText(/Its content was changed\./)
      .waitFor();
  });

  it('say what the server said where they cannot be verified', async () => {
    await open();
    await page.route('**/license-keys/audit-status**', refuseWith(503, 'Try again soon.'), {
      times: 1,
    });
    await verify().click();
    await page.getByText('Try again soon.').waitFor();
    await verify().click();
    await page.getByText(/all 28 entries/).waitFor();
  });
});

it('saves all entries that match as CSV', async () => {
  await open('?_q=OTHER-KEY&sort=occurredAt:asc');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.waitFor();
  await page.reload();
  await dialog.getByText('All 3 rows that match').waitFor();
  const [download, text] = await saved(page, () =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click()
  );

  expect(download.suggestedFilename()).toMatch(/^audit-log-production-\d{4}-\d\d-\d\d\.csv$/);
  const [, ...lines] = text.trimEnd().split('\n');
  expect(lines.map((line) => line.split(',')[1])).toEqual(['create', 'activate', 'suspend']);
});

it('tries again where the server could not answer', async () => {
  await page.route('**/license-keys/audit-entries?**', refuseWith(500, 'Out of order.'), {
    times: 1,
  });
  await page.goto(LOG);
  await page.getByText('Out of order.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows().first().waitFor();
});
