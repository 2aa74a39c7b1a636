import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../support/browser';
import { generatorOf, openGenerators, type Generators } from '../support/generators';
import { licensePage, LIST } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { unique } from '../support/stock';

describe('where the configuration has key functions', () => {
  let app: Generators['app'];
  let admin: Generators['admin'];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ({ app, admin } = await openGenerators({ servesPanel: true }));
    browser = await launchBrowser();
    page = await openPanel(browser, app.url, admin.credentials);
  });

  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('offers them for custom keys, and creates a generator that takes its keys from one', async () => {
    const { field, select, closed, row, choose } = licensePage(page);
    const form = page.getByRole('dialog');
    const choice = form.getByRole('combobox', { name: 'Function' });
    const press = (text: string) => form.getByRole('button', { name: text, exact: true }).click();
    await page.goto(`${LIST}/generators?dialog=create`);
    const name = unique('Partners');
    await field('Name').fill(name);
    await select('Product', 'Pro Plan');
    await form.getByRole('radio', { name: /^Custom/ }).click();
    await form.getByRole('radio', { name: 'from a function' }).click();
    expect(await field('Pattern').count()).toBe(0);
    await press('Create');
    await form.getByText('This field is required.').waitFor();
    expect(await choice.getAttribute('aria-invalid')).toBe('true');

    await choice.click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual([
      'hundred',
      'listed',
      'shared',
      'few',
      'faulty',
      'spaced',
      'named',
    ]);
    await page.getByRole('option', { name: 'listed' }).click();
    await form.getByText('80 bits of entropy').waitFor();
    expect(await form.locator('[aria-busy="false"] code').first().innerText()).toMatch(/^LISTED-/);
    await look(page, 'generators-create-function');
    await press('Create');
    await closed(form);
    await row(name).getByText('Custom').waitFor();
    expect(await generatorOf(admin, name)).toMatchObject({
      type: 'custom',
      format: { function: 'listed' },
    });

    await choose(name, 'Edit');
    await choice.getByText('listed').waitFor();
  });
});
