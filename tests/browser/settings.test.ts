import { generateKeyPairSync } from 'node:crypto';

import type { Page } from 'playwright-core';

import { permissionId } from '../../src/plugins/license-keys/shared/permissions';
import type { SigningKeysAnswer } from '../../src/plugins/license-keys/shared/signing-keys';
import { createAdminWith } from '../support/admin';
import { bodyOf } from '../support/http';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';
import { startServer } from '../support/server';

const LIST = '/admin/plugins/license-keys';
const SETTINGS = `${LIST}/settings`;

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene(async ({ license }) => {
    await license({ key: 'STAGING-KEY-1', environment: 'staging', state: 'available' });
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

const navigation = (within = page) => within.getByRole('navigation', { name: 'License Keys' });

describe('the navigation between the plugin’s pages', () => {
  it.each([
    ['in a row where a column would take the table’s room', 1440],
    ['in a column beside a page that has room', 1920],
  ])('stands %s, and keeps the environment', async (_where, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${LIST}?environment=staging`);
    await page.getByText('STAGING-KEY-1').waitFor();
    const table = await page.getByRole('table').boundingBox();

    await navigation().getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(SETTINGS);
    expect(table?.width).toBeGreaterThan(1200);

    await navigation().getByRole('link', { name: 'License Keys' }).click();
    await page.getByText('STAGING-KEY-1').waitFor();
    expect(new URL(page.url()).pathname).toBe(LIST);
  });

  it('leads a role to the first page that it may see, and links no other', async () => {
    const { credentials } = await createAdminWith(scene.server.http, scene.admin, [
      { action: permissionId('read-settings') },
    ]);
    const theirs = await openPanel(scene.browser, scene.server.url, credentials, '/admin');
    await theirs.getByRole('link', { name: 'License Keys' }).click();

    await theirs.waitForURL(`**${SETTINGS}`);
    await theirs.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await navigation(theirs).getByRole('link').allInnerTexts()).toEqual(['Settings']);
    await theirs.context().close();
  });
});

describe('signing keys', () => {
  const table = () => page.getByRole('table', { name: 'Signing keys' });
  const keyIn = async (state: string): Promise<string> => {
    const row = table().locator('tbody tr').filter({ hasText: state }).first();
    return (await row.getByRole('cell').first().innerText()).trim();
  };

  it('are rotated after a dialog has said what that does', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(SETTINGS);
    const before = await keyIn('Signs');
    await page.getByRole('button', { name: 'Rotate the key' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Nothing that was handed out before breaks.').waitFor();
    await look(page, 'settings-rotate');

    await page.reload();
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    expect(await keyIn('Signs')).toBe(before);

    await page.getByRole('button', { name: 'Rotate the key' }).click();
    await dialog.getByRole('button', { name: 'Rotate the key' }).click();
    await dialog.waitFor({ state: 'detached' });
    await table().locator('tbody').getByText('Retired', { exact: true }).waitFor();
    expect(await keyIn('Signs')).not.toBe(before);
    await look(page, 'settings');
    expect(await table().locator('tbody tr').nth(1).innerText()).toContain(before);
  });

  it('say when each signed first, and when it was retired', async () => {
    const response = await scene.admin.get('/license-keys/signing-keys').expect(200);
    const { keys } = bodyOf<SigningKeysAnswer>(response).data;
    const heads = await table().locator('thead th').allTextContents();
    const momentsOf = async (kid: string): Promise<(string | null)[]> => {
      const cells = table().locator('tbody tr').filter({ hasText: kid }).locator('td');
      const inColumn = async (head: string): Promise<string | null> => {
        const cell = cells.nth(heads.indexOf(head));
        const time = cell.locator('time');
        return (await time.count()) > 0 ? time.getAttribute('datetime') : cell.textContent();
      };
      return [await inColumn('First signed'), await inColumn('Retired')];
    };

    expect(keys.map(({ retiredAt }) => retiredAt === null)).toEqual([true, false]);
    for (const { kid, createdAt, retiredAt } of keys) {
      expect(await momentsOf(kid)).toEqual([createdAt, retiredAt ?? '—']);
    }
  });

  it('have public parts to copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .getByRole('button', { name: /^Copy the public key of/ })
      .first()
      .click();
    await page.getByText('Public key copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^-----BEGIN PUBLIC KEY-----/
    );
  });
});

it('says of a key that the installation gives how it is rotated, and offers no button', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const server = await startServer({
    database: scene.server.database,
    env: { LICENSE_SIGNING_KEY: pem },
  });
  const theirs = await openPanel(scene.browser, server.url, scene.admin.credentials, SETTINGS);
  await theirs.getByText('The key comes from the variable LICENSE_SIGNING_KEY').waitFor();

  expect(await theirs.getByRole('button', { name: 'Rotate the key' }).count()).toBe(0);
  const rows = theirs.getByRole('table', { name: 'Signing keys' }).locator('tbody tr');
  expect(await rows.first().innerText()).toContain('Signs');
  expect(await rows.nth(1).innerText()).toContain('Retired');
  await look(theirs, 'settings-given');
  await theirs.context().close();
  await server.stop();
});
