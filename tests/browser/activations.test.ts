import type { Core } from '@strapi/strapi';
import type { Page } from 'playwright-core';

import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { saved } from '../support/download';
import { LIST, licensePage, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { service } from '../support/plugin';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, LONG_NAME, SYSTEM, type Stock } from '../support/stock';

const FLEET = 25;
const PATH = `${LIST}/activations`;
/** When the fleet was activated, and when the other devices were. */
const EARLY = new Date('2024-01-02T12:00:00Z');
const LATE = new Date('2024-03-05T12:00:00Z');

let scene: Scene;
let page: Page;
let list: LicensePage;

const furnish = async (stock: Stock, strapi: Core.Strapi): Promise<void> => {
  const { product, customer, license } = stock;
  const assigned = { state: 'assigned', activationLimit: -1 } as const;
  const device = async (
    { environment, key }: License,
    name: string,
    days: number,
    activatedAt = LATE
  ) => {
    const fingerprint = `fp-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
    await service(strapi, 'licensing').activate({
      environment,
      key,
      device: { fingerprint, name, platform: 'Linux', ip: '192.0.2.7', metadata: {} },
      actor: SYSTEM,
    });
    await strapi.db
      .connection(TABLE.activation)
      .where({ fingerprint })
      .update({ activated_at: activatedAt, last_verified_at: daysFromNow(-days) });
  };

  const ada = await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  const pro = await product({ name: 'Pro Plan' });
  const adas = await license({ ...assigned, key: 'ADAS-KEY-0001', product: pro, customer: ada });
  await device(adas, 'Laptop', 1);
  await device(adas, 'Kiosk', 40);
  const long = await product({ name: LONG_NAME });
  const theirs = await license({
    ...assigned,
    key: 'LONG-KEY-1',
    product: long,
    customer: await customer({ name: LONG_NAME }),
  });
  await device(theirs, LONG_NAME, 95);
  const fleet = await license({ ...assigned, key: 'FLEET-KEY', product: pro, customer: ada });
  for (let index = 1; index <= FLEET; index += 1) {
    await device(fleet, `Host ${String(index).padStart(2, '0')}`, 200, EARLY);
  }
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  list = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

const open = async (query = ''): Promise<void> => {
  await page.goto(`${PATH}${query}`);
  await page.getByRole('table').waitFor();
};

const row = (text: string) => page.locator('tbody tr').filter({ hasText: text });
const summary = (text: string) => page.getByText(text, { exact: true }).waitFor();
const matching = (count: number) =>
  summary(`${count} matching device${count === 1 ? '' : 's'} in production`);
const param = (name: string): string | null => new URL(page.url()).searchParams.get(name);
const chip = (text: string) => page.getByRole('button', { name: `Remove filter ${text}` });
const bar = () => page.getByRole('group', { name: 'Selected devices' });
const dialog = () => page.getByRole('dialog');
const question = () => page.getByRole('alertdialog');

const openFilters = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('dialog', { name: 'Filters' }).waitFor();
};

const fillDay = async (name: string, text: string): Promise<void> => {
  const field = page.getByRole('combobox', { name, exact: true });
  await field.fill(text);
  await field.press('Tab');
};

/** After a day was filled in: the tooltip of the button that has the focus goes first. */
const closeFilters = async (): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Filters' }).waitFor({ state: 'detached' });
};

describe('the list of activations', () => {
  it('is one of the plugin’s pages, and shows all of a device but the key', async () => {
    await page.getByRole('link', { name: 'Activations', exact: true }).click();
    await summary(`${FLEET + 3} devices in production`);
    const laptop = await row('Laptop').innerText();
    for (const text of ['fp-laptop', 'ADAS-KEY…', 'Pro Plan', 'Ada Lovelace', '192.0.2.7']) {
      expect(laptop).toContain(text);
    }
    expect(laptop).toContain('Active');
    expect(laptop).not.toContain('ADAS-KEY-0001');
    expect(await list.cell(row('Kiosk'), 'Activated')).toBe('Mar 5, 2024');
    expect(await list.cell(row('Kiosk'), 'Last verified')).toBe('40 days ago');
    await look(page, 'activations');
  });

  it('keeps search, filters and sort in the address, and Back undoes them', async () => {
    await open('?sort=device:asc');
    await list.select('Product', 'Pro Plan');
    await matching(FLEET + 2);
    await page.keyboard.press('/');
    await page.keyboard.type('kiosk');
    await matching(1);
    await page.reload();
    await matching(1);
    expect([param('_q'), param('sort')]).toEqual(['kiosk', 'device:asc']);
    await chip('Product: Pro Plan').click();
    await page.waitForURL((address) => !address.searchParams.has('product'));
    await page.goBack();
    await chip('Product: Pro Plan').waitFor();

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await summary(`${FLEET + 3} devices in production`);
    await list.select('Status', 'Deactivated');
    await page.getByText('No device in production matches the search and filters.').waitFor();
    await look(page, 'activations-no-match');
  });

  it('finds idle devices by 30, 60 or 90 days, or a number of one’s own', async () => {
    await open('?pageSize=10');
    await openFilters();
    await list.select('Not seen for', '30 days');
    await matching(FLEET + 2);
    await list.select('Not seen for', '90 days');
    await matching(FLEET + 1);
    await list.select('Not seen for', 'Another number of days');
    const field = page.getByLabel('Days without a sign of life');
    await field.fill('0');
    await page.getByText('A whole number from 1 to 3,650').waitFor();
    expect(param('idleDays')).toBe('90');
    await field.fill('150');
    await matching(FLEET);
    await look(page, 'activations-filters');
    await page.keyboard.press('Escape');
    await chip('Not seen for: 150 days').click();
    await summary(`${FLEET + 3} devices in production`);
  });

  it('finds devices by the days on which they were last verified', async () => {
    await open('?pageSize=10');
    await openFilters();
    await list.select('Last verified', 'Range of dates (UTC)');
    const day = daysFromNow(-100).toISOString().slice(0, 10);
    const [year = '', month = '', date = ''] = day.split('-');
    await fillDay('To', `${month}/${date}/${year}`);
    await matching(FLEET);
    expect(param('verifiedTo')).toBe(day);
    await closeFilters();
    await page.getByRole('button', { name: /^Remove filter Last verified: until / }).click();
    await summary(`${FLEET + 3} devices in production`);
  });

  it('finds devices by the days on which they were activated', async () => {
    await open('?pageSize=10');
    await openFilters();
    await list.select('Activated', 'Range of dates (UTC)');
    await fillDay('From', '01/03/2024');
    await matching(3);
    await fillDay('To', '03/04/2024');
    await summary('No matching devices in production');
    expect([param('activatedFrom'), param('activatedTo')]).toEqual(['2024-01-03', '2024-03-04']);
    await closeFilters();
    await chip('Activated: Jan 3, 2024 – Mar 4, 2024 (UTC)').click();
    await summary(`${FLEET + 3} devices in production`);
  });

  it('leads from a device to those of the same license, and to the license', async () => {
    await open();
    await row('Kiosk').getByRole('button', { name: 'Only devices of license ADAS-KEY…' }).click();
    await matching(2);
    await chip('License Key: ADAS-KEY…').waitFor();
    await row('Kiosk').getByRole('link', { name: 'Preview license ADAS-KEY…' }).click();
    await page.getByRole('dialog', { name: 'License preview' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(LIST);
  });

  it('says when nothing was activated yet, and tries again after an error', async () => {
    await page.goto(`${PATH}?environment=staging`);
    await page.getByText('No license in staging was activated yet.').waitFor();
    await look(page, 'activations-empty');

    await page.route('**/license-keys/activations?**', (route) => route.abort(), { times: 1 });
    await list.select('Environment', 'production');
    await page.getByText('The server cannot be reached').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await summary(`${FLEET + 3} devices in production`);
  });
});

describe('a device', () => {
  const askFor = (device: string) =>
    row(device)
      .getByRole('button', { name: `Deactivate ${device}` })
      .click();

  it('is deactivated after a question that stands in the address', async () => {
    await open('?_q=kiosk');
    await askFor('Kiosk');
    await question().waitFor();
    await page.goBack();
    await question().waitFor({ state: 'detached' });
    await page.goForward();
    await page.reload();
    await question().getByLabel('Reason').fill('Sold');
    await look(page, 'activations-deactivate');

    const path = '**/activations/*/deactivate';
    await page.route(path, (route) => route.abort(), { times: 1 });
    const confirm = question().getByRole('button', { name: 'Deactivate', exact: true });
    await confirm.click();
    await question().getByText('The server cannot be reached').waitFor();
    expect(await question().getByLabel('Reason').inputValue()).toBe('Sold');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/deactivate')) sent.push(request.postData() ?? '');
    });
    await confirm.dblclick();
    await question().waitFor({ state: 'detached' });
    expect(sent).toEqual([JSON.stringify({ reason: 'Sold' })]);
    await row('Kiosk').getByText('Deactivated', { exact: true }).waitFor();
    await row('Kiosk').getByText('by Super Admin').waitFor();
    expect(param('device')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });
});

describe('many devices', () => {
  const figure = (label: string) =>
    dialog()
      .locator('dt', { hasText: label })
      .locator('xpath=following-sibling::dd[1]')
      .innerText();

  /** Selects all that match, by way of one page, and opens the dialog. */
  const choose = async (): Promise<void> => {
    await open('?idleDays=150&sort=device:asc&pageSize=10');
    await matching(FLEET);
    await page.getByRole('checkbox', { name: 'Select all devices on this page' }).click();
    await bar().getByText('10 devices selected').waitFor();
    await bar()
      .getByRole('button', { name: `Select all ${FLEET} that match` })
      .click();
    await bar().getByText(`All ${FLEET} matching devices are selected`).waitFor();
    await bar().getByRole('button', { name: 'Deactivate', exact: true }).click();
    await dialog().getByLabel('Reason').waitFor();
  };

  it('are selected over all pages, and stay so when the dialog is closed', async () => {
    await choose();
    await look(page, 'activations-bulk');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await bar().getByText(`All ${FLEET} matching devices are selected`).waitFor();
    const button = bar().getByRole('button', { name: 'Deactivate', exact: true });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await look(page, 'activations-selected');
  });

  it('are tried first, then deactivated in a job whose results name them', async () => {
    await choose();
    await dialog().getByLabel('Reason').fill('Idle for half a year');
    await dialog().getByRole('button', { name: 'Check', exact: true }).click();
    await dialog()
      .getByRole('heading', { name: `Possible for ${FLEET} of ${FLEET} devices` })
      .waitFor();
    await look(page, 'activations-dry-run');
    await dialog()
      .getByRole('button', { name: `Deactivate ${FLEET} devices` })
      .click();
    await dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor();
    expect(await figure('Done')).toBe(String(FLEET));
    await dialog()
      .getByRole('table', { name: 'Results' })
      .getByRole('cell', { name: 'Host 25' })
      .waitFor();
    await look(page, 'activations-result');

    const [, results] = await saved(page, () =>
      dialog().getByRole('button', { name: 'Download results' }).click()
    );
    expect(results.trimEnd().split('\n')).toHaveLength(FLEET + 1);
    expect(results).toContain(',Host 25');

    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('No device in production matches the search and filters.').waitFor();
  });
});
