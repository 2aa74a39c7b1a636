import type { Page } from 'playwright-core';

import type { AuditItem } from '../../src/plugins/license-keys/shared/audit';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { bodyOf } from '../support/http';
import { licensePage, type LicensePage } from '../support/license-page';
import { licenseOf } from '../support/listing';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { LONG_NAME, type Stock } from '../support/stock';

let scene: Scene;
let page: Page;
let licenses: LicensePage;

const furnish = async ({ product, customer, license }: Stock): Promise<void> => {
  const rows = await product({ name: 'Rows' });
  for (const row of [1, 2, 3]) await license({ key: `ROW-KEY-${String(row)}`, product: rows });

  const long = {
    product: await product({ name: LONG_NAME }),
    customer: await customer({ name: LONG_NAME }),
    key: `LONG-KEY-${'0123456789'.repeat(24)}`,
  };
  await license({ ...long, devices: ['a', 'b'] });
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

it('deletes a license after its first characters are typed, having said what is better', async () => {
  await licenses.open('?_q=LONG-KEY');
  const { documentId } = await licenseOf(scene.admin, 'LONG-KEY');
  await licenses.choose('LONG-KEY', 'Delete License');
  await dialog()
    .getByText('2 devices are deactivated at once, and the history of activations is removed.')
    .waitFor();
  await dialog()
    .getByText(/was first activated on .* Revoke it instead/)
    .waitFor();
  expect(await button('Delete').isDisabled()).toBe(true);
  await look(page, 'delete');

  const field = dialog().getByRole('textbox', { name: 'Type LONG-KEY to confirm' });
  await field.fill('LONG-KE');
  expect(await button('Delete').isDisabled()).toBe(true);
  await field.fill('LONG-KEY');
  await button('Delete').click();
  await licenses.closed(dialog());

  await licenses.toast('License deleted');
  await licenses.row('LONG-KEY').waitFor({ state: 'detached' });
  await page.getByText('No license in production matches').waitFor();
  const left = await scene.admin
    .get('/license-keys/audit-entries')
    .query({ environment: 'production', license: documentId })
    .expect(200);
  const { data } = bodyOf<Paged<AuditItem>>(left);
  expect(data[0]).toMatchObject({ action: 'delete', to: null });
  await page.waitForFunction(() => document.activeElement?.id === 'license-list');
});

it('gives the focus to the row that takes the place of one that has gone', async () => {
  await licenses.open('?_q=ROW-KEY&state=active&sort=key:asc');
  await licenses.choose('ROW-KEY-2', 'Suspend License');
  await button('Suspend').click();
  await licenses.closed(dialog());
  await licenses.row('ROW-KEY-2').waitFor({ state: 'detached' });
  await licenses.hasMenuFocus('ROW-KEY-3');

  await licenses.choose('ROW-KEY-3', 'Delete License');
  await dialog().getByRole('textbox').fill('ROW-KEY-');
  await button('Delete').click();
  await licenses.row('ROW-KEY-3').waitFor({ state: 'detached' });
  await licenses.hasMenuFocus('ROW-KEY-1');

  await licenses.choose('ROW-KEY-1', 'Suspend License');
  await button('Cancel').click();
  await licenses.closed(dialog());
  await licenses.hasMenuFocus('ROW-KEY-1');
});
