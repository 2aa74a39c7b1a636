import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createLocalJWKSet, flattenedVerify, type FlattenedJWS, type JSONWebKeySet } from 'jose';

import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { daysFromNow } from '../support/stock';

let app: TestApi;

beforeAll(async () => {
  app = await startApi();
});

afterAll(async () => {
  await app.stop();
});

const keySet = async (): Promise<JSONWebKeySet> =>
  bodyOf<JSONWebKeySet>(await app.http.get('/api/license-keys/jwks.json').expect(200));

const fetchFile = async (body: object): Promise<FlattenedJWS> =>
  bodyOf<FlattenedJWS>(
    await app.http.post('/api/license-keys/production/offline-file').send(body).expect(200)
  );

const keyOf = async (jws: { protected?: string }) => {
  const { kid } = JSON.parse(Buffer.from(jws.protected ?? '', 'base64url').toString('utf8')) as {
    kid: string;
  };
  const jwk = (await keySet()).keys.find((key) => key.kid === kid);
  if (!jwk) throw new Error('The key set lacks the key that signed.');
  return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
};

const signedBytes = (jws: FlattenedJWS): Buffer =>
  Buffer.from(`${jws.protected ?? ''}.${jws.payload}`);

const claimsOf = ({ payload }: FlattenedJWS) =>
  JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;

