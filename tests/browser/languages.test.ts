import type { Core } from '@strapi/strapi';
import type { Page } from 'playwright-core';

import { TABLE, UID } from '../../src/plugins/license-keys/server/src/uids';
import { REASON_CODES } from '../../src/plugins/license-keys/shared/reasons';
import { insertJob } from '../support/jobs';
import { LIST, licensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { forgetPassword, previewPath, tabPanel, unlock } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, unique, type Stock } from '../support/stock';
import { TRANSLATIONS, untranslated, type Language } from '../support/wording';

const LIMIT = 10_000;
const EXPIRY = new Date('2099-03-04T15:06:00Z');

let scene: Scene;
let page: Page;
let license: string;
let pooled: string;
let generator: string;
let device: string;
let job: number;

/** A job that has met every reason that there is, in the server's English. */
const furnishJob = async (strapi: Core.Strapi): Promise<void> => {
  const message = 'This is the sentence of the server.';
  const refused = REASON_CODES.length;
  job = await insertJob(strapi, {
    state: 'failed',
    subject: 'Grace Hopper',
    payload: { action: 'suspend' },
    total: refused + 1,
    refused,
    error: message,
    error_code: 'IMPORT_GONE',
    finished_at: new Date(),
  });
  const items = REASON_CODES.map((code, index) => ({
    job_id: job,
    line: index,
    target_name: 'Kiosk',
    key_prefix: 'AKTIV-00',
    outcome: 'refused',
    code,
    field: 'customer_email',
    message,
  }));
  await strapi.db.connection.batchInsert(TABLE.jobItem, items, 50);
};

const furnish = async (stock: Stock, strapi: Core.Strapi): Promise<void> => {
  await furnishJob(strapi);
  const product = await stock.product({ name: 'Studio', slug: 'studio' });
  generator = (await stock.generator(product, { name: 'Serie' })).documentId;
  const customer = await stock.customer({ name: 'Ada Lovelace', email: 'ada@example.com' });
  const active = await stock.license({
    key: 'AKTIV-000001',
    product,
    customer,
    activationLimit: LIMIT,
    expiresAt: EXPIRY,
  });
  license = active.documentId;
  const activation = (await strapi.db
    .query(UID.activation)
    .findOne({ where: { license: { documentId: license } } })) as { documentId: string };
  device = activation.documentId;
  const available = await stock.license({ key: 'POOL-0002', product, state: 'available' });
  pooled = available.documentId;
  await stock.license({ key: 'BALD-0003', product, customer, expiresAt: daysFromNow(10.5) });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
});

afterAll(async () => {
  await scene.close();
});

