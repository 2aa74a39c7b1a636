import type { Response } from 'supertest';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { ACTIONS, startApi, type TestApi } from '../support/api';
import { createGenerator } from '../support/catalog';
import { createDatabase, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { createIntegrator, type Integrator } from '../support/integrator';
import { service } from '../support/plugin';
import { fingerprints, outcomeOf, tally } from '../support/race';
import { startRelay, type Relay } from '../support/relay';
import { auditOf, devicesOf } from '../support/rows';
import { expectSecured } from '../support/security-headers';
import { isSigned } from '../support/signatures';
import { lookAtSigningKeys } from '../support/signing-key';
import { eventually } from '../support/wait';

/** Milliseconds that the application waits for its database. */
const PATIENCE = '5000';
/** Requests a minute, counted in the database that is away. */
const LIMIT = '100000';

let database: TestDatabase;
let relay: Relay;
let api: TestApi;
let admin: Admin;
let shop: Integrator;

beforeAll(async () => {
  database = await createDatabase();
  relay = await startRelay(database.env.DATABASE_URL ?? '');
  // There, knex and the job engine tell of every connection that breaks.
  jest.spyOn(console, 'log').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
  api = await startApi({
    database,
    env: {
      DATABASE_URL: relay.url,
      DATABASE_CONNECTION_TIMEOUT: PATIENCE,
      DATABASE_QUERY_TIMEOUT: PATIENCE,
      LICENSE_RATE_LIMIT_STORE: 'database',
      LICENSE_RATE_LIMIT_PER_KEY: LIMIT,
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: LIMIT,
    },
  });
  admin = await registerSuperAdmin(api.http);
  shop = await createIntegrator(api, 'full-access');
  for (const transport of api.strapi.log.transports) transport.silent = true;
});

afterAll(async () => {
  // What hangs would do so for ever, and the end of the application wait for it.
  await relay.cut();
  await relay.mend();
  // A connection that was being made then fails in the hands of whoever asks next.
  await eventually(async () => {
    await api.strapi.db.connection.raw('SELECT 1');
  });
  await api.stop();
  await relay.cut();
  await database.drop();
});

afterEach(async () => {
  expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
});

const makeScene = async () => {
  const product = await api.stock.product();
  return {
    product,
    generator: await createGenerator(api.strapi, product),
    license: await api.stock.license({ activationLimit: -1 }),
  };
};

type Scene = Awaited<ReturnType<typeof makeScene>>;

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

/** Asks with nonces while the database is away, also once the signing keys could not be read again. */
const expectSignedAnswers = async (key: string): Promise<void> => {
  const ask = async (nonce: string) => ({
    nonce,
    answer: await api.client.validate({ key, nonce }),
  });

  const asked = await Promise.all(['n-1', 'n-2', 'n-3'].map(ask));
  await lookAtSigningKeys(api);
  asked.push(await ask('n-4'));

  await relay.mend();
  for (const { nonce, answer } of asked) {
    expectUnavailable(answer);
    // The connections that hang are given up one after the other.
    const signed = await eventually(async () => isSigned(api.http, answer, nonce));
    expect(signed).toBe(true);
  }
};

describe('a database that cannot be reached', () => {
  it('is never taken for an invalid license, and is forgotten once it is back', async () => {
    const { key } = await api.stock.license();
    const body = { key, fingerprint: 'device-1' };
    await api.client.validate(body).expect(200);

    await relay.cut();
    for (const action of ACTIONS) {
      const answer = await api.client[action](body);
      expectUnavailable(answer);
      expect(answer.get('RateLimit-Limit')).toBe(LIMIT);
      expectUnavailable(await api.client[action](body).set('Idempotency-Key', 'key'));
    }
    expectUnavailable(await api.http.get('/api/license-keys/health'));
    expectUnavailable(await shop.get('/licenses'));
    expectUnavailable(await admin.get('/license-keys/licenses?environment=production'));
    expectUnavailable(await api.http.get('/API/License-Keys/health'));
    await expectSecured(api.http, await api.client.validate(body).expect(503));

    await relay.mend();
    await api.http.get('/api/license-keys/health').expect(200);
    const validated = await api.client.validate(body).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'VALID' } });
    await api.client.deactivate(body).set('Idempotency-Key', 'key').expect(200);
  });

  it('is told in signed answers to those who send a nonce', async () => {
    const { key } = await api.stock.license();
    await relay.cut();
    await expectSignedAnswers(key);
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

describe('a database that is lost at a commit', () => {
  it.each([
    {
      what: 'an activation',
      table: TABLE.activation,
      ask: async ({ license }: Scene) =>
        api.client.activate({ key: license.key, fingerprint: 'one-more' }),
    },
    {
      what: 'what a token does',
      table: TABLE.auditEntry,
      ask: async ({ license }: Scene) => shop.post(`/licenses/${license.documentId}/suspend`),
    },
    {
      what: 'a job',
      table: TABLE.job,
      ask: async ({ generator }: Scene) =>
        shop.post(`/generators/${generator.documentId}/generate`).send({ count: 2000 }),
    },
    {
      what: 'a new generator',
      table: TABLE.generator,
      ask: async ({ product }: Scene) =>
        admin.post('/license-keys/generators').send({
          environment: 'production',
          name: 'A generator',
          product: product.documentId,
          type: 'uuid',
        }),
    },
    {
      what: 'a new customer',
      table: TABLE.customer,
      ask: async () =>
        admin.post('/license-keys/customers').send({
          environment: 'production',
          name: 'A customer',
          email: 'customer@example.com',
        }),
    },
  ])('has not taken $what, and nobody is told that it has', async ({ table, ask }) => {
    const scene = await makeScene();
    const count = async () =>
      Number((await api.strapi.db.connection(table).count({ rows: '*' }))[0]?.rows);
    const before = await count();

    relay.loseCommits();
    expectUnavailable(await ask(scene));

    await relay.mend();
    expect(await eventually(count)).toBe(before);
    expect((await ask(scene)).ok).toBe(true);
    expect(await count()).toBe(before + 1);
  });
});

describe('a database that hangs', () => {
  const answersOf = async (key: string, count: number): Promise<Response[]> =>
    Promise.all(
      fingerprints(count).map(async (fingerprint, index) =>
        api.client[ACTIONS[index % ACTIONS.length] ?? 'validate']({ key, fingerprint })
      )
    );

  it('is given up, and its connections with it', async () => {
    const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: [] });
    await answersOf(key, 40);
    const before = await devicesOf(api.strapi, documentId);
    expect(before).toHaveLength(10);

    relay.hang();
    (await answersOf(key, 60)).forEach(expectUnavailable);
    expectUnavailable(await api.http.get('/api/license-keys/health'));

    await relay.mend();
    expect((await answersOf(key, 40)).map(outcomeOf)).toContain('200 ALREADY_ACTIVATED');
    expect(await devicesOf(api.strapi, documentId)).toEqual(before);
  });

  it('is told in signed answers to those who send a nonce', async () => {
    const { key } = await api.stock.license();
    relay.hang();
    await expectSignedAnswers(key);
  });

  it('leaves nothing half written by the requests that are under way', async () => {
    const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: [] });
    const requests = fingerprints(60).map(async (fingerprint) =>
      outcomeOf(await api.client.activate({ key, fingerprint }))
    );
    await requests[0];

    relay.hang();
    const outcomes = tally(await Promise.all(requests));
    await relay.mend();

    expect(Object.keys(outcomes).sort()).toEqual(['201 ACTIVATED', '503 ']);
    const devices = await eventually(async () => devicesOf(api.strapi, documentId));
    expect(devices.length).toBeGreaterThanOrEqual(outcomes['201 ACTIVATED'] ?? 0);
    const activated = (await auditOf(api.strapi, documentId)).filter(
      ({ action }) => action === 'activate'
    );
    expect(activated).toHaveLength(devices.length);
  });
});
