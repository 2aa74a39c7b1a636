import { startApi, type TestApi } from '../support/api';
import { passTime, stopClock } from '../support/clock';
import { bodyOf } from '../support/http';
import { budgetOf, expectLimited, from, guessFrom, someAddress } from '../support/limits';
import { unique } from '../support/stock';

const UNKNOWN_KEY = 2;
const DAY = 24 * 60 * 60;

let api: TestApi;

beforeAll(async () => {
  api = await startApi({
    env: {
      TRUSTED_PROXIES: '1',
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(UNKNOWN_KEY),
      LICENSE_RATE_LIMIT_MAX_LOCKOUT_MINUTES: '4',
      // Memory on SQLite.
      LICENSE_RATE_LIMIT_STORE: 'database',
    },
  });
});

afterAll(() => api.stop());

beforeEach(stopClock);

afterEach(() => {
  jest.useRealTimers();
});

/** Guesses until the client is locked out; returns the seconds that it is to wait. */
const lockOut = async (ip: string): Promise<number> => {
  for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) {
    expect((await guessFrom(api.http, ip)).status).toBe(200);
  }
  return expectLimited(await guessFrom(api.http, ip), UNKNOWN_KEY);
};

/** Locks the client out so often in a row, and waits each lock-out out but the last. */
const lockOutTimes = async (ip: string, times: number): Promise<number> => {
  let seconds = 0;
  for (let nth = 1; nth <= times; nth += 1) {
    passTime(seconds);
    seconds = await lockOut(ip);
  }
  return seconds;
};

describe('a client that goes on guessing', () => {
  it('is locked out for longer each time, up to the longest lock-out', async () => {
    const ip = someAddress();

    expect(await lockOut(ip)).toBe(60);
    passTime(60);
    expect(await lockOut(ip)).toBe(120);
    passTime(120);
    expect(await lockOut(ip)).toBe(240);
    passTime(240);
    expect(await lockOut(ip)).toBe(240);
  });

  it('is told what is left of it, which more guesses do not prolong', async () => {
    const ip = someAddress();
    expect(await lockOutTimes(ip, 2)).toBe(120);

    passTime(50);
    for (let asked = 0; asked < 5; asked += 1) {
      expect(expectLimited(await guessFrom(api.http, ip), UNKNOWN_KEY)).toBe(70);
    }
    passTime(70);
    expect((await guessFrom(api.http, ip)).status).toBe(200);
  });

  it('is locked out once by many guesses at the same moment', async () => {
    const ip = someAddress();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => guessFrom(api.http, ip))
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(UNKNOWN_KEY);

    passTime(60);
    expect(await lockOut(ip)).toBe(120);
  });

  it('can still use a good key, and is told when it may guess again', async () => {
    const ip = someAddress();
    const { key } = await api.stock.license();
    await lockOutTimes(ip, 3);
    passTime(100);

    const answer = await from(api.http, ip, { key });

    expect(answer.status).toBe(200);
    expect(bodyOf<object>(answer)).toMatchObject({ data: { code: 'VALID' } });
    expect(answer.get('Retry-After')).toBeUndefined();
    expect(budgetOf(answer)).toEqual([UNKNOWN_KEY, 0, 140]);
  });

  it('leaves nothing behind with its Idempotency-Keys, and can still repeat what it does with a good key', async () => {
    const kept = () => api.strapi.db.connection('license_keys_idempotency').pluck('id');
    const ip = someAddress();
    const { key } = await api.stock.license();
    const send = async (body: object, once = unique('once')) =>
      api.client.activate(body).set({ 'X-Forwarded-For': ip, 'Idempotency-Key': once });
    const guess = async () => send({ key: unique('GUESS'), fingerprint: 'device-2' });

    for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) expect((await guess()).status).toBe(404);
    expect(await kept()).toHaveLength(UNKNOWN_KEY);
    for (let asked = 0; asked < 3; asked += 1) expectLimited(await guess(), UNKNOWN_KEY);
    expect(await kept()).toHaveLength(UNKNOWN_KEY);

    const once = unique('once');
    const first = await send({ key, fingerprint: 'device-2' }, once);
    const second = await send({ key, fingerprint: 'device-2' }, once);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
  });

  it('does not lengthen the lock-outs of another', async () => {
    await lockOutTimes(someAddress(), 2);

    expect(await lockOut(someAddress())).toBe(60);
  });

  it('is forgiven after a day of quiet, and not before', async () => {
    const ip = someAddress();

    passTime((await lockOutTimes(ip, 2)) + DAY - 1);
    expect(await lockOut(ip)).toBe(240);
    passTime(240 + DAY);
    expect(await lockOut(ip)).toBe(60);
  });
});