/** Spaces of either kind: which one a locale's numbers have depends on the version of its data. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');

const dialog = () => page.getByRole('dialog').or(page.getByRole('alertdialog'));
const DIALOGS = '[role=dialog], [role=alertdialog]';

const textOf = async (selector: string): Promise<string> =>
  plain(await page.locator(selector).first().innerText());

describe.each(Object.keys(TRANSLATIONS) as Language[])('in %s', (language) => {
  const texts = TRANSLATIONS[language];

  beforeAll(async () => {
    // What the profile page of the panel saves.
    await scene.admin.put('/admin/users/me').send({ preferedLanguage: language }).expect(200);
  });

  it('the list is all in the language, its numbers and times too', async () => {
    await licensePage(page).open();
    await page.getByRole('columnheader', { name: texts['column.actions'] }).waitFor();
    await page.getByText('AKTIV-000001').first().waitFor();
    expect(await untranslated(page, language)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);

    const table = await textOf('main table');
    expect(table).toContain(plain(`1 / ${new Intl.NumberFormat(language).format(LIMIT)}`));
    expect(table).toContain(plain(new Intl.RelativeTimeFormat(language).format(10, 'day')));
    if (language === 'de') await look(page, 'list-de');

    await licensePage(page).open('?state=active');
    await page.getByRole('button', { name: texts['filter.remove'] }).first().waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so are the forms, with what is wrong in them', async () => {
    await page.goto(`${LIST}?dialog=create`);
    await dialog().getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Studio' }).click();
    await dialog().getByRole('textbox', { name: texts['form.limit'] }).fill('0');
    await dialog().getByRole('button', { name: texts['create.send'], exact: true }).click();
    await dialog().locator('[aria-invalid="true"]').first().waitFor();
    expect(await untranslated(page, language)).toEqual([]);
    await page.mouse.move(0, 0);
    if (language === 'de') await look(page, 'create-de');

    for (const [action, id] of [
      ['edit', license],
      ['edit', pooled],
      ['assign', pooled],
      ['suspend', license],
      ['revoke', license],
      ['delete', license],
      ['revoke', pooled],
    ] as const) {
      await page.goto(`${LIST}?dialog=${action}&license=${id}`);
      await dialog().getByRole('heading').first().waitFor();
      await page.getByText(texts['license.loading']).waitFor({ state: 'detached' });
      const found = await untranslated(page, language, DIALOGS);
      expect({ action, found }).toEqual({ action, found: [] });
    }
  });

  it('so are the menus, the panels above the list, and what is done in bulk', async () => {
    await licensePage(page).open();
    const panels = '[role=dialog], [role=menu], [role=listbox]';
    for (const name of ['sort.open', 'export.open', 'filter.more', 'view.title'] as const) {
      await page.getByRole('button', { name: texts[name], exact: true }).first().click();
      await page.locator(panels).first().waitFor();
      const found = await untranslated(page, language, panels);
      expect({ name, found }).toEqual({ name, found: [] });
      await page.keyboard.press('Escape');
      await page.locator(panels).first().waitFor({ state: 'detached' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await untranslated(page, language, panels)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.locator('tbody').getByRole('button').last().click();
    await page.getByRole('menu').waitFor();
    expect(await untranslated(page, language, panels)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.locator('thead').getByRole('checkbox').click();
    const bar = page.getByRole('group', { name: texts['bulk.bar'] });
    await bar.getByRole('button', { name: texts['action.reactivate'], exact: true }).click();
    await dialog().getByRole('button', { name: texts['bulk.check'], exact: true }).click();
    await dialog().getByText(texts['bulk.dryRun.refused']).waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it.each([
    ['generators', 'Serie'],
    ['activations', 'AKTIV-00'],
    ['customers', 'Ada Lovelace'],
    ['products', 'Studio'],
    ['jobs', 'Grace Hopper'],
  ])('so is the page of %s', async (path, shown) => {
    await page.goto(`${LIST}/${path}`);
    await page.locator('main tbody').getByText(shown).first().waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so is the form for a generator, whatever its keys are like', async () => {
    await page.goto(`${LIST}/generators?dialog=create`);
    await dialog().locator('[aria-busy="false"] code').first().waitFor();
    expect(await untranslated(page, language, DIALOGS)).toEqual([]);
    await dialog().getByRole('button', { name: texts['create.send'], exact: true }).click();
    await dialog().locator('[aria-invalid="true"]').first().waitFor();
    for (const [choice, shown] of [
      ['generators.type.custom.what', 'format.pattern'],
      ['format.source.function', 'format.function.none'],
    ] as const) {
      await dialog().getByRole('radio', { name: texts[choice], exact: true }).click();
      await dialog().getByText(texts[shown], { exact: true }).waitFor();
      const found = await untranslated(page, language, DIALOGS);
      expect({ choice, found }).toEqual({ choice, found: [] });
    }
  });

  it('so are the dialogs of a generator, and the keys that it makes', async () => {
    for (const [action, shown] of [
      ['edit', 'generators.edit.effect'],
      ['delete', 'generators.delete.effect'],
      ['generate', 'generate.count'],
    ] as const) {
      await page.goto(`${LIST}/generators?dialog=${action}&generator=${generator}`);
      await dialog().getByText(texts[shown]).waitFor();
      const found = await untranslated(page, language, DIALOGS);
      expect({ action, found }).toEqual({ action, found: [] });
    }
    await dialog().locator('button[type=submit]').click();
    await dialog().getByRole('region', { name: texts['generate.keys'] }).waitFor();
    expect(await untranslated(page, language, DIALOGS)).toEqual([]);
  });

  it('so is what is asked before devices are deactivated', async () => {
    await page.goto(`${LIST}/activations?device=${device}`);
    await dialog().waitFor();
    expect(await untranslated(page, language, DIALOGS)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.locator('thead').getByRole('checkbox').click();
    const bar = page.getByRole('group', { name: texts['devices.bar'] });
    await bar.getByRole('button', { name: texts['activation.deactivate'], exact: true }).click();
    await dialog().getByText(texts['devices.bulk.effect']).waitFor();
    expect(await untranslated(page, language)).toEqual([]);
    await dialog().getByRole('button', { name: texts['bulk.check'], exact: true }).click();
    await dialog().getByText(texts['bulk.dryRun.devices']).waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so is the import, step by step', async () => {
    await page.goto(`${LIST}/import?kind=keys`);
    const input = page.locator('main input[type=file]');
    await input.waitFor({ state: 'attached' });
    expect(await untranslated(page, language)).toEqual([]);

    const lines = ['license_key,wofür,rest', `${unique('IMPORT')},studio,1`, 'IMPORT-0,fehlt,2'];
    const buffer = Buffer.from(lines.join('\n'));
    await input.setInputFiles({ name: 'datei.csv', mimeType: 'text/csv', buffer });
    const product = page.getByRole('combobox', {
      name: texts['import.field.product'],
      exact: true,
    });
    await product.waitFor();
    expect(await untranslated(page, language)).toEqual([]);

    await product.click();
    await page.getByRole('option', { name: 'wofür' }).click();
    await page.getByRole('button', { name: texts['import.check'], exact: true }).click();
    await page.getByRole('table', { name: texts['import.problems.title'] }).waitFor();
    expect(await untranslated(page, language)).toEqual([]);

    await page.locator('main').getByRole('button').last().click();
    const finished = page.getByRole('status').filter({ hasText: texts['job.state.succeeded'] });
    await finished.waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so is a job, with every reason for which an item is refused, and the question before it is deleted', async () => {
    await page.goto(`${LIST}/jobs?job=${job}`);
    const rows = page.getByRole('dialog').locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(REASON_CODES.length);
    expect(await rows.first().innerText()).toContain('Kiosk');
    await rows.filter({ hasText: texts['import.field.customer_email'] }).waitFor();
    expect(await untranslated(page, language)).toEqual([]);

    await page.goto(`${LIST}/jobs?job=${job}&ask=delete`);
    await page.getByRole('alertdialog').waitFor();
    expect(await untranslated(page, language, DIALOGS)).toEqual([]);
  });

  it('so are the settings', async () => {
    await page.goto(`${LIST}/settings`);
    await page.getByRole('table').waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so is the preview, with the dates as they are written there', async () => {
    await forgetPassword(page);
    await page.goto(previewPath(license));
    await page.getByRole('dialog').locator('input[name=password]').waitFor();
    expect(await untranslated(page, language)).toEqual([]);
    await unlock(page, scene.admin.credentials);
    const short = new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    expect(plain(await tabPanel(page).innerText())).toContain(plain(short.format(EXPIRY)));

    for (const tab of ['details', 'why', 'activations', 'audit', 'code', 'offline'] as const) {
      await page.getByRole('tab', { name: texts[`preview.${tab}`], exact: true }).click();
      await page.waitForURL(new RegExp(`tab=${tab}`));
      await page.getByText(texts['license.loading']).waitFor({ state: 'detached' });
      if (tab === 'audit') await tabPanel(page).locator('del, ins').first().waitFor();
      expect({ tab, found: await untranslated(page, language) }).toEqual({ tab, found: [] });
    }
  });

  it('so is the audit log, with an entry of it', async () => {
    await page.goto(`${LIST}/audit-log`);
    await page.locator('main tbody button').first().click();
    await page.getByRole('dialog').getByText(texts['auditLog.requestId']).waitFor();
    expect(await untranslated(page, language)).toEqual([]);
  });

  it('so are the widgets of the home page and the global search', async () => {
    await page.goto('/admin');
    await page
      .getByRole('region', { name: texts['widget.activity'] })
      .getByRole('listitem')
      .first()
      .waitFor();
    const widgets = 'section[aria-labelledby*="license-keys"]';
    expect(await untranslated(page, language, widgets)).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByText(texts['globalSearch.hint']).waitFor();
    expect(await untranslated(page, language, '[role=dialog]')).toEqual([]);
  });
});