describe('an offline file', () => {
  it('states the license and the device, and never the key', async () => {
    const license = await app.stock.license({
      devices: ['device-1'],
      features: { seats: 3 },
      expiresAt: daysFromNow(100),
    });
    const file = await fetchFile({ key: license.key, fingerprint: 'device-1', ttlHours: 2 });
    const claims = claimsOf(file);

    expect(claims).toMatchObject({
      sub: license.documentId,
      env: 'production',
      state: 'active',
      features: { seats: 3 },
      activation_limit: 5,
      fingerprints: ['device-1'],
      key_sha256: createHash('sha256').update(license.key).digest('hex'),
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(2 * 60 * 60);
    expect(JSON.stringify(claims)).not.toContain(license.key);
  });

  it('lasts a day at the most, and not longer than its license', async () => {
    const lifetime = await app.stock.license({ devices: ['d'] });
    const day = claimsOf(await fetchFile({ key: lifetime.key, fingerprint: 'd' }));
    expect(Number(day.exp) - Number(day.iat)).toBe(24 * 60 * 60);

    const expiresAt = daysFromNow(0.25);
    const short = await app.stock.license({ devices: ['d'], expiresAt });
    const { exp } = claimsOf(await fetchFile({ key: short.key, fingerprint: 'd' }));
    expect(exp).toBe(Math.floor(expiresAt.getTime() / 1000));
  });

  it('verifies with jose, and with one byte changed it does not', async () => {
    const license = await app.stock.license({ devices: ['d'] });
    const file = await fetchFile({ key: license.key, fingerprint: 'd' });
    const keys = createLocalJWKSet(await keySet());

    const { protectedHeader } = await flattenedVerify(file, keys);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA' });
    const forged = Buffer.from(JSON.stringify({ ...claimsOf(file), activation_limit: 999 }));
    await expect(
      flattenedVerify({ ...file, payload: forged.toString('base64url') }, keys)
    ).rejects.toThrow('signature verification failed');
  });

  it('verifies with OpenSSL', async () => {
    const license = await app.stock.license({ devices: ['d'] });
    const file = await fetchFile({ key: license.key, fingerprint: 'd' });
    const folder = mkdtempSync(path.join(tmpdir(), 'license-keys-offline-'));
    const at = (name: string) => path.join(folder, name);
    try {
      const publicKey = await keyOf(file);
      writeFileSync(at('key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
      writeFileSync(at('signature'), Buffer.from(file.signature, 'base64url'));
      writeFileSync(at('signed'), signedBytes(file));
      const check = () =>
        execFileSync(
          'openssl',
          ['pkeyutl', '-verify', '-pubin', '-inkey', at('key.pem'), '-rawin'].concat([
            '-in',
            at('signed'),
            '-sigfile',
            at('signature'),
          ]),
          { stdio: 'pipe' }
        ).toString();

      expect(check()).toContain('Signature Verified Successfully');
      writeFileSync(at('signed'), `${signedBytes(file).toString()}x`);
      expect(check).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a device that is not active', 'NOT_ACTIVATED', 403, {}],
    ['a suspended license', 'SUSPENDED', 403, { state: 'suspended' as const }],
  ])('is refused for %s', async (_what, code, status, wish) => {
    const license = await app.stock.license({ ...wish, devices: ['d'] });
    const response = await app.http
      .post('/api/license-keys/production/offline-file')
      .send({ key: license.key, fingerprint: 'other' })
      .expect(status);
    expect(bodyOf<{ error: { details: object } }>(response).error.details).toMatchObject({ code });
  });

  it.each([0, 25, 1.5, '2'])('takes no ttlHours of %p', async (ttlHours) => {
    const response = await app.http
      .post('/api/license-keys/production/offline-file')
      .send({ key: 'KEY-1', fingerprint: 'd', ttlHours })
      .expect(400);
    expect(response.text).toContain('ttlHours');
  });
});

describe('an answer to a request with a nonce', () => {
  const verifies = async (response: { text: string; headers: Record<string, string> }) => {
    const [header = '', payload, signature = ''] = (
      response.headers['license-signature'] ?? ''
    ).split('.');
    expect(payload).toBe('');
    const bytes = Buffer.from(response.text).toString('base64url');
    return verify(
      null,
      Buffer.from(`${header}.${bytes}`),
      await keyOf({ protected: header }),
      Buffer.from(signature, 'base64url')
    );
  };

  const post = (action: string, body: object, environment = 'production') =>
    app.http.post(`/api/license-keys/${environment}/${action}`).send(body);

  it.each([
    ['a validation', 'validate', { key: 'NO-SUCH-KEY', nonce: 'n-1' }, 200],
    ['a refused activation', 'activate', { key: 'NO-SUCH-KEY', fingerprint: 'd', nonce: 'n' }, 404],
    ['a bad request', 'validate', { nonce: 'n' }, 400],
  ])('is signed: %s', async (_what, action, body, status) => {
    const response = await post(action, body).expect(status);
    expect(await verifies(response)).toBe(true);
    expect(response.type).toBe('application/json');
  });

  it('is signed where the environment does not exist', async () => {
    const response = await post('validate', { key: 'K', nonce: 'n' }, 'nowhere').expect(404);
    expect(await verifies(response)).toBe(true);
  });

  it('is not signed without a nonce', async () => {
    const response = await post('validate', { key: 'NO-SUCH-KEY' }).expect(200);
    expect(response.headers).not.toHaveProperty('license-signature');
  });
});

describe('signing keys', () => {
  it('can be rotated without invalidating what was handed out', async () => {
    const license = await app.stock.license({ devices: ['d'] });
    const before = await fetchFile({ key: license.key, fingerprint: 'd' });
    await service(app.strapi, 'signing').rotate();
    const after = await fetchFile({ key: license.key, fingerprint: 'd' });

    const keys = createLocalJWKSet(await keySet());
    expect(after.protected).not.toBe(before.protected);
    await flattenedVerify(before, keys);
    await flattenedVerify(after, keys);
  });

  it('are stored encrypted, and only their public part is published', async () => {
    const rows = await app.strapi.db
      .connection('license_keys_signing_keys')
      .select<{ private_key: string }[]>('private_key');
    expect(rows.map(({ private_key: sealed }) => sealed)).toEqual(
      rows.map(() => expect.stringMatching(/^v1:/) as string)
    );
    for (const key of (await keySet()).keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    }
  });
});
