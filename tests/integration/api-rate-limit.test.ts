import type { Response } from 'supertest';

import { ACTIONS, pathOf, startApi, type Action, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { budgetOf, expectLimited, from, guessFrom, someAddress } from '../support/limits';
import { expectSecured } from '../support/security-headers';
import { isSigned } from '../support/signatures';
import { stockOf, unique } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

const PER_KEY = 4;
const UNKNOWN_KEY = 2;

const LIMITS = {
  LICENSE_RATE_LIMIT_PER_KEY: String(PER_KEY),
  LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(UNKNOWN_KEY),
};

let api: TestApi;

describe('with a trusted proxy that tells who asks', () => {
  beforeAll(async () => {
    api = await startApi({ env: { ...LIMITS, TRUSTED_PROXIES: '1' } });
  });

  afterAll(() => api.stop());

  it('a key may be used so often a minute, by all clients and actions together', async () => {
    const { key } = await api.stock.license();
    const body = { key, fingerprint: 'device-1' };

    const answers = [
      await from(api.http, someAddress(), body, 'validate'),
      await from(api.http, someAddress(), body, 'activate'),
      await from(api.http, someAddress(), body, 'offline-file'),
      await from(api.http, someAddress(), body, 'deactivate'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map((answer) => budgetOf(answer).slice(0, 2))).toEqual([
      [PER_KEY, 3],
      [PER_KEY, 2],
      [PER_KEY, 1],
      [PER_KEY, 0],
    ]);
    for (const action of ACTIONS) {
      expectLimited(await from(api.http, someAddress(), body, action), PER_KEY);
    }
  });

  it('a key has a budget of its own in each environment, and other keys have theirs', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license();
    await api.stock.license({ key, environment: 'staging' });
    const other = await api.stock.license();
    for (let asked = 0; asked < PER_KEY; asked += 1) await from(api.http, ip, { key });
    expectLimited(await from(api.http, ip, { key }), PER_KEY);

    expect((await from(api.http, ip, { key: other.key })).status).toBe(200);
    expect((await from(api.http, ip, { key }, 'validate', 'staging')).status).toBe(200);
  });

  it('a client may try so many unknown keys a minute', async () => {
    const ip = someAddress();
    const guess = async (action?: Action): Promise<Response> =>
      from(api.http, ip, { key: unique('GUESS'), ...(action && { fingerprint: 'f' }) }, action);

    const first = await guess();
    const second = await guess('activate');

    expect([first.status, second.status]).toEqual([200, 404]);
    expect([first, second].map((answer) => budgetOf(answer).slice(0, 2))).toEqual([
      [UNKNOWN_KEY, 1],
      [UNKNOWN_KEY, 0],
    ]);
    for (const action of ACTIONS) {
      expectLimited(await guess(action), UNKNOWN_KEY);
    }
  });

  it('a good key works behind an address that has guessed too often', async () => {
    const ip = someAddress();
    for (let asked = 0; asked <= UNKNOWN_KEY; asked += 1) await guessFrom(api.http, ip);
    expectLimited(await guessFrom(api.http, ip), UNKNOWN_KEY);
    const { key } = await api.stock.license();

    const good = await from(api.http, ip, { key });

    expect(good.status).toBe(200);
    expect(bodyOf<object>(good)).toMatchObject({ data: { code: 'VALID' } });
    expect((await from(api.http, ip, { key, fingerprint: 'new' }, 'activate')).status).toBe(201);
  });

  it('a client that guesses does not count for another', async () => {
    const guesser = someAddress();
    for (let asked = 0; asked <= UNKNOWN_KEY; asked += 1) {
      await guessFrom(api.http, guesser);
    }

    const other = await guessFrom(api.http, someAddress());

    expect(other.status).toBe(200);
    expect(bodyOf<object>(other)).toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('a key of another environment counts as unknown', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license({ environment: 'staging' });
    for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) await from(api.http, ip, { key });

    expectLimited(await from(api.http, ip, { key }), UNKNOWN_KEY);
  });

  it('an answer that says so is signed where the request carries a nonce', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license();
    for (let asked = 0; asked < PER_KEY; asked += 1) await from(api.http, ip, { key });
    for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) await guessFrom(api.http, ip);

    for (const [body, limit] of [
      [{ key, nonce: 'n-1' }, PER_KEY],
      [{ key: unique('GUESS'), nonce: 'n-2' }, UNKNOWN_KEY],
    ] as const) {
      const answer = await from(api.http, ip, body);
      await expectSecured(api.http, answer);
      expectLimited(answer, limit);
      expect(await isSigned(api.http, answer, body.nonce)).toBe(true);
    }
  });

  it('every answer says what is left', async () => {
    const suspended = await api.stock.license({ state: 'suspended' });
    const full = await api.stock.license({ activationLimit: 1, devices: ['device-1'] });
    const post = (action: Action, environment?: string) =>
      api.http.post(pathOf(action, environment)).set('X-Forwarded-For', someAddress());
    const device = { fingerprint: 'other' };
    const reused = { ...device, key: (await api.stock.license()).key };
    await post('activate').set('Idempotency-Key', 'k').send(reused);

    const answers: [number, Response][] = [
      [200, await post('validate').send({ key: full.key })],
      [200, await post('validate').send({ key: 'UNKNOWN' })],
      [200, await post('offline-file').send({ fingerprint: 'device-1', key: reused.key })],
      [201, await post('activate').send({ ...device, key: (await api.stock.license()).key })],
      [400, await post('validate').type('json').send('{"key":')],
      [400, await post('validate').type('text').send('text')],
      [400, await post('validate').send({})],
      [400, await post('validate').send({ key: full.key, other: 1 })],
      [400, await post('activate').set('Idempotency-Key', 'k'.repeat(256)).send(reused)],
      [403, await post('activate').send({ ...device, key: suspended.key })],
      [404, await post('activate').send({ ...device, key: 'UNKNOWN' })],
      [404, await post('offline-file').send({ ...device, key: 'UNKNOWN' })],
      [404, await post('deactivate').send({ ...device, key: full.key })],
      [404, await post('validate', 'sandbox').send({ key: full.key })],
      [409, await post('activate').send({ ...device, key: full.key })],
      [413, await post('validate').send({ key: 'x'.repeat(70_000) })],
      [
        422,
        await post('activate')
          .set('Idempotency-Key', 'k')
          .send({ ...reused, name: 'n' }),
      ],
    ];

    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      const [limit, remaining, reset] = budgetOf(answer);
      expect([PER_KEY, UNKNOWN_KEY]).toContain(limit);
      expect(remaining).toBeGreaterThanOrEqual(0);
      expect(reset).toBeGreaterThanOrEqual(1);
      expect(reset).toBeLessThanOrEqual(60);
      expect(answer.get('Retry-After')).toBeUndefined();
    }
  });
});

