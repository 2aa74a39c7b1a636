import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { registerSuperAdmin } from '../support/admin';
import { clientOf, NO_RATE_LIMITS, pathOf, startApi, type TestApi } from '../support/api';
import { startInBulk } from '../support/bulk';
import { createDatabase, type TestDatabase } from '../support/database';
import { service } from '../support/plugin';
import { fingerprints, outcomeOf, tally } from '../support/race';
import { heardOn, openSocket } from '../support/raw-socket';
import { auditOf, devicesOf } from '../support/rows';
import { startServer, type TestServer } from '../support/server';
import { beginRequest } from '../support/slow-request';
import type { LicenseWish } from '../support/stock';
import { eventually } from '../support/wait';

/** Three processes are started one after the other. */
jest.setTimeout(240_000);

const LIMIT = 5;
const LICENSES = 4;
/** Devices of each license that ask. */
const DEVICES = fingerprints(30);
/** Licenses of the job that a shutdown comes into. */
const CROWD = 200;

let database: TestDatabase;
let licenses: License[];
let open: License;
let crowd: License[];
let jobId: number;
let server: TestServer;

/** The database as an application finds it that starts on it. */
const withApi = async <T>(work: (api: TestApi) => Promise<T>): Promise<T> => {
  const api = await startApi({ database });
  try {
    return await work(api);
  } finally {
    await api.stop();
  }
};

const start = async (): Promise<TestServer> => startServer({ database, env: NO_RATE_LIMITS });

beforeAll(async () => {
  database = await createDatabase();
  await withApi(async ({ stock }) => {
    const [product, customer] = [await stock.product(), await stock.customer()];
    const make = async (count: number, wish: LicenseWish): Promise<License[]> => {
      const made: License[] = [];
      while (made.length < count) made.push(await stock.license({ product, customer, ...wish }));
      return made;
    };
    licenses = await make(LICENSES, { state: 'assigned', activationLimit: LIMIT });
    [open] = (await make(1, { activationLimit: -1, devices: [] })) as [License];
    crowd = await make(CROWD, { devices: ['device-1'] });
  });
  server = await start();
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

/** Every device of every license, in turn. */
const askers = (): { key: string; fingerprint: string }[] =>
  DEVICES.flatMap((fingerprint) => licenses.map(({ key }) => ({ key, fingerprint })));

describe('a process that is killed during a storm of activations', () => {
  it('has kept everything that it answered, and counts exactly', async () => {
    const client = clientOf(server.http);
    const answered: { key: string; fingerprint: string }[] = [];
    const outcomes = Promise.all(
      askers().map(async (body) => {
        try {
          const outcome = outcomeOf(await client.activate(body));
          if (outcome === '201 ACTIVATED') answered.push(body);
          return outcome;
        } catch {
          return 'no answer';
        }
      })
    );
    while (answered.length < LIMIT) await turn();
    await server.kill('SIGKILL');

    expect(tally(await outcomes)).toMatchObject({ 'no answer': expect.any(Number) as number });
    const kept = [...answered];
    server = await start();
    const restarted = clientOf(server.http);
    for (const body of kept) {
      expect(outcomeOf(await restarted.validate(body))).toBe('200 VALID');
    }

    const again = await Promise.all(
      askers().map(async (body) => outcomeOf(await restarted.activate(body)))
    );
    const {
      '201 ACTIVATED': added = 0,
      '200 ALREADY_ACTIVATED': found = 0,
      ...rest
    } = tally(again);
    expect(added + found).toBe(LICENSES * LIMIT);
    expect(found).toBeGreaterThanOrEqual(kept.length);
    expect(rest).toEqual({ '409 LIMIT_EXCEEDED': LICENSES * (DEVICES.length - LIMIT) });
  });
});

describe('a process that is asked to end', () => {
  it('answers the requests under way, takes no new ones, hands its job back and ends well', async () => {
    const admin = await registerSuperAdmin(server.http);
    const url = `${server.url}${pathOf('activate')}`;
    const devices = ['late-1', 'late-2', 'late-3'];
    const requests = await Promise.all(
      devices.map(async (fingerprint) => beginRequest(url, { key: open.key, fingerprint }))
    );
    // Open, and of no request yet: Node takes it for one in use and leaves it.
    const early = openSocket(server.url);
    await once(early, 'connect');
    jobId = await startInBulk(admin, '/bulk', {
      environment: 'production',
      action: 'suspend',
      selection: { ids: crowd.map(({ documentId }) => documentId) },
    });

    const ended = server.kill('SIGTERM');
    await eventually(async () => expect(fetch(url)).rejects.toThrow('fetch failed'));
    early.write('GET /api/license-keys/health HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await heardOn(early)).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*^Connection: close\r\n/m);
    for (const { finish } of requests) {
      expect(await finish()).toMatchObject({
        status: 201,
        connection: 'close',
        body: { data: { code: 'ACTIVATED' } },
      });
    }

    expect(await ended).toBe(0);
    const [job] = (await database.read(TABLE.job)).filter((row) => row.id === jobId);
    expect(job).toMatchObject({ state: 'queued', leased_until: null, attempts: 0 });
  });
});

describe('what is left', () => {
  it('is whole: trails, counts, and the job that goes on', async () => {
    await withApi(async ({ strapi }) => {
      await service(strapi, 'jobs').wakeDue();
      await eventually(async () => {
        expect(await service(strapi, 'jobs').find(jobId)).toMatchObject({
          state: 'succeeded',
          total: CROWD,
          succeeded: CROWD,
        });
      });
      for (const { documentId } of licenses) {
        expect(await devicesOf(strapi, documentId)).toHaveLength(LIMIT);
        const actions = (await auditOf(strapi, documentId)).map(({ action }) => action);
        expect(actions.filter((action) => action === 'activate')).toHaveLength(LIMIT);
      }
      expect(await devicesOf(strapi, open.documentId)).toHaveLength(3);
      expect(await service(strapi, 'audit').verify()).toMatchObject({ broken: null });
    });
  });
});
