import { startApi, type TestApi } from '../support/api';
import { REDIS_SERVERS, type TestRedis } from '../support/redis';
import { startServer, type TestServer } from '../support/server';
import { askAll } from '../support/shared-limit';
import { unique } from '../support/stock';

const LIMIT = 10;

describe.each(REDIS_SERVERS)('two instances that share $name', ({ start }) => {
  let redis: TestRedis;
  let api: TestApi;
  let server: TestServer;

  beforeAll(async () => {
    redis = await start();
    const env = {
      REDIS_URL: redis.url,
      LICENSE_RATE_LIMIT_PER_KEY: String(LIMIT),
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(2 * LIMIT),
    };
    api = await startApi({ env });
    server = await startServer({ env });
  });

  afterAll(async () => {
    await server.stop();
    await api.stop();
    await redis.stop();
  });

  // The tests go on from each other: a Redis that hangs does not come back, nor does one that stopped.
  it('count exactly together, from the first request', async () => {
    const key = unique('KEY');

    expect(await askAll([api.http, server.http], LIMIT, () => ({ key }))).toEqual({
      200: LIMIT,
      429: LIMIT,
    });
    const guess = () => ({ key: unique('GUESS') });
    expect(await askAll([api.http, server.http], LIMIT, guess)).toEqual({ 200: LIMIT, 429: LIMIT });
  });

  it.each<keyof Pick<TestRedis, 'hang' | 'stop'>>(['hang', 'stop'])(
    'go on, each for itself, when it is made to %s',
    async (fault) => {
      await redis[fault]();
      const key = unique('KEY');

      for (const { http } of [api, server]) {
        expect(await askAll([http], LIMIT + 2, () => ({ key }))).toEqual({ 200: LIMIT, 429: 2 });
      }
    }
  );
});