describe('with one limit off', () => {
  beforeAll(async () => {
    api = await startApi({ env: { ...LIMITS, LICENSE_RATE_LIMIT_PER_KEY: '0' } });
  });

  afterAll(() => api.stop());

  it('nothing is counted for it, and the other one stays', async () => {
    const { key } = await api.stock.license();

    for (let asked = 0; asked < 3 * PER_KEY; asked += 1) {
      const answer = await api.client.validate({ key }).expect(200);
      expect(budgetOf(answer)).toEqual([UNKNOWN_KEY, UNKNOWN_KEY, 60]);
    }
  });
});

describe('by default', () => {
  let app: TestStrapi;

  beforeAll(async () => {
    app = await startStrapi();
  });

  afterAll(() => app.stop());

  it('a key has 60 requests a minute, and a client 10 guesses, whatever address it claims', async () => {
    const { key } = await stockOf(app.strapi).license();
    expect(budgetOf(await from(app.http, someAddress(), { key }))).toEqual([60, 59, 60]);

    for (let left = 9; left >= 0; left -= 1) {
      expect(budgetOf(await guessFrom(app.http, someAddress())).slice(0, 2)).toEqual([10, left]);
    }
    expect(expectLimited(await guessFrom(app.http, someAddress()), 10)).toBe(60);
  });

  it('a client has two minutes to send a request, and 15 seconds for its head', () => {
    const { requestTimeout, headersTimeout } = app.strapi.server.httpServer;
    expect([requestTimeout, headersTimeout]).toEqual([120_000, 15_000]);
  });
});

describe('with both limits off', () => {
  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.stop());

  it('nothing is counted and nothing announced', async () => {
    const { key } = await api.stock.license();

    for (let asked = 0; asked < 20; asked += 1) {
      for (const answer of [
        await api.client.validate({ key }),
        await api.client.validate({ key: unique('GUESS') }),
      ]) {
        expect(answer.status).toBe(200);
        expect(budgetOf(answer)).toEqual([NaN, NaN, NaN]);
      }
    }
  });
});
