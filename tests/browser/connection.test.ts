import type { Locator, Page } from 'playwright-core';

import { refuseWith } from '../support/hold';
import { licensePage, LIST, type LicensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { forgetPassword, previewPath, unlock } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';
import { eventually } from '../support/wait';

let scene: Scene;
let page: Page;
let licenses: LicensePage;
const ids: Record<string, string> = {};

const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await customer({ name: 'Ada Lovelace', email: 'ada@analytical.example' });
  for (const key of ['POOL-1', 'POOL-2']) {
    const pooled = await license({ key, product: pro, state: 'available' });
    ids[key] = pooled.documentId;
  }
  const active = await license({ key: 'ACTIVE-1', product: pro, devices: ['laptop'] });
  ids['ACTIVE-1'] = active.documentId;
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  licenses = licensePage(page);
});

afterAll(async () => {
  await scene.close();
});

/** Also after a test that has failed. */
afterEach(async () => {
  await page.context().setOffline(false);
});

interface Form {
  name: string;
  /** Fills it in; the request that it sends then goes there. */
  fill: () => Promise<void>;
  url: string;
  button: string;
  /** What the button says after a failure, where that is something else. */
  again?: string;
  /** What was typed, which a lost connection must not take. */
  typed: () => Promise<string>;
  /** That it was carried out. */
  done: () => Promise<void>;
}

const dialog = () => page.getByRole('dialog').or(page.getByRole('alertdialog')).last();
const viewName = () => dialog().getByLabel('Name for the current filters and sort');
const reason = () => dialog().getByRole('textbox', { name: /^Reason/ });

const openAssign = async (key: string): Promise<void> => {
  await page.goto(`${LIST}?dialog=assign&license=${ids[key] ?? ''}`);
  await licenses.pickCustomer('lovelace', 'ada@analytical.example');
};

/** The dialog for a bulk action, with a reason. */
const openSuspend = async (): Promise<void> => {
  await licenses.open('?_q=ACTIVE-1');
  await licenses.row('ACTIVE-1').getByRole('checkbox').click();
  await page
    .getByRole('group', { name: 'Selected licenses' })
    .getByRole('button', { name: 'Suspend', exact: true })
    .click();
  await reason().fill('Chargeback');
};

const isPossible = () =>
  dialog().getByRole('heading', { name: 'Possible for 1 of 1 license' }).waitFor();

const FORMS: Form[] = [
  {
    name: 'assigning a license',
    fill: async () => {
      await openAssign('POOL-1');
      await reason().fill('Bought');
    },
    url: '**/assign',
    button: 'Assign',
    typed: () => reason().inputValue(),
    done: () => licenses.toast('License assigned'),
  },
  {
    name: 'a new customer',
    fill: async () => {
      await page.goto(`${LIST}?dialog=assign&license=${ids['POOL-2'] ?? ''}`);
      await dialog().getByRole('button', { name: 'New customer' }).click();
      await dialog().getByRole('textbox', { name: /^Name/ }).fill('Grace Hopper');
      await dialog().getByLabel('E-mail').fill('grace@navy.example');
    },
    url: '**/license-keys/customers',
    button: 'Create customer',
    typed: () => dialog().getByLabel('E-mail').inputValue(),
    done: () => dialog().getByLabel('E-mail').waitFor({ state: 'detached' }),
  },
  {
    name: 'the password of a preview',
    fill: async () => {
      await forgetPassword(page);
      await page.goto(previewPath(ids['ACTIVE-1'] ?? ''));
      await dialog().getByLabel('Your password').fill(scene.admin.credentials.password);
    },
    url: '**/preview/unlock',
    button: 'Show the license',
    typed: () => dialog().getByLabel('Your password').inputValue(),
    done: () => dialog().getByRole('tablist').waitFor(),
  },
  {
    name: 'deactivating a device',
    fill: async () => {
      await page.goto(previewPath(ids['ACTIVE-1'] ?? '', 'activations'));
      await unlock(page, scene.admin.credentials);
      await dialog().getByRole('button', { name: 'Deactivate laptop' }).click();
      await reason().fill('Stolen');
    },
    url: '**/deactivate',
    button: 'Deactivate',
    typed: () => reason().inputValue(),
    done: () => licenses.toast('Device deactivated'),
  },
  {
    name: 'saving a view',
    fill: async () => {
      await licenses.open('?_q=POOL');
      await page.getByRole('button', { name: 'Saved views' }).click();
      await viewName().fill('Mine');
    },
    url: '**/license-keys/views',
    button: 'Save view',
    typed: () => viewName().inputValue(),
    done: () => licenses.toast('View “Mine” saved'),
  },
  {
    name: 'starting an export',
    fill: async () => {
      await licenses.open('?_q=POOL');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await dialog().getByRole('radio', { name: 'JSON' }).click();
    },
    url: '**/license-keys/exports/licenses',
    button: 'Export',
    again: 'Try again',
    typed: async () => String(await dialog().getByRole('radio', { name: 'JSON' }).isChecked()),
    done: () => licenses.toast('.json saved'),
  },
  {
    name: 'checking a bulk action',
    fill: openSuspend,
    url: '**/license-keys/bulk/dry-run',
    button: 'Check',
    typed: () => reason().inputValue(),
    done: isPossible,
  },
  {
    name: 'starting a bulk action',
    fill: async () => {
      await openSuspend();
      await dialog().getByRole('button', { name: 'Check', exact: true }).click();
      await isPossible();
    },
    url: '**/license-keys/bulk',
    button: 'Suspend: 1 license',
    typed: () =>
      dialog()
        .getByRole('heading', { name: /^Possible/ })
        .innerText(),
    done: () => dialog().getByRole('status').filter({ hasText: 'Finished' }).waitFor(),
  },
];

