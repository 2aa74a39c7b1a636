import type { Response } from 'supertest';

import { ACTIONS, pathOf, startApi, type TestApi } from '../support/api';
import { openApi } from '../support/documented';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { hangUp } from '../support/raw-socket';
import { expectSecured } from '../support/security-headers';

const KEY = 'ROUTES-KEY-0123456789';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await api.stock.license({ key: KEY });
});

afterAll(() => api.stop());

it('carry the security headers of Strapi, whatever they answer', async () => {
  for (const answer of [
    await api.client.validate({ key: KEY }).expect(200),
    await api.client.validate({ key: KEY, nonce: 'n' }).expect(200),
    await api.client.activate({ key: 'NONE', fingerprint: 'f' }).expect(404),
    await api.client.validate({}).expect(400),
    await api.client.validate({ key: 'x'.repeat(70_000) }).expect(413),
    await api.http.get('/api/license-keys/production/licenses').expect(401),
    await api.http.post('/api/license-keys/nowhere').send({ nonce: 'n' }).expect(405),
    await api.http.get('/api/license-keys/production/nowhere').expect(404),
    await api.http.get('/license-keys/licenses').expect(401),
    await api.http.get('/api/license-keys/jwks.json').expect(200),
    await api.http.get('/api/license-keys/openapi.json').expect(200),
    await api.http.get('/api/license-keys/health').expect(200),
  ]) {
    await expectSecured(api.http, answer);
  }
});

it('lets anybody keep the key set, and ask whether it is the one that there is', async () => {
  const path = '/api/license-keys/jwks.json';
  const ask = (etag: string) => api.http.get(path).set('If-None-Match', etag);
  const answer = await api.http.get(path).expect(200);
  const etag = answer.get('ETag') ?? '';

  expect(answer.get('Cache-Control')).toBe('public, no-cache');
  await ask(etag).expect(304);
  await service(api.strapi, 'signing').rotate();
  expect((await ask(etag).expect(200)).get('ETag')).not.toBe(etag);
});

it('can be used by programs of another origin in a browser', async () => {
  const origin = 'https://shop.example.com';
  const path = pathOf('activate');
  const preflight = await api.http
    .options(path)
    .set('Origin', origin)
    .set('Access-Control-Request-Method', 'POST')
    .set('Access-Control-Request-Headers', 'content-type,idempotency-key')
    .expect(204);
  const answer = await api.http.post(path).set('Origin', origin).send({}).expect(400);

  const listed = (response: Response, name: string): string[] =>
    (response.get(name) ?? '').split(',');
  expect(listed(preflight, 'Access-Control-Allow-Headers')).toEqual(
    expect.arrayContaining(['Content-Type', 'Authorization', 'Idempotency-Key'])
  );
  expect(answer.get('Access-Control-Allow-Origin')).toBe(origin);
  expect(listed(answer, 'Access-Control-Expose-Headers').sort()).toEqual(
    Object.keys(openApi.components.headers).sort()
  );
});

it('answer 200 on health while the database answers', async () => {
  const response = await api.http.get('/api/license-keys/health').expect(200);

  expect(bodyOf<object>(response)).toStrictEqual({ status: 'ok' });
});

it.each(ACTIONS)('take %s as a POST only', async (action) => {
  for (const method of ['get', 'put', 'patch', 'delete'] as const) {
    const response = await api.http[method](pathOf(action));
    expect([404, 405]).toContain(response.status);
  }
});

it('are no worse for a client that hangs up while it sends', async () => {
  const logged = jest.spyOn(api.strapi.log, 'error');
  // Koa itself reports every lost connection there.
  const ofKoa = jest.spyOn(console, 'error').mockReturnValue();
  await hangUp(api, `POST ${pathOf('validate')}`, ['Content-Type: application/json'], '{"key":');

  expect((await api.client.validate({ key: KEY })).status).toBe(200);
  expect(logged).not.toHaveBeenCalled();
  ofKoa.mockRestore();
});
