import type { Page } from 'playwright-core';

import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { LIST, licensePage } from '../support/license-page';
import { look } from '../support/look';
import { newSession, openPanel, signIn } from '../support/panel';
import { forgetPassword, previewPath, tabPanel, unlock } from '../support/preview-page';
import { openScene, type Scene } from '../support/scene';

let scene: Scene;
let page: Page;
let suspended: License;

beforeAll(async () => {
  scene = await openScene(async ({ license }) => {
    await license({ key: 'GOOD-KEY-0001' });
    await license({ key: 'OTHER-KEY-0002' });
    suspended = await license({ key: 'SUSPENDED-KEY-0005', state: 'suspended' });
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
});

afterAll(async () => {
  await scene.close();
});

const openFromMenu = (key: string) => licensePage(page).choose(key, 'Preview');

describe('the password', () => {
  it('is asked for first, and a wrong one is said at its field', async () => {
    await forgetPassword(page);
    await page.goto(LIST);
    await openFromMenu('GOOD-KEY-0001');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Your password');
    await field.waitFor();
    expect(await dialog.getByRole('tablist').count()).toBe(0);
    await look(page, 'preview-password');

    await field.fill('not my password');
    await field.press('Enter');
    await dialog.getByText('The password is not right.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  it('once given opens this license and the next, also where the page was left meanwhile', async () => {
    await unlock(page, scene.admin.credentials);
    expect(await tabPanel(page).innerText()).toContain('GOOD-KEY-0001');

    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await openFromMenu('OTHER-KEY-0002');
    await tabPanel(page).getByText('OTHER-KEY-0002', { exact: true }).waitFor();

    await page.reload();
    await tabPanel(page).getByText('OTHER-KEY-0002', { exact: true }).waitFor();
  });
});

it('leads from a shared link through the login to the license and its tab', async () => {
  const session = await newSession(scene.browser, scene.server.url);
  await session.goto(previewPath(suspended.documentId, 'why'));
  await session.waitForURL(/\/admin\/auth\/login/);
  await signIn(session, scene.admin.credentials);
  await unlock(session, scene.admin.credentials);

  expect(await tabPanel(session).innerText()).toContain('The license is suspended.');
  expect(await session.getByRole('tab', { name: 'Why' }).getAttribute('aria-selected')).toBe(
    'true'
  );
  await session.context().close();
});
