import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createRemoteJWKSet, flattenedVerify, type FlattenedJWS } from 'jose';
import type { Page } from 'playwright-core';

import type { AnswerCode } from '../../src/plugins/license-keys/shared/codes';
import {
  SAMPLE_DEVICE,
  type SampleCall,
  type SampleLanguage,
} from '../../src/plugins/license-keys/shared/samples';
import { bodyOf } from '../support/http';
import { demandPrograms } from '../support/programs';
import { LIST } from '../support/license-page';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { previewPath, tabPanel, unlock } from '../support/preview-page';
import { runSample } from '../support/samples';
import { openScene, type Scene } from '../support/scene';

const API = '/api/license-keys/production';
const KEY_SET = '/api/license-keys/jwks.json';

const VALID_UNTIL = /^Valid until \d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const TITLES = {
  validate: 'Validate',
  activate: 'Activate a device',
  'offline-file': 'Save an offline file',
  verify: 'Verify the offline file',
  deactivate: 'Deactivate the device',
} as const satisfies Record<SampleCall, string>;

const LANGUAGES: [name: string, language: SampleLanguage][] = [
  ['cURL', 'curl'],
  ['PHP', 'php'],
  ['JavaScript', 'javascript'],
  ['Python', 'python'],
];

let scene: Scene;
let page: Page;
let folder: string;
const ids = new Map<SampleLanguage, string>();

const keyFor = (language: SampleLanguage): string => `SAMPLES-FOR-${language.toUpperCase()}`;

const open = async (language: SampleLanguage, tab: string): Promise<void> => {
  await page.goto(previewPath(ids.get(language) ?? '', tab));
  await unlock(page, scene.admin.credentials);
};

beforeAll(async () => {
  demandPrograms('samples');
  scene = await openScene(async ({ license }) => {
    for (const [, language] of LANGUAGES) {
      const { documentId } = await license({ key: keyFor(language), state: 'assigned' });
      ids.set(language, documentId);
    }
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, LIST);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  await scene.close();
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'license-keys-samples-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What the code block under this title shows. */
const shown = (title: string): Promise<string> =>
  tabPanel(page).getByRole('figure', { name: title, exact: true }).locator('pre').innerText();

/** What the server says of the device, and of how many the license has. */
const stateOf = async (language: SampleLanguage): Promise<[AnswerCode, number]> => {
  const { data } = bodyOf<{ data: { code: AnswerCode; license: { activationCount: number } } }>(
    await scene.server.http
      .post(`${API}/validate`)
      .send({ key: keyFor(language), fingerprint: SAMPLE_DEVICE })
      .expect(200)
  );
  return [data.code, data.license.activationCount];
};

describe.each(LANGUAGES)('the samples for %s', (name, language) => {
  const run = async (call: SampleCall): Promise<string> => {
    const { status, output } = await runSample(language, await shown(TITLES[call]), folder);
    expect({ status, output }).toEqual({ status: 0, output });
    return output;
  };

  /** cURL prints the answer as it came; the others print what matters in it. */
  const saysInUse = (code: AnswerCode, count: number): RegExp =>
    language === 'curl'
      ? new RegExp(`"code":"${code}".*"activationCount":${String(count)}\\b`)
      : new RegExp(`^${code} ${String(count)} device\\(s\\) in use$`);

  it('run as the page shows them, and do what they say', async () => {
    await open(language, 'code');
    await tabPanel(page).getByRole('radio', { name }).click();

    expect(await run('validate')).toMatch(
      language === 'curl' ? /"valid":false,"code":"NOT_ACTIVATED"/ : /^Not valid NOT_ACTIVATED /
    );
    expect(await stateOf(language)).toEqual(['NOT_ACTIVATED', 0]);

    expect(await run('activate')).toMatch(saysInUse('ACTIVATED', 1));
    expect(await stateOf(language)).toEqual(['VALID', 1]);

    expect(await run('offline-file')).toBe('Saved license.json and jwks.json');
    const file = JSON.parse(
      readFileSync(path.join(folder, 'license.json'), 'utf8')
    ) as FlattenedJWS;
    const keys = createRemoteJWKSet(new URL(KEY_SET, scene.server.url));
    const { payload } = await flattenedVerify(file, keys);
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      sub: ids.get(language),
      fingerprints: [SAMPLE_DEVICE],
    });

    expect(await run('verify')).toMatch(VALID_UNTIL);

    expect(await run('deactivate')).toMatch(saysInUse('DEACTIVATED', 0));
    expect(await stateOf(language)).toEqual(['NOT_ACTIVATED', 0]);
  });
});

it('copies each as it is shown', async () => {
  await open('curl', 'code');
  for (const [name] of LANGUAGES) {
    await tabPanel(page).getByRole('radio', { name }).click();
    for (const title of Object.values(TITLES)) {
      const code = await shown(title);
      await tabPanel(page)
        .getByRole('button', { name: `Copy the code: ${title}` })
        .click();
      await page.waitForFunction(
        async (expected) => (await navigator.clipboard.readText()).trim() === expected,
        code.trim()
      );
    }
  }
});

it('fits the page at any width', async () => {
  await open('curl', 'code');
  const verify = tabPanel(page).getByRole('figure', { name: TITLES.verify });
  await look(page, 'preview-code', async () => {
    await verify.evaluate((sample) => {
      sample.scrollIntoView({ block: 'start' });
    });
  });
});

it('verifies the file of the Offline tab, saved as that tab says', async () => {
  const fingerprint = 'Ada’s "laptop" $HOME';
  const { http, url } = scene.server;
  await http
    .post(`${API}/activate`)
    .send({ key: keyFor('curl'), fingerprint })
    .expect(201);
  await open('curl', 'offline');
  const started = page.waitForEvent('download');
  await tabPanel(page).getByRole('button', { name: 'Download' }).click();
  await (await started).saveAs(path.join(folder, 'license.json'));
  const keys = await fetch(new URL(KEY_SET, url));
  writeFileSync(path.join(folder, 'jwks.json'), await keys.text());

  for (const [name, language] of LANGUAGES) {
    await tabPanel(page).getByRole('radio', { name }).click();
    expect(await runSample(language, await shown(TITLES.verify), folder)).toEqual({
      status: 0,
      output: expect.stringMatching(VALID_UNTIL) as string,
    });
  }
});