describe.each(FORMS)('$name', ({ fill, url, button, again = button, typed, done }) => {
  it('says that the connection is lost, keeps what was typed, and is sent once', async () => {
    await fill();
    const before = await typed();
    const submit = (name: string) => dialog().getByRole('button', { name, exact: true });
    await page.context().setOffline(true);
    await submit(button).click();
    await dialog().getByText('The server cannot be reached.').waitFor();
    expect(await typed()).toBe(before);
    await page.context().setOffline(false);

    let requests = 0;
    await page.route(url, async (route) => {
      if (route.request().method() === 'POST') requests += 1;
      await route.continue();
    });
    await submit(again).dblclick();
    await done();
    await page.unroute(url);
    expect(requests).toBe(1);
  });
});

it('tells in a toast what the server says against deleting a saved view', async () => {
  await licenses.open('?_q=POOL');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await viewName().fill('Pool ones');
  await page.keyboard.press('Enter');
  const remove = dialog().getByRole('button', { name: 'Delete view “Pool ones”' });
  await remove.waitFor();
  await page.route('**/license-keys/views/*', refuseWith(503, 'Not just now.'));
  await remove.click();
  await licenses.toast('Not just now.');
  await page.unroute('**/license-keys/views/*');
});

describe('code that does not arrive', () => {
  const unreachable = () =>
    page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' });

  it('of the global search leaves what is open as it is', async () => {
    const search = () => page.getByRole('dialog', { name: /^Search licenses/ });
    const openSearch = async (wanted: Locator): Promise<void> =>
      eventually(async () => {
        await page.keyboard.press('Control+k');
        await wanted.first().waitFor({ timeout: 2000 });
      });
    await page.goto(LIST);
    await licenses.row('ACTIVE-1').waitFor();

    await page.context().setOffline(true);
    await openSearch(page.getByText('A part of the panel could not be loaded.'));
    await page.getByRole('heading', { name: 'License Keys', level: 1 }).waitFor();

    await page.context().setOffline(false);
    await page.reload();
    await openSearch(search());
    await page.keyboard.press('Escape');
  });

  it('of a page says so in its place, and is fetched once the connection is back', async () => {
    await page.goto(LIST);
    await licenses.row('ACTIVE-1').waitFor();

    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await unreachable().getByRole('button', { name: 'Try again' }).waitFor();
    await look(page, 'page-unloaded');

    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  });
});
