import fc from 'fast-check';

import { pathOf, startApi, type Action, type TestApi } from '../support/api';
import { registerSuperAdmin } from '../support/admin';
import { goodRequests } from '../support/fuzz/good';
import { goodRequest, requestsTo } from '../support/fuzz/requests';
import { routesOf } from '../support/fuzz/routes';
import { startMeasured, type MeasuredServer } from '../support/heap';
import { createIntegrator } from '../support/integrator';
import { heardOn, openSocket } from '../support/raw-socket';
import { closeConnections, send, type RawRequest } from '../support/raw-http';
import { unique } from '../support/stock';
import { eventually } from '../support/wait';

jest.setTimeout(240_000);

/** Requests of each kind before the heap is measured, and again until it is measured once more. */
const ROUNDS = 500;
/** The same, where each route of the content API has its turn. */
const ROUNDS_EACH = 100;
const AT_ONCE = 10;
/** What each request carries in a header: one that stays would stay with it. */
const BURDEN = { 'X-Burden': 'x'.repeat(24_000) };
/**
 * Bytes for each request that may stay: the limiter keeps a count until its window ends, and V8 what it compiles. Far
 * less than the burden.
 */
const TRACES = 8000;
const MANY = '1000000';

/** On the same database as the server: it makes what the requests need. */
let api: TestApi;
let server: MeasuredServer;
let key: string;
let token: string;

beforeAll(async () => {
  api = await startApi();
  server = await startMeasured({
    database: api.database,
    env: {
      LICENSE_RATE_LIMIT_PER_KEY: MANY,
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: MANY,
      HTTP_REQUEST_TIMEOUT: '2000',
    },
  });
  ({ key } = await api.stock.license({ activationLimit: -1, devices: ['device-1', 'device-2'] }));
  ({ token } = await createIntegrator(api, 'full-access'));
});

afterAll(async () => {
  closeConnections();
  await server.stop();
  await api.stop();
});

const expectStatus = async (
  expected: number,
  { method = 'POST', headers, ...request }: Partial<RawRequest> & { path: string }
): Promise<void> => {
  const { status } = await send(server.url, {
    method,
    headers: { 'Content-Type': 'application/json', ...BURDEN, ...headers },
    body: null,
    ...request,
  });
  expect(status).toBe(expected);
};

const expectAnswer = async (
  expected: number,
  action: Action,
  body: object,
  headers = {}
): Promise<void> =>
  expectStatus(expected, { path: pathOf(action), headers, body: JSON.stringify(body) });

/** Sends a part of a body and waits until the server gives it up. */
const stall = async (): Promise<void> => {
  const socket = openSocket(server.url);
  socket.write(
    `POST ${pathOf('validate')} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
      `X-Burden: ${BURDEN['X-Burden']}\r\nContent-Length: 60000\r\n\r\n${'x'.repeat(30_000)}`
  );
  await heardOn(socket);
};

const inTurns = async (
  attempt: () => Promise<unknown>,
  { rounds = ROUNDS, atOnce = AT_ONCE }
): Promise<void> => {
  for (let sent = 0; sent < rounds; sent += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, attempt));
  }
};

/** Bytes of the heap that each request leaves at the least, once those before have warmed the server up. */
const growthOf = async (
  attempt: () => Promise<unknown>,
  { rounds = ROUNDS, atOnce = AT_ONCE } = {}
): Promise<number> => {
  const heapAfterwards = async (): Promise<number> => {
    await inTurns(attempt, { rounds, atOnce });
    closeConnections();
    return eventually(async () => {
      const { connections, bytes } = await server.heap();
      expect(connections).toBe(0);
      return bytes;
    });
  };
  let before = await heapAfterwards();
  let growth = Infinity;
  // What leaks does so each time; what is compiled, cached or done in the background may grow once.
  for (let measured = 0; measured < 3 && growth >= TRACES; measured += 1) {
    const after = await heapAfterwards();
    growth = Math.min(growth, (after - before) / rounds);
    before = after;
  }
  return growth;
};

describe('hundreds of requests', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'that are refused',
      async () =>
        expectAnswer(400, 'validate', { key: 'x'.repeat(60_000), nonce: unique('nonce') }),
    ],
    [
      'that are answered',
      async () => expectAnswer(200, 'validate', { key, fingerprint: 'device-1' }),
    ],
    [
      'that end a device',
      async () => expectAnswer(200, 'deactivate', { key, fingerprint: 'device-2' }),
    ],
    [
      'for offline files',
      async () => expectAnswer(200, 'offline-file', { key, fingerprint: 'device-1' }),
    ],
    [
      'for keys that do not exist',
      async () => expectAnswer(200, 'validate', { key: unique('GUESS') }),
    ],
    [
      'with an Idempotency-Key each',
      async () => {
        const headers = { 'Idempotency-Key': unique('order') };
        await expectAnswer(200, 'activate', { key, fingerprint: 'device-1' }, headers);
      },
    ],
  ])('%s leave no memory behind', async (_what, attempt) => {
    expect(await growthOf(attempt)).toBeLessThan(TRACES);
  });

  it('that stall leave no memory behind', async () => {
    expect(await growthOf(stall, { atOnce: ROUNDS / 2 })).toBeLessThan(TRACES);
  });

  it('to each route of the content API, in good faith and not, leave no memory behind', async () => {
    const prefix = '/api/license-keys';
    const headers = { Authorization: `Bearer ${token}`, ...BURDEN };
    const good = await goodRequests(api, await registerSuperAdmin(api.http));

    const growing: string[] = [];
    for (const { name, route } of routesOf(api, prefix)) {
      const target = { route, good: (await good.contentApi[name]?.()) ?? {}, headers };
      const usual = goodRequest(target);
      expect((await send(server.url, usual)).status).toBeLessThan(300);
      const hostile = fc.sample(requestsTo(target, good), ROUNDS_EACH / 2);
      const requests = hostile.flatMap((request) => [request, usual]);
      let sent = 0;
      const growth = await growthOf(
        async () => send(server.url, requests[sent++ % requests.length] ?? usual),
        { rounds: ROUNDS_EACH }
      );
      if (growth >= TRACES) growing.push(`${name}: ${String(growth)}`);
    }
    expect(growing).toEqual([]);
  }, 900_000);
});
