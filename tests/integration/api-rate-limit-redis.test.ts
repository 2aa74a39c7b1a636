import { startApi, type TestApi } from '../support/api';
import { startRedis, type TestRedis } from '../support/redis';
import { startServer, type TestServer } from '../support/server';
import { askAll, complaintsOfTwoMinutes, lockOut } from '../support/shared-limit';
import { unique } from '../support/stock';
import { eventually } from '../support/wait';

const LIMIT = 10;

describe('two instances that share Redis', () => {
  let redis: TestRedis;
  let api: TestApi;
  let server: TestServer;

  beforeAll(async () => {
    redis = await startRedis();
    const env = {
      REDIS_URL: redis.url,
      LICENSE_RATE_LIMIT_PER_KEY: String(LIMIT),
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(3 * LIMIT),
    };
    api = await startApi({ env });
    // Each has a database of its own: Redis alone can be what they share.
    server = await startServer({ env: { ...env, LICENSE_RATE_LIMIT_STORE: 'database' } });
  });

  afterAll(async () => {
    await server.stop();
    await api.stop();
    await redis.stop();
  });

  // The tests go on from each other: a Redis that stopped does not come back.
  it('count exactly together, from the first request', async () => {
    const key = unique('KEY');

    expect(await askAll([api.http, server.http], LIMIT, () => ({ key }))).toEqual({
      200: LIMIT,
      429: LIMIT,
    });
    const guess = () => ({ key: unique('GUESS') });
    expect(await askAll([api.http, server.http], 2 * LIMIT, guess)).toEqual({
      200: 2 * LIMIT,
      429: 2 * LIMIT,
    });
  });

  it('lock a client that goes on guessing out for longer, both alike', async () => {
    await redis.forget('license-keys:unknown:127.0.0.1');

    const seconds = await lockOut(server.http);

    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(120);
    expect(await lockOut(api.http)).toBeGreaterThan(60);
  });

  const askEach = async (): Promise<void> => {
    const key = unique('KEY');
    for (const { http } of [api, server]) {
      expect(await askAll([http], LIMIT + 2, () => ({ key }))).toEqual({ 200: LIMIT, 429: 2 });
    }
  };

  it('go on, each for itself, when it hangs, and say so in the log once a minute', async () => {
    redis.hang();

    expect(await complaintsOfTwoMinutes(api, askEach)).toEqual([1, 1]);
  });

  it('count together again when it answers again', async () => {
    redis.goOn();

    await eventually(async () => {
      await redis.forget('license-keys:unknown:127.0.0.1');
      const key = unique('KEY');
      expect(await askAll([api.http, server.http], LIMIT, () => ({ key }))).toEqual({
        200: LIMIT,
        429: LIMIT,
      });
    });
  });

  it('go on, each for itself, when it stops', async () => {
    await redis.stop();

    await askEach();
  });
});
