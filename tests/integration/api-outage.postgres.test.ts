import type { Response } from 'supertest';

import { ACTIONS, startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { startRelay, type Relay } from '../support/relay';

let database: TestDatabase;
let relay: Relay;
let api: TestApi;

beforeAll(async () => {
  database = await createDatabase();
  relay = await startRelay(database.env.DATABASE_URL ?? '');
  api = await startApi({ database, env: { DATABASE_URL: relay.url } });
  // The outage is reported there, connection by connection.
  jest.spyOn(console, 'log').mockReturnValue();
  api.strapi.log.silent = true;
});

afterAll(async () => {
  await api.stop();
  await relay.cut();
  await database.drop();
});

const expectUnavailable = (response: Response): void => {
  expect(response.status).toBe(503);
  expect(Number(response.get('Retry-After'))).toBeGreaterThan(0);
  expect(bodyOf<object>(response)).toStrictEqual({
    data: null,
    error: {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'The service is not available for the moment. Try again.',
      details: {},
    },
  });
};

describe('a database that cannot be reached', () => {
  it('is never taken for an invalid license, and is forgotten once it is back', async () => {
    const { key } = await api.stock.license();
    const body = { key, fingerprint: 'device-1' };
    await api.client.validate(body).expect(200);

    await relay.cut();
    for (const action of ACTIONS) {
      expectUnavailable(await api.client[action](body));
      expectUnavailable(await api.client[action](body).set('Idempotency-Key', 'key'));
    }
    expectUnavailable(await api.http.get('/api/license-keys/health'));

    await relay.mend();
    await api.http.get('/api/license-keys/health').expect(200);
    const validated = await api.client.validate(body).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'VALID' } });
    await api.client.deactivate(body).set('Idempotency-Key', 'key').expect(200);
  });

  it('is no fault of the requests that are under way', async () => {
    const { key } = await api.stock.license({ activationLimit: -1 });
    const requests = Array.from({ length: 60 }, async (_value, index) =>
      index % 2 === 0
        ? api.client.validate({ key })
        : api.client.activate({ key, fingerprint: `device-${String(index)}` })
    );
    await requests[0];

    await relay.cut();
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    await relay.mend();

    expect(statuses).toContain(503);
    expect(statuses.filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
  });
});
