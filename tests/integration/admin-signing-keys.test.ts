import type { JSONWebKeySet } from 'jose';

import type { SigningKeysAnswer } from '../../src/plugins/license-keys/shared/signing-keys';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { createDatabase } from '../support/database';
import { bodyOf, type Http } from '../support/http';
import { service } from '../support/plugin';
import { runScript, runScriptOn } from '../support/script';
import { kidOf } from '../support/signatures';
import { signingKeyPem } from '../support/signing-key';

const SIGNING_KEYS = '/license-keys/signing-keys';
const KEY_SET = '/api/license-keys/jwks.json';

type Answer = SigningKeysAnswer['data'];

const dataOf = (response: { body: unknown }): Answer =>
  bodyOf<SigningKeysAnswer>(response as { body: SigningKeysAnswer }).data;

const listed = async (admin: Admin): Promise<Answer> =>
  dataOf(await admin.get(SIGNING_KEYS).expect(200));

const rotate = (admin: Admin, retire: unknown) =>
  admin.post(`${SIGNING_KEYS}/rotate`).send({ retire });

const published = async (http: Http): Promise<(string | undefined)[]> =>
  bodyOf<JSONWebKeySet>(await http.get(KEY_SET).expect(200)).keys.map(({ kid }) => kid);

const activeOf = ({ keys }: Answer): string => {
  const [active, ...others] = keys.filter(({ retiredAt }) => retiredAt === null);
  expect(others).toEqual([]);
  return active?.kid ?? '';
};

describe('signing keys that are made here', () => {
  let api: TestApi;
  let admin: Admin;

  beforeAll(async () => {
    api = await startApi({ env: { PUBLIC_URL: 'https://licenses.example.com' } });
    admin = await registerSuperAdmin(api.http);
  });

  afterAll(() => api.stop());

  it('are listed with their public part, and no private one', async () => {
    const response = await admin.get(SIGNING_KEYS).expect(200);

    expect(dataOf(response)).toEqual({
      keys: [
        {
          kid: expect.stringMatching(/^[\w-]{43}$/) as string,
          publicKey: expect.stringContaining('-----BEGIN PUBLIC KEY-----') as string,
          createdAt: expect.any(String) as string,
          retiredAt: null,
        },
      ],
      isGiven: false,
      keySetUrl: 'https://licenses.example.com/api/license-keys/jwks.json',
    });
    expect(response.text).not.toMatch(/PRIVATE|private/);
  });

  it('are replaced by a new one, which is published beside those that are retired', async () => {
    const before = activeOf(await listed(admin));

    const after = dataOf(await rotate(admin, before).expect(200));

    expect(activeOf(after)).not.toBe(before);
    expect(after.keys.map(({ kid }) => kid)).toEqual(await published(api.http));
    expect(after.keys.find(({ kid }) => kid === before)?.retiredAt).toEqual(expect.any(String));
    const answer = await api.client.validate({ key: 'NO-SUCH-KEY', nonce: 'n' });
    expect(kidOf(answer)).toBe(activeOf(after));
  });

  it('are rotated once, when two people do it at the same time', async () => {
    const { keys, ...rest } = await listed(admin);
    const active = activeOf({ keys, ...rest });

    const answers = await Promise.all([rotate(admin, active), rotate(admin, active)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain('EDIT_CONFLICT');
    expect((await listed(admin)).keys).toHaveLength(keys.length + 1);
  });

  it.each([undefined, '', 'x'.repeat(44), 7])('are not rotated for %p', async (retire) => {
    const before = await listed(admin);
    await rotate(admin, retire).expect(400);
    expect(await listed(admin)).toEqual(before);
  });

  it('keep no private part once they are retired', async () => {
    const rows = await api.strapi.db
      .connection('license_keys_signing_keys')
      .select<{ private_key: string | null; retired_at: unknown }[]>('private_key', 'retired_at');
    expect(rows.length).toBeGreaterThan(2);
    for (const { private_key: sealed, retired_at: retiredAt } of rows) {
      expect(sealed).toEqual(retiredAt === null ? expect.stringMatching(/^v1:/) : null);
    }
  });

  it('are rotated from the shell', async () => {
    const before = activeOf(await listed(admin));

    const { status, output } = await runScriptOn(api, 'keys-rotate.mjs');

    const after = activeOf(await listed(admin));
    expect(status).toBe(0);
    expect(after).not.toBe(before);
    expect(output).toMatch(new RegExp(`^${after} .* signs$`, 'm'));
    expect(output).toMatch(new RegExp(`^${before} .* retired `, 'm'));
    expect(await published(api.http)).toEqual(expect.arrayContaining([before, after]));
  });
});

describe('a signing key that LICENSE_SIGNING_KEY gives', () => {
  it('signs, is never stored, and is not rotated here', async () => {
    const api = await startApi({ env: { LICENSE_SIGNING_KEY: signingKeyPem() } });
    const admin = await registerSuperAdmin(api.http);
    const before = await listed(admin);

    expect(before.isGiven).toBe(true);
    const response = await rotate(admin, activeOf(before)).expect(409);
    expect(response.text).toContain('SIGNING_KEY_GIVEN');
    expect(await listed(admin)).toEqual(before);
    expect(
      await api.strapi.db.connection('license_keys_signing_keys').select('private_key')
    ).toEqual([{ private_key: null }]);
    await api.stop();
  });

  it('is not rotated from the shell either, which says so in a sentence', async () => {
    const env = { LICENSE_SIGNING_KEY: signingKeyPem() };
    const api = await startApi({ env });

    expect(await runScript(['scripts/keys-rotate.mjs'], { ...api.database.env, ...env })).toEqual({
      status: 1,
      output: 'The signing key comes from LICENSE_SIGNING_KEY: give another one there.',
    });
    await api.stop();
  });

  it('retires the one before it at the next start', async () => {
    const database = await createDatabase();
    const first = await startApi({ database });
    const [made] = await published(first.http);
    await first.stop();

    const second = await startApi({ database, env: { LICENSE_SIGNING_KEY: signingKeyPem() } });
    const [given, ...retired] = await published(second.http);
    expect(given).not.toBe(made);
    expect(retired).toEqual([made]);
    await second.stop();
    await database.drop();
  });

  it('keeps the time when it signed first, if it is given back after another one', async () => {
    const database = await createDatabase();
    const [first, second] = [signingKeyPem(), signingKeyPem()];
    const keysWith = async (pem: string): Promise<Answer['keys']> => {
      const api = await startApi({ database, env: { LICENSE_SIGNING_KEY: pem } });
      const keys = await service(api.strapi, 'signing').list();
      await api.stop();
      return keys;
    };

    const [made] = await keysWith(first);
    const [other] = await keysWith(second);
    const [again, retired, ...rest] = await keysWith(first);

    expect(again).toEqual(made);
    expect(retired).toEqual({ ...other, retiredAt: expect.any(String) as string });
    expect(rest).toEqual([]);
    await database.drop();
  });
});
