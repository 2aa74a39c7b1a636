import { createHash } from 'node:crypto';

import { createLocalJWKSet, flattenedVerify, type FlattenedJWS, type JSONWebKeySet } from 'jose';

import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { isSigned } from '../support/signatures';
import { daysFromNow } from '../support/stock';

const ISSUER = 'https://licenses.example.com';

let app: TestApi;

beforeAll(async () => {
  app = await startApi({ env: { PUBLIC_URL: ISSUER } });
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

const claimsOf = ({ payload }: FlattenedJWS) =>
  JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;

describe('an offline file', () => {
  it('states the license and the device, and never the key', async () => {
    const product = await app.stock.product({ name: 'Pro Plan' });
    const expiresAt = daysFromNow(100);
    const license = await app.stock.license({
      product,
      devices: ['device-1', 'device-2'],
      activationLimit: 7,
      features: { seats: 3 },
      expiresAt,
    });
    const file = await fetchFile({ key: license.key, fingerprint: 'device-1', ttlHours: 2 });
    const claims = claimsOf(file);

    expect(claims).toStrictEqual({
      iss: ISSUER,
      sub: license.documentId,
      iat: expect.any(Number) as number,
      exp: Number(claims.iat) + 2 * 60 * 60,
      env: 'production',
      product: { id: product.documentId, name: 'Pro Plan', slug: product.slug },
      state: 'active',
      features: { seats: 3 },
      license_expires_at: expiresAt.toISOString(),
      activation_limit: 7,
      fingerprints: ['device-1'],
      key_sha256: createHash('sha256').update(license.key).digest('hex'),
    });
    expect(Buffer.from(file.payload, 'base64url').toString()).not.toContain(license.key);
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
  const post = (action: string, body: object, environment = 'production') =>
    app.http.post(`/api/license-keys/${environment}/${action}`).send(body);

  it.each([
    ['a validation', 'validate', { key: 'NO-SUCH-KEY' }, 200],
    ['a refused activation', 'activate', { key: 'NO-SUCH-KEY', fingerprint: 'd' }, 404],
    ['a bad request', 'validate', {}, 400],
  ])('is signed: %s', async (_what, action, body, status) => {
    const response = await post(action, { ...body, nonce: 'n-1' }).expect(status);
    expect(await isSigned(app.http, response, 'n-1')).toBe(true);
    expect(response.type).toBe('application/json');
  });

  it.each(['', 'ü'.repeat(128), '"\\\n.', '\ud800'])(
    'is signed with the nonce %j',
    async (nonce) => {
      const response = await post('validate', { key: 'NO-SUCH-KEY', nonce });
      expect(await isSigned(app.http, response, nonce)).toBe(true);
    }
  );

  it('is signed for that request alone, also where the body does not tell which it was', async () => {
    const { key } = await app.stock.license({ devices: ['d'] });
    const body = { key, fingerprint: 'd' };
    const asks = [
      () => post('validate', { ...body, nonce: 'n-1' }).expect(200),
      () => post('offline-file', { ...body, nonce: 'n-1' }).expect(200),
      () => post('offline-file', { ...body, fingerprint: 'e', nonce: 'n-1' }).expect(403),
      () => post('activate', { ...body, key: 'NO-SUCH-KEY', nonce: 'n-1' }).expect(404),
      () => post('validate', { nonce: 'n-1' }).expect(400),
    ];
    for (const ask of asks) {
      const recorded = await ask();
      expect(await isSigned(app.http, recorded, 'n-1')).toBe(true);
      expect(await isSigned(app.http, recorded, 'n-2')).toBe(false);
    }
  });

  it('is signed where the environment does not exist', async () => {
    const response = await post('validate', { key: 'K', nonce: 'n' }, 'nowhere').expect(404);
    expect(await isSigned(app.http, response, 'n')).toBe(true);
  });

  it.each(['production/no-such-action', 'nowhere', 'production/validate/more', 'jwks.json'])(
    'is signed where nobody serves the path: %s',
    async (path) => {
      const ask = (body: object) => app.http.post(`/api/license-keys/${path}`).send(body);

      const response = await ask({ key: 'K', nonce: 'n' });

      expect([404, 405]).toContain(response.status);
      const { error } = bodyOf<{ error: object }>(response);
      expect(error).toMatchObject({ status: response.status, details: {} });
      expect(await isSigned(app.http, response, 'n')).toBe(true);
      const unsigned = await ask({ key: 'K' });
      expect(unsigned.headers).not.toHaveProperty('license-signature');
      expect([unsigned.status, unsigned.text]).toEqual([response.status, response.text]);
    }
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'is signed where the body is JSON under another type: “%s”',
    async (type) => {
      const response = await app.http
        .post('/api/license-keys/production/validate')
        .set('Content-Type', type)
        .send(JSON.stringify({ key: 'K', nonce: 'n' }))
        .expect(400);
      expect(response.text).toContain('The Content-Type must be application/json.');
      expect(await isSigned(app.http, response, 'n')).toBe(true);
    }
  );

  it('is signed where a token is missing', async () => {
    const response = await post('licenses', { nonce: 'n' }).expect(401);
    expect(await isSigned(app.http, response, 'n')).toBe(true);
  });

  it.each([
    ['is no JSON', '{"nonce":"n"'],
    ['is too large', JSON.stringify({ nonce: 'n', filler: 'x'.repeat(70_000) })],
  ])('is the same where nobody serves the path and the body %s', async (_what, body) => {
    const ask = (text: string) =>
      app.http.post('/api/license-keys/nowhere').type('json').send(text);
    const response = await ask(body);
    const { status, text } = await ask('{}');
    expect([response.status, response.text]).toEqual([status, text]);
    expect(response.headers).not.toHaveProperty('license-signature');
  });

  it.each([
    ['is no JSON', '{"nonce":"n"', 400],
    ['is too large', JSON.stringify({ nonce: 'n', filler: 'x'.repeat(70_000) }), 413],
  ])('cannot be signed where the body %s', async (_what, body, status) => {
    const response = await app.http
      .post('/api/license-keys/production/validate')
      .type('json')
      .send(body)
      .expect(status);
    expect(response.headers).not.toHaveProperty('license-signature');
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
    const [active] = await app.strapi.db
      .connection('license_keys_signing_keys')
      .whereNull('retired_at')
      .select<{ private_key: string }[]>('private_key');
    expect(active?.private_key).toMatch(/^v1:/);
    expect(active?.private_key).not.toContain('PRIVATE KEY');
    for (const key of (await keySet()).keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    }
  });
});
