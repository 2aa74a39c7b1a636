import type { Core } from '@strapi/strapi';
import type { Locator } from 'playwright-core';

import { LICENSE_VERBS, type LicenseVerb } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith, type Staff } from '../support/admin';
import type { Stage } from '../support/controls';
import { insertJob } from '../support/jobs';
import { LIST, licensePage } from '../support/license-page';
import { openPanel } from '../support/panel';
import { PERMISSIONS, permissionsFor, send } from '../support/permissions';
import { openScene, type Scene } from '../support/scene';
import type { Stock } from '../support/stock';
import { eventually } from '../support/wait';

let scene: Scene;
let staff: Staff;
let stage: Stage;
let licenses: Stage['licenses'];
let exportJob: number;

const furnish = async (
  { product, generator, license }: Stock,
  strapi: Core.Strapi
): Promise<void> => {
  const pro = await product({ name: 'Pro Plan' });
  await generator(pro);
  licenses = {
    available: await license({ product: pro, state: 'available' }),
    active: await license({ product: pro }),
    inactive: await license({ product: pro, state: 'inactive' }),
    suspended: await license({ product: pro, state: 'suspended' }),
  };
  exportJob = await insertJob(strapi, { payload: { action: 'export' }, total: 1, succeeded: 1 });
};

beforeAll(async () => {
  scene = await openScene(furnish);
  const { server, browser, admin } = scene;
  staff = await createAdminWith(server.http, admin, permissionsFor(LICENSE_VERBS));
  const page = await openPanel(browser, server.url, staff.credentials);
  const { password } = staff.credentials;
  stage = { page, licenses, exportJob, product: 'Pro Plan', password };
});

afterAll(async () => {
  await scene.close();
});

const permitAllBut = async (...missing: LicenseVerb[]): Promise<void> => {
  await staff.permit(permissionsFor(LICENSE_VERBS.filter((verb) => !missing.includes(verb))));
};

const isOffered = async (control: Locator): Promise<boolean> =>
  (await control.isVisible()) && (await control.isEnabled());

const toBeOffered = async (control: Locator): Promise<void> => {
  await eventually(async () => {
    expect(await isOffered(control)).toBe(true);
  });
};

describe.each(LICENSE_VERBS)('without the permission to %s', (verb) => {
  const { controls, endpoints } = PERMISSIONS[verb];

  it('the page does not offer it, as it does with the permission', async () => {
    await permitAllBut();
    let offers = 0;
    for (const find of [controls].flat()) {
      for (const { control } of await find(stage)) {
        await toBeOffered(control);
        offers += 1;
      }
    }
    expect(offers).toBeGreaterThan(0);

    await permitAllBut(verb);
    for (const find of [controls].flat()) {
      for (const { control, landmark, obstacle } of await find(stage)) {
        await toBeOffered(landmark);
        expect(await isOffered(control)).toBe(false);
        if (obstacle) await control.getByText(obstacle).waitFor();
      }
    }
  });

  it('the server answers 403', async () => {
    for (const endpoint of endpoints) {
      const { status } = await send(endpoint, staff);
      expect({ ...endpoint, status }).toEqual({ ...endpoint, status: 403 });
    }
  });
});

it('lets a role that may not read licenses make a generator, and generate by it', async () => {
  await staff.permit(permissionsFor(['read-generators', 'create-generator', 'generate']));
  const { page, product } = stage;
  const { field, select, choose, closed } = licensePage(page);
  const dialog = page.getByRole('dialog');
  await page.goto(`${LIST}/generators?dialog=create`);
  await field('Name').fill('Mine');
  await select('Product', product);
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await closed(dialog);

  await choose('Mine', 'Generate licenses');
  await field('How many').fill('1001');
  await dialog.getByRole('button', { name: /^Generate/ }).click();
  await dialog.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  expect(await dialog.getByRole('link').count()).toBe(0);
});
