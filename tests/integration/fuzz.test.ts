import fc from 'fast-check';

import { registerSuperAdmin, type Admin } from '../support/admin';
import { pathOf, startApi, type TestApi } from '../support/api';
import { deviationOf } from '../support/documented';
import { goodRequests, type Makers } from '../support/fuzz/good';
import { goodRequest, requestsTo } from '../support/fuzz/requests';
import { routesOf } from '../support/fuzz/routes';
import { createIntegrator } from '../support/integrator';
import { service } from '../support/plugin';
import { closeConnections, send, type RawAnswer, type RawRequest } from '../support/raw-http';
import { heardOn, openSocket } from '../support/raw-socket';

/** Requests to each route; more of them on wish: `FUZZ_RUNS=1000 npx jest …`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 30);
const ADMIN_RUNS = Number(process.env.FUZZ_RUNS ?? 12);

jest.setTimeout(8000 * RUNS);

let api: TestApi;
let admin: Admin;
let good: Awaited<ReturnType<typeof goodRequests>>;

beforeAll(async () => {
  api = await startApi({ env: { LICENSE_PREVIEW_PASSWORD: 'false' } });
  for (const transport of api.strapi.log.transports) transport.silent = true;
  // Koa itself reports connections that are cut there.
  jest.spyOn(console, 'error').mockReturnValue();
  admin = await registerSuperAdmin(api.http);
  good = await goodRequests(api, admin);
});

afterAll(async () => {
  closeConnections();
  await api.stop();
});

/** What is no JSON is no answer of the content API. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

/** Node's own answer to a head of more than 16 KB, which no route ever sees. */
const TOO_LARGE_A_HEAD = 431;

/** Answered, or refused, as the OpenAPI document says. */
const expectHandled = (request: RawRequest, { status, headers, text }: RawAnswer): void => {
  if (status === TOO_LARGE_A_HEAD) return;
  const lowercase = headers.map(([name, value]) => [name.toLowerCase(), value]);
  const answer = {
    status,
    headers: Object.fromEntries(lowercase) as Record<string, string>,
    text,
    body: parsed(text),
  };
  const fault =
    status >= 500
      ? `${String(status)} ${text}`
      : deviationOf(request.method, `${api.url}${request.path}`, answer);
  if (fault !== undefined) throw new Error(`${fault} to ${JSON.stringify(request).slice(0, 5000)}`);
};

interface Audience {
  /** Of its routes. */
  prefix: string;
  makers: Makers;
  token: string;
  numRuns: number;
}

/**
 * Sends each route what it is made for, then much that is nearly so. Returns the share of the latter that got
 * through: a fuzz that is refused at the door finds nothing behind it.
 */
const assault = async ({ prefix, makers, token, numRuns }: Audience): Promise<number> => {
  const headers = { Authorization: `Bearer ${token}` };
  const routes = routesOf(api, prefix);
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(makers).sort());

  const faults: string[] = [];
  const statuses: number[] = [];
  for (const { route, name } of routes) {
    const target = { route, good: (await makers[name]?.()) ?? {}, headers };
    const { status, text: body } = await send(api.url, goodRequest(target));
    if (status >= 300) faults.push(`${name} gets no good request: ${String(status)} ${body}`);
    const requests = fc.asyncProperty(requestsTo(target, good), async (request) => {
      const answer = await send(api.url, request);
      statuses.push(answer.status);
      expectHandled(request, answer);
    });
    const { failed, errorInstance } = await fc.check(requests, { numRuns, endOnFailure: true });
    if (failed) faults.push(`${name}: ${String(errorInstance)}`);
  }
  expect(faults).toEqual([]);
  return statuses.filter((status) => status < 300).length / statuses.length;
};

const expectWhole = async (): Promise<void> => {
  expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  await api.http.get('/api/license-keys/health').expect(200);
};

describe('hostile requests', () => {
  it('to every public and content-API route are refused or answered', async () => {
    const { token } = await createIntegrator(api, 'full-access');
    const share = await assault({
      prefix: '/api/license-keys',
      makers: good.contentApi,
      token,
      numRuns: RUNS,
    });

    expect(share).toBeGreaterThan(0.2);
    await expectWhole();
  });

  it('to every route of the admin panel too', async () => {
    const share = await assault({
      prefix: '/license-keys',
      makers: good.adminPanel,
      token: admin.token,
      numRuns: ADMIN_RUNS,
    });

    expect(share).toBeGreaterThan(0.2);
    await expectWhole();
  });
});

describe('a body that does not come as announced', () => {
  const head = (length: number, more = ''): string =>
    `POST ${pathOf('validate')} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${String(length)}\r\n${more}\r\n`;

  it.each([
    ['cut off', head(100) + '{"key":'],
    ['longer than it says', `${head(2)}{"key":"a longer text"}`],
    ['with a length that is none', head(-1)],
    ['with two lengths', head(2, 'Content-Length: 3\r\n') + '{}'],
    ['with a length and in chunks', head(2, 'Transfer-Encoding: chunked\r\n') + '2\r\n{}\r\n0\r\n'],
    [
      'in chunks that are none',
      head(2).replace(/Content-Length.*/, 'Transfer-Encoding: chunked') + 'x\r\n',
    ],
  ])('%s is no fault of ours', async (_how, bytes) => {
    const socket = openSocket(api.url);
    socket.end(bytes);

    expect(await heardOn(socket)).not.toMatch(/^HTTP\/1\.1 5/m);
    await api.http.get('/api/license-keys/health').expect(200);
  });
});
