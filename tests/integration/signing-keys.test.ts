import { generateKeyPairSync } from 'node:crypto';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { clientOf, startApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import type { Http } from '../support/http';
import { freePort } from '../support/port';
import { runScript } from '../support/script';
import { startServer } from '../support/server';
import { kidOf } from '../support/signatures';
import { lookAtSigningKeys, signingKeyPem } from '../support/signing-key';

let database: TestDatabase;

beforeEach(async () => {
  database = await createDatabase();
});

afterEach(() => database.drop());

const signerOf = async (http: Http): Promise<string> =>
  kidOf(await clientOf(http).validate({ key: 'NO-SUCH-KEY', nonce: 'n' }).expect(200));

const keyCount = async (): Promise<number> => (await database.read(TABLE.signingKey)).length;

describe('a running instance', () => {
  it('follows a rotation by another within half a minute, and makes no key then', async () => {
    const api = await startApi({ database });
    const before = await signerOf(api.http);

    await runScript(['scripts/keys-rotate.mjs'], database.env);
    expect(await signerOf(api.http)).toBe(before);
    await lookAtSigningKeys(api);
    const after = await signerOf(api.http);
    await lookAtSigningKeys(api);

    expect(after).not.toBe(before);
    expect(await signerOf(api.http)).toBe(after);
    expect(await keyCount()).toBe(2);
    await api.stop();
  });

  it.each([
    ['has no LICENSE_SIGNING_KEY', 'has one', '', signingKeyPem()],
    ['has a LICENSE_SIGNING_KEY', 'has none', signingKeyPem(), ''],
  ])('that %s goes on with its key where another %s, and says so once', async (...how) => {
    const [, , own, others] = how;
    const api = await startApi({ database, env: { LICENSE_SIGNING_KEY: own } });
    const warned = jest.spyOn(api.strapi.log, 'warn');
    const before = await signerOf(api.http);
    const other = await startServer({ database, env: { LICENSE_SIGNING_KEY: others } });
    const foreign = await signerOf(other.http);
    expect(foreign).not.toBe(before);

    await lookAtSigningKeys(api);
    await lookAtSigningKeys(api);

    expect([await signerOf(api.http), await signerOf(other.http)]).toEqual([before, foreign]);
    expect(await keyCount()).toBe(2);
    const warnings = warned.mock.calls.map(([line]) => line as unknown as string);
    expect(warnings.filter((line) => line.includes('signs with the key'))).toEqual([
      expect.stringContaining(foreign),
    ]);
    await other.stop();
    await api.stop();
  });
});

describe('a start', () => {
  const start = async (env: Readonly<Record<string, string>>) =>
    runScript(['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
      ...database.env,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      ...env,
    });

  it('ends with a sentence where the key was stored with another ENCRYPTION_KEY', async () => {
    const api = await startApi({ database });
    await api.stop();
    const [stored] = await database.read(TABLE.signingKey);

    const { status, output } = await start({ ENCRYPTION_KEY: 'another' });

    expect(status).toBe(1);
    expect(output).toContain('The signing key was stored with another encryption key');
    expect(output).not.toContain(String(stored?.private_key));
    expect(await database.read(TABLE.signingKey)).toEqual([stored]);
  });

  const rsaPem = (): string =>
    generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();

  it.each([
    ['a key of another kind', rsaPem()],
    ['a key with a part cut off', signingKeyPem().replace(/^(\w{20}).*$/m, '$1')],
    ['no key at all', 'c2VjcmV0IG5vbnNlbnNlIQ=='],
  ])('ends with a sentence where LICENSE_SIGNING_KEY is %s', async (_what, pem) => {
    const { status, output } = await start({ LICENSE_SIGNING_KEY: pem });

    expect(status).toBe(1);
    expect(output).toContain('(LICENSE_SIGNING_KEY) must be an Ed25519 private key');
    const secret = pem.split('\n').find((line) => !line.startsWith('-----')) ?? pem;
    expect(output).not.toContain(secret);
  });
});
