import type { Locator, Page, Route } from 'playwright-core';

import { LICENSE_VERBS, permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith } from '../support/admin';
import { hold } from '../support/hold';
import { licensePage } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { daysFromNow, type LicenseWish, type Stock } from '../support/stock';

const STATISTICS = '**/license-keys/statistics?**';
const FIGURES = /\/license-keys\/(statistics|pool-health)\?/;

/** As the attributes of Strapi's home page name them. */
const OURS = 'section[aria-labelledby*="license-keys"]';

const TITLES = [
  'Licenses by status',
  'Licenses that expire soon',
  'Available licenses',
  'License activations',
  'License activity',
];

let scene: Scene;
let page: Page;

const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  const ada = await customer({ name: 'Ada Lovelace' });
  const wishes: LicenseWish[] = [
    { key: 'POOL-KEY-0001', state: 'available' },
    { key: 'POOL-KEY-0002', state: 'available', expiresAt: daysFromNow(5.5) },
    { key: 'SOON-KEY-0001', expiresAt: daysFromNow(2.5), devices: ['a', 'b'] },
    { key: 'SOON-KEY-0002', state: 'suspended', expiresAt: daysFromNow(20.5) },
    { key: 'LATER-KEY-1', expiresAt: daysFromNow(60) },
    { key: 'REVOKED-KEY-1', state: 'revoked', expiresAt: daysFromNow(7) },
  ];
  for (const wish of wishes) await license({ product: pro, customer: ada, ...wish });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials);
});

afterAll(async () => {
  await scene.close();
});

const widget = (title: string): Locator => page.getByRole('region', { name: title });

const openHome = async (): Promise<void> => {
  await page.goto('/admin');
  await widget('Licenses by status').waitFor();
};

/** Strapi's own widgets come first, and what is below the window is in no picture. The titles are Strapi's. */
const lookAtOurs = (name: string): Promise<void> =>
  look(
    page,
    name,
    async () => {
      await page
        .locator(OURS)
        .first()
        .evaluate((widget: Element) => {
          widget.scrollIntoView();
        });
    },
    [`${OURS} > :not(header)`]
  );

const rows = (): Locator => licensePage(page).rows();

it('counts the licenses in each state, and leads to them', async () => {
  await openHome();
  const states = widget('Licenses by status').getByRole('listitem');
  await states.first().waitFor();
  expect((await states.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    'Available 2',
    'Assigned 0',
    'Active 2',
    'Inactive 0',
    'Suspended 1',
    'Expired 0',
    'Revoked 1',
  ]);
  await lookAtOurs('home-widgets');

  await states.getByRole('link', { name: 'Available' }).click();
  await rows().nth(1).waitFor();
  expect(await rows().count()).toBe(2);
});

it('shows what expires within 30 days, and the list that it leads to has as many', async () => {
  await openHome();
  const expiring = widget('Licenses that expire soon');
  await expiring.getByText('3 licenses expire in the next 30 days').waitFor();
  const items = await expiring.getByRole('listitem').allInnerTexts();
  expect(items.map((text) => text.split('\n')[0])).toEqual(['SOON-KEY…', 'POOL-KEY…', 'SOON-KEY…']);
  expect(items[0]).toContain('Pro Plan · Ada Lovelace');
  expect(items[0]).toContain('in 2 days');

  await expiring.getByRole('link', { name: 'All that expire' }).click();
  await rows().nth(2).waitFor();
  const shown = await rows().allInnerTexts();
  expect(shown).toHaveLength(3);
  expect(shown[0]).toContain('SOON-KEY-0001');
});

it('says of which product there are too few licenses left, and leads to what makes more', async () => {
  await openHome();
  const pools = widget('Available licenses');
  await pools.getByText('1 product has fewer than 50 available').waitFor();
  const items = await pools.getByRole('listitem').allInnerTexts();
  expect(items.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(['Pro Plan Low 2 of 50']);

  await pools.getByRole('link', { name: 'Pro Plan' }).click();
  await page.getByRole('heading', { name: 'Generators', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Remove filter Product: Pro Plan' }).waitFor();
});

it('draws the activations of the last 30 days, and says them to who cannot see', async () => {
  await openHome();
  const activations = widget('License activations');

  await activations.getByText('5 activations in the last 30 days').waitFor();
  const chart = activations.getByRole('img', {
    name: /^Activations per day from .*most were 5 on/,
  });
  expect(await chart.locator('rect').count()).toBe(30);
});

it('tells what was done last, by whom, and leads to the license', async () => {
  await openHome();
  const latest = widget('License activity').getByRole('listitem').first();
  await latest.waitFor();
  expect(await latest.innerText()).toMatch(/Revoked\s*REVOKED-…[\s\S]*system/);
  expect(await latest.locator('time').innerText()).toMatch(/^(now|[1-9]\d* minutes? ago)$/);

  await latest.getByRole('link').click();
  await rows().getByText('REVOKED-KEY-1').waitFor();
});

describe('instead of figures', () => {
  const answerWith = async (handler: (route: Route) => Promise<void>): Promise<void> => {
    await page.route(FIGURES, handler);
    await page.goto('/admin');
  };

  afterEach(async () => {
    await page.unrouteAll();
  });

  it('says while it loads that it does', async () => {
    const release = await hold(page, STATISTICS);
    await page.goto('/admin');
    await widget('License activity').getByText('Loading widget content').waitFor();

    release();
    await widget('License activity').getByRole('listitem').first().waitFor();
  });

  it('says that there is nothing yet', async () => {
    await answerWith((route) =>
      route.continue({ url: route.request().url().replace('production', 'development') })
    );

    for (const title of TITLES) {
      await widget(title).getByText('There is nothing in production yet.').waitFor();
    }
    await lookAtOurs('home-widgets-empty');
  });

  it('says what the server said', async () => {
    const message = 'The service is not available for the moment. Try again.';
    await answerWith((route) =>
      route.fulfill({
        status: 503,
        json: { data: null, error: { status: 503, name: 'Down', message, details: {} } },
      })
    );

    for (const title of TITLES) await widget(title).getByText(message).waitFor();
  });
});

it('is not there for a role that may not read licenses, which asks for no figures', async () => {
  const others = LICENSE_VERBS.filter((verb) => verb !== 'read');
  const staff = await createAdminWith(
    scene.server.http,
    scene.admin,
    others.map((verb) => ({ action: permissionId(verb) }))
  );
  const session = await openPanel(scene.browser, scene.server.url, staff.credentials);
  const asked: string[] = [];
  session.on('request', (request) => asked.push(request.url()));
  await session.goto('/admin');
  await session.getByRole('heading', { level: 1 }).waitFor();
  await session.waitForLoadState('networkidle');

  expect(await session.locator(OURS).count()).toBe(0);
  expect(asked.filter((url) => url.includes('/license-keys/'))).toEqual([]);
  await session.context().close();
});

it('is there for a role that may read licenses and nothing else', async () => {
  const staff = await createAdminWith(scene.server.http, scene.admin, [
    { action: permissionId('read') },
  ]);
  const session = await openPanel(scene.browser, scene.server.url, staff.credentials);

  await session
    .getByRole('region', { name: 'Licenses that expire soon' })
    .getByText('3 licenses expire in the next 30 days')
    .waitFor();
  await session.context().close();
});
