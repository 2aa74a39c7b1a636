import { counters } from '../../src/plugins/license-keys/server/src/services/limiter/counters';
import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { startServer, type TestServer } from '../support/server';
import { askAll, complaintsOfTwoMinutes, lockOut } from '../support/shared-limit';
import { unique } from '../support/stock';

const LIMIT = 10;
const TABLE = 'license_keys_rate_limits';

const ENV = {
  LICENSE_RATE_LIMIT_STORE: 'database',
  LICENSE_RATE_LIMIT_PER_KEY: String(LIMIT),
  LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(2 * LIMIT),
};

describe('two instances that share PostgreSQL', () => {
  let database: TestDatabase;
  let api: TestApi;
  let server: TestServer;

  beforeAll(async () => {
    database = await createDatabase();
    api = await startApi({ database, env: ENV });
    server = await startServer({ database, env: ENV });
  });

  afterAll(async () => {
    await server.stop();
    await api.stop();
    await database.drop();
  });

  const counts = () => api.strapi.db.connection(TABLE);

  it('count the requests for a key exactly together, from the first one', async () => {
    const { key } = await api.stock.license();

    expect(await askAll([api.http, server.http], LIMIT, () => ({ key }))).toEqual({
      200: LIMIT,
      429: LIMIT,
    });
  });

  it("count a client's guesses exactly together", async () => {
    const guess = () => ({ key: unique('GUESS') });

    expect(await askAll([api.http, server.http], 2 * LIMIT, guess)).toEqual({
      200: 2 * LIMIT,
      429: 2 * LIMIT,
    });
  });

  it('lock a client that goes on guessing out for longer, both alike', async () => {
    await counts().where('key', 'license-keys:unknown:127.0.0.1').delete();

    const seconds = await lockOut(server.http);

    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(120);
    expect(await lockOut(api.http)).toBeGreaterThan(60);
  });

  it('count together, too, where several create the table at the same moment', async () => {
    const complained = jest.spyOn(api.strapi.log, 'warn');

    for (let round = 1; round <= 100; round += 1) {
      await api.strapi.db.connection.schema.dropTableIfExists(TABLE);
      await Promise.all(
        ['one', 'other'].map(async () =>
          counters(api).use(async ({ unknown }) => unknown.penalty('client'))
        )
      );
      expect(await counts()).toMatchObject([{ key: 'license-keys:unknown:client', points: 2 }]);
    }
    expect(complained).not.toHaveBeenCalled();
  });

  it('go on, each for itself, when the counts cannot be written, and say so in the log once a minute', async () => {
    await api.strapi.db.connection.schema.dropTable(TABLE);

    const complaints = await complaintsOfTwoMinutes(api, async () => {
      const { key } = await api.stock.license();
      for (const { http } of [api, server]) {
        expect(await askAll([http], LIMIT + 2, () => ({ key }))).toEqual({ 200: LIMIT, 429: 2 });
      }
    });

    expect(complaints).toEqual([1, 1]);
  });
});
