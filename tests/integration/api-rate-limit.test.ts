import type { Response } from 'supertest';

import { clientOf, pathOf, startApi, type Action, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { unique } from '../support/stock';

const PER_KEY = 4;
const UNKNOWN_KEY = 2;

const LIMITS = {
  LICENSE_RATE_LIMIT_PER_KEY: String(PER_KEY),
  LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(UNKNOWN_KEY),
};

let api: TestApi;

/** Sends a request as if from this address. */
const from = async (
  ip: string,
  body: object,
  action: Action = 'validate',
  environment?: string
): Promise<Response> => clientOf(api.http, environment)[action](body).set('X-Forwarded-For', ip);

/** What the answer says of the limit: [limit, remaining, seconds until it starts anew]. */
const budgetOf = (response: Response): number[] =>
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) =>
    Number(response.get(name) ?? NaN)
  );

const expectLimited = (response: Response, limit: number): void => {
  expect(response.status).toBe(429);
  expect(bodyOf<object>(response)).toStrictEqual({
    data: null,
    error: {
      status: 429,
      name: 'LicenseError',
      message: 'Too many requests. Try again later.',
      details: { code: 'RATE_LIMITED' },
    },
  });
  const [announced, remaining, reset] = budgetOf(response);
  expect([announced, remaining]).toEqual([limit, 0]);
  expect(Number(response.get('Retry-After'))).toBe(reset);
  expect(reset).toBeGreaterThanOrEqual(1);
  expect(reset).toBeLessThanOrEqual(60);
};

let lastAddress = 0;
const someAddress = (): string => `203.0.113.${String((lastAddress += 1))}`;

describe('with a trusted proxy that tells who asks', () => {
  beforeAll(async () => {
    api = await startApi({ env: { ...LIMITS, TRUSTED_PROXIES: '1' } });
  });

  afterAll(() => api.stop());

  it('a key may be used so often a minute, by all clients and actions together', async () => {
    const { key } = await api.stock.license();
    const body = { key, fingerprint: 'device-1' };

    const answers = [
      await from(someAddress(), body, 'validate'),
      await from(someAddress(), body, 'activate'),
      await from(someAddress(), body, 'deactivate'),
      await from(someAddress(), body, 'validate'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map((answer) => budgetOf(answer).slice(0, 2))).toEqual([
      [PER_KEY, 3],
      [PER_KEY, 2],
      [PER_KEY, 1],
      [PER_KEY, 0],
    ]);
    for (const action of ['validate', 'activate', 'deactivate'] as const) {
      expectLimited(await from(someAddress(), body, action), PER_KEY);
    }
  });

  it('a key has a budget of its own in each environment, and other keys have theirs', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license();
    await api.stock.license({ key, environment: 'staging' });
    const other = await api.stock.license();
    for (let asked = 0; asked < PER_KEY; asked += 1) await from(ip, { key });
    expectLimited(await from(ip, { key }), PER_KEY);

    expect((await from(ip, { key: other.key })).status).toBe(200);
    expect((await from(ip, { key }, 'validate', 'staging')).status).toBe(200);
  });

  it('a client may try so many unknown keys a minute', async () => {
    const ip = someAddress();
    const guess = async (action?: Action): Promise<Response> =>
      from(ip, { key: unique('GUESS'), ...(action && { fingerprint: 'f' }) }, action);

    const first = await guess();
    const second = await guess('activate');

    expect([first.status, second.status]).toEqual([200, 404]);
    expect([first, second].map((answer) => budgetOf(answer).slice(0, 2))).toEqual([
      [UNKNOWN_KEY, 1],
      [UNKNOWN_KEY, 0],
    ]);
    for (const action of ['validate', 'activate', 'deactivate'] as const) {
      expectLimited(await guess(action), UNKNOWN_KEY);
    }
  });

  it('a good key works behind an address that has guessed too often', async () => {
    const ip = someAddress();
    for (let asked = 0; asked <= UNKNOWN_KEY; asked += 1) await from(ip, { key: unique('GUESS') });
    expectLimited(await from(ip, { key: unique('GUESS') }), UNKNOWN_KEY);
    const { key } = await api.stock.license();

    const good = await from(ip, { key });

    expect(good.status).toBe(200);
    expect(bodyOf<object>(good)).toMatchObject({ data: { code: 'VALID' } });
    expect((await from(ip, { key, fingerprint: 'new' }, 'activate')).status).toBe(201);
  });

  it('a client that guesses does not count for another', async () => {
    const guesser = someAddress();
    for (let asked = 0; asked <= UNKNOWN_KEY; asked += 1) {
      await from(guesser, { key: unique('GUESS') });
    }

    const other = await from(someAddress(), { key: unique('GUESS') });

    expect(other.status).toBe(200);
    expect(bodyOf<object>(other)).toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('a key of another environment counts as unknown', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license({ environment: 'staging' });
    for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) await from(ip, { key });

    expectLimited(await from(ip, { key }), UNKNOWN_KEY);
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
      [201, await post('activate').send({ ...device, key: (await api.stock.license()).key })],
      [400, await post('validate').type('json').send('{"key":')],
      [400, await post('validate').type('text').send('text')],
      [400, await post('validate').send({})],
      [400, await post('validate').send({ key: full.key, other: 1 })],
      [400, await post('activate').set('Idempotency-Key', 'k'.repeat(256)).send(reused)],
      [403, await post('activate').send({ ...device, key: suspended.key })],
      [404, await post('activate').send({ ...device, key: 'UNKNOWN' })],
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

describe('without a trusted proxy', () => {
  beforeAll(async () => {
    api = await startApi({ env: { ...LIMITS, LICENSE_RATE_LIMIT_PER_KEY: '0' } });
  });

  afterAll(() => api.stop());

  it('a limit of 0 is none, and the other one stays', async () => {
    const { key } = await api.stock.license();

    for (let asked = 0; asked < 3 * PER_KEY; asked += 1) {
      const answer = await api.client.validate({ key }).expect(200);
      expect(budgetOf(answer)).toEqual([UNKNOWN_KEY, UNKNOWN_KEY, 60]);
    }
  });

  it('a client cannot choose its address', async () => {
    for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) {
      expect((await from(someAddress(), { key: unique('GUESS') })).status).toBe(200);
    }

    expectLimited(await from(someAddress(), { key: unique('GUESS') }), UNKNOWN_KEY);
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
