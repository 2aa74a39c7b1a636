import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { startServer, type TestServer } from '../support/server';
import { askAll } from '../support/shared-limit';
import { unique } from '../support/stock';

const LIMIT = 10;

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

  it('go on, each for itself, when the counts cannot be written', async () => {
    const { key } = await api.stock.license();
    await api.strapi.db.connection.schema.dropTable('license_keys_rate_limits');

    for (const { http } of [api, server]) {
      expect(await askAll([http], LIMIT + 2, () => ({ key }))).toEqual({ 200: LIMIT, 429: 2 });
    }
  });
});
