import type { Response } from 'supertest';

import { clientOf, NO_RATE_LIMITS, startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { activateAll, fingerprints, outcomeOf, PATIENT, tally } from '../support/race';
import { devicesOf } from '../support/rows';
import { startServer, type TestServer } from '../support/server';
import { SYSTEM, unique } from '../support/stock';

jest.setTimeout(150_000);

describe('two processes on one PostgreSQL', () => {
  let database: TestDatabase;
  let servers: TestServer[];
  /** A third instance, to look at the database with; it has created the tables. */
  let api: TestApi;

  beforeAll(async () => {
    database = await createDatabase();
    api = await startApi({ database });
    const start = async (): Promise<TestServer> =>
      startServer({ database, env: { ...NO_RATE_LIMITS, ...PATIENT } });
    servers = await Promise.all([start(), start()]);
  });

  afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    await api.stop();
    await database.drop();
  });

  afterEach(async () => {
    expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
  });

  const clients = () => servers.map(({ http }) => clientOf(http));

  it('hand out exactly the slots that there are', async () => {
    const { key, documentId } = await api.stock.license({ state: 'assigned', activationLimit: 5 });

    const outcomes = await activateAll(clients(), key, fingerprints(400));

    expect(tally(outcomes)).toEqual({ '201 ACTIVATED': 5, '409 LIMIT_EXCEEDED': 395 });
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(5);
  });

  it('give one device one activation', async () => {
    const { key, documentId } = await api.stock.license({ state: 'assigned', activationLimit: 5 });

    const outcomes = await activateAll(clients(), key, Array<string>(60).fill('device-1'));

    expect(tally(outcomes)).toEqual({ '201 ACTIVATED': 1, '200 ALREADY_ACTIVATED': 59 });
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(1);
  });

  it('answer one Idempotency-Key once', async () => {
    const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: [] });
    const once = unique('once');
    const body = { key, fingerprint: 'device-1', name: 'Laptop' };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => clients())
        .flat()
        .map(async (client): Promise<Response> =>
          client.activate(body).set('Idempotency-Key', once)
        )
    );

    expect(tally(answers.map(outcomeOf))).toEqual({ '201 ACTIVATED': 20 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(1);
  });

  it('never leave a device on a license that the other revokes', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: ['d'] });

      const [outcomes] = await Promise.all([
        activateAll(clients(), key, fingerprints(8)),
        service(api.strapi, 'licenses').revoke({ documentId, actor: SYSTEM }),
      ]);

      const { '201 ACTIVATED': activated = 0, '403 REVOKED': refused = 0 } = tally(outcomes);
      expect(activated + refused).toBe(8);
      const devices = await devicesOf(api.strapi, documentId);
      expect(devices).toHaveLength(1 + activated);
      expect(devices.filter(({ deactivatedAt }) => deactivatedAt === null)).toEqual([]);
    }
  });

  it('answer with what another instance has just changed', async () => {
    const { key, documentId } = await api.stock.license();
    const codes = async (): Promise<string[]> =>
      Promise.all(
        clients().map(async (client) => {
          const response = await client.validate({ key }).expect(200);
          return bodyOf<{ data: { code: string } }>(response).data.code;
        })
      );
    expect(await codes()).toEqual(['VALID', 'VALID']);

    await service(api.strapi, 'licenses').revoke({ documentId, actor: SYSTEM });

    expect(await codes()).toEqual(['REVOKED', 'REVOKED']);
  });
});
