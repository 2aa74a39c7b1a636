import { pathOf, startApi, type TestApi } from '../support/api';
import { createIntegrator } from '../support/integrator';
import { heardOn, openSocket, trickle } from '../support/raw-socket';

/** Milliseconds in which a request must have arrived. */
const LIMIT = 3000;
/** By then a client that stalls is gone, on a loaded machine too; Node by itself would wait for 300,000. */
const PATIENCE = 30_000;

let api: TestApi;
let token: string;
let key: string;

beforeAll(async () => {
  // Koa reports connections that are cut there.
  jest.spyOn(console, 'error').mockReturnValue();
  api = await startApi({ env: { HTTP_REQUEST_TIMEOUT: String(LIMIT) } });
  ({ token } = await createIntegrator(api, 'full-access'));
  ({ key } = await api.stock.license());
});

afterAll(() => api.stop());

const TOKENS: Record<string, () => string> = { good: () => token, none: () => '' };

describe.each([
  ['a public route', pathOf('validate'), 'none', 200],
  ['a route for tokens', '/api/license-keys/production/licenses/random-assign', 'good', 400],
  ['the same without a token', '/api/license-keys/production/licenses/random-assign', 'none', 401],
  ['a path that nobody serves', '/api/license-keys/production/nowhere', 'none', 405],
  ['a route of the admin panel without a login', '/license-keys/licenses', 'none', 401],
])('a body for %s', (_what, path, bearer, status) => {
  /** A nonce is looked for in every one of them. */
  const body = () => JSON.stringify({ key, nonce: 'n-1' });
  const head = () =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n` +
    `Authorization: Bearer ${TOKENS[bearer]?.() ?? ''}\r\n` +
    `Content-Length: ${String(body().length)}\r\n\r\n`;

  it('that comes byte by byte, but in time, is answered', async () => {
    const socket = openSocket(api.url);
    const heard = heardOn(socket);
    socket.write(head());
    await trickle(socket, body());

    expect(await heard).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  });

  it.each([
    ['whose end never comes', () => body().slice(0, -1)],
    ['of which nothing comes', () => ''],
  ])('%s is given up', async (_how, sent) => {
    const start = performance.now();
    const socket = openSocket(api.url);
    socket.write(head() + sent());

    expect(await heardOn(socket)).toMatch(/^(HTTP\/1.1 408 |$)/);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});

it('many that stall keep nobody else waiting, and none of them stays', async () => {
  const head = `POST ${pathOf('validate')} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  const stalled = Array.from({ length: 50 }, async () => {
    const socket = openSocket(api.url);
    socket.write(`${head}Content-Length: 100\r\n\r\n{`);
    return heardOn(socket);
  });

  await api.client.validate({ key }).expect(200);

  expect(await Promise.all(stalled)).toHaveLength(50);
});
