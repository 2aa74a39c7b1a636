import type { Response } from 'supertest';

import { ACTIONS, pathOf, startApi, type Action, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';

interface ErrorAnswer {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { errors: { path: string[]; message: string; name: string }[] };
  };
}

/** What must never come back. */
const SECRET = 'SECRET-KEY-0123456789';

const VALID: Record<Action, object> = {
  validate: { key: SECRET },
  activate: { key: SECRET, fingerprint: 'device-1' },
  'offline-file': { key: SECRET, fingerprint: 'device-1' },
  deactivate: { key: SECRET, fingerprint: 'device-1' },
};

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await api.stock.license({ key: SECRET, activationLimit: -1, devices: ['device-1'] });
});

afterAll(() => api.stop());

const send = async (action: Action, text: string, type = 'application/json'): Promise<Response> =>
  api.http.post(pathOf(action)).set('Content-Type', type).send(text);

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** A 400 in Strapi's shape that names the fields at fault and repeats nothing of what was sent. */
const expectRefused = (response: Response, fields: readonly string[]): void => {
  const { data, error } = bodyOf<ErrorAnswer>(response);
  const { errors } = error.details;

  expect(response.status).toBe(400);
  expect(data).toBeNull();
  expect(error).toMatchObject({ status: 400, name: 'ValidationError' });
  expect(errors.map(({ path }) => path.join('.')).sort()).toEqual([...fields].sort());
  for (const { message, ...rest } of errors) {
    expect(message).toEqual(expect.any(String));
    expect(Object.keys(rest).sort()).toEqual(['name', 'path']);
  }
  expect(response.text).not.toContain(SECRET);
};

describe.each(ACTIONS)('%s', (action) => {
  const merged = (fields: object): string => JSON.stringify({ ...VALID[action], ...fields });

  it('takes a body with just what it needs', async () => {
    expect((await send(action, merged({}))).status).toBe(200);
  });

  it.each(['application/json; charset=utf-8', 'application/vnd.acme+json', 'Application/JSON'])(
    'takes a body of the type %s',
    async (type) => {
      expect((await send(action, merged({}), type)).status).toBe(200);
    }
  );

  const KEYS: [string, unknown][] = [
    ['a number', 12],
    ['a boolean', true],
    ['null', null],
    ['an array', [SECRET]],
    ['an object', { key: SECRET }],
    ['empty', ''],
    ['too long', SECRET.padEnd(256, 'x')],
    ['with a line break', `${SECRET}\n`],
    ['with a tab inside', `SECRET\t${SECRET}`],
    ['with U+0000', `${SECRET}\u0000`],
    ['with DEL', `${SECRET}\u007f`],
    ['with a C1 control character', `${SECRET}\u0085x`],
    ['with half of a surrogate pair', `${SECRET}\ud83d`],
    ['with spaces around it', ` ${SECRET} `],
  ];

  it.each(KEYS)('refuses a key that is %s', async (_what, key) => {
    expectRefused(await send(action, merged({ key })), ['key']);
  });

  it('refuses a body without a key', async () => {
    expectRefused(await send(action, merged({ key: undefined })), ['key']);
  });

  const FINGERPRINTS: [string, unknown][] = [
    ['a number', 12],
    ['null', null],
    ['an array', ['device-1']],
    ['empty', ''],
    ['too long', 'f'.repeat(256)],
    ['with U+0000', 'device\u0000'],
    ['with half of a surrogate pair', '\udc00device'],
  ];

  it.each(FINGERPRINTS)('refuses a fingerprint that is %s', async (_what, fingerprint) => {
    expectRefused(await send(action, merged({ fingerprint })), ['fingerprint']);
  });

  it.each<[string, unknown]>([
    ['a number', 12],
    ['null', null],
    ['too long', 'n'.repeat(129)],
    ['with U+0000', '\u0000'],
  ])('refuses a nonce that is %s', async (_what, nonce) => {
    expectRefused(await send(action, merged({ nonce })), ['nonce']);
  });

  it('names every field at fault', async () => {
    expectRefused(await send(action, merged({ key: 1, fingerprint: 2, nonce: 3 })), [
      'fingerprint',
      'key',
      'nonce',
    ]);
  });

  it.each([
    'licenseKey',
    'license_key',
    'machineID',
    'User',
    'environment',
    'constructor',
    'toString',
    'hasOwnProperty',
  ])('refuses the unknown field %s', async (field) => {
    expectRefused(await send(action, merged({ [field]: SECRET })), [field]);
  });

  it.each([SECRET, SECRET.toLowerCase(), 'abcdefghijklmnopqrstuvwxyz'])(
    'refuses the unknown field %s without its name, which may be a license key',
    async (field) => {
      const response = await send(action, merged({ [field]: 1 }));

      expectRefused(response, ['body']);
      expect(response.text).not.toContain(field);
    }
  );

  it('refuses __proto__ as any other unknown field', async () => {
    const text = merged({}).replace('{', '{"__proto__":{"key":"x"},');

    expectRefused(await send(action, text), ['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'key')).toBe(false);
  });

  it.each([
    ['an unknown field', 'other'],
    ['the key', 'key'],
    ['the fingerprint', 'fingerprint'],
  ])('refuses %s with JSON as deep as its size allows', async (_what, field) => {
    const rest = merged({ [field]: undefined }).slice(1);
    const text = `{"${field}":${nested(30_000)},${rest}`.replace(',}', '}');

    expectRefused(await send(action, text), [field]);
  });

  it.each([
    ['malformed', `{"key":"${SECRET}"`],
    ['empty', ''],
    ['no JSON at all', `key=${SECRET}`],
    ['an array', `["${SECRET}"]`],
    ['a string', `"${SECRET}"`],
    ['a number', '1'],
    ['null', 'null'],
    ['JSON twice', `{"key":"${SECRET}"}{"key":"${SECRET}"}`],
  ])('refuses a body that is %s', async (_what, text) => {
    expectRefused(await send(action, text), ['body']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
    'refuses a body of the type %s',
    async (type) => {
      expectRefused(await send(action, merged({}), type), ['Content-Type']);
    }
  );

  it('takes a body of 64 KB and refuses a larger one with 413', async () => {
    const whole = merged({});
    const padded = (bytes: number): string => whole + ' '.repeat(bytes - whole.length);

    expect((await send(action, padded(64 * 1024))).status).toBe(200);
    for (const bytes of [64 * 1024 + 1, 256 * 1024, 4 * 1024 * 1024]) {
      const response = await send(action, padded(bytes));
      expect(response.status).toBe(413);
      expect(bodyOf<object>(response)).toStrictEqual({
        data: null,
        error: {
          status: 413,
          name: 'PayloadTooLargeError',
          message: 'The body must not be larger than 64 KB.',
          details: {},
        },
      });
    }
  });
});

/** To the router it is the same. */
describe('a path in capitals', () => {
  const PATHS = ['/api/License-Keys/production/validate', '/API/LICENSE-KEYS/production/VALIDATE'];
  const post = (path: string, text: string) =>
    api.http.post(path).set('Content-Type', 'application/json').send(text);

  it.each(PATHS)('is answered and refused as any other: %s', async (path) => {
    expect((await post(path, JSON.stringify(VALID.validate))).status).toBe(200);
    expectRefused(await post(path, `{"key":"${SECRET}"`), ['body']);
    const zipped = post(path, JSON.stringify(VALID.validate)).set('Content-Encoding', 'gzip');
    expect((await zipped).status).toBe(200);
  });

  it('that nobody serves is an error like the others', async () => {
    const response = await post('/api/License-Keys/production/nowhere', '{}');

    expect(bodyOf<object>(response)).toMatchObject({ error: { status: response.status } });
  });

  it('is not decoded: one with an escape leads nowhere', async () => {
    const response = await post('/api/license%2Dkeys/production/validate', '{}');

    expect([404, 405]).toContain(response.status);
  });
});

describe('fields that only some requests have', () => {
  beforeAll(() => api.client.activate(VALID.activate));

  const PRODUCTS: [string, unknown][] = [
    ['a number', 12],
    ['null', null],
    ['empty', ''],
    ['too long', 'p'.repeat(256)],
    ['with U+0000', 'pro\u0000'],
  ];

  it.each(PRODUCTS)('refuses a product that is %s', async (_what, product) => {
    for (const action of ['validate', 'activate'] as const) {
      const text = JSON.stringify({ ...VALID[action], product });
      expectRefused(await send(action, text), ['product']);
    }
  });

  it.each<[Action, string]>([
    ['validate', 'name'],
    ['validate', 'platform'],
    ['validate', 'metadata'],
    ['offline-file', 'product'],
    ['offline-file', 'name'],
    ['offline-file', 'metadata'],
    ['deactivate', 'product'],
    ['deactivate', 'name'],
    ['deactivate', 'metadata'],
  ])('%s does not know %s', async (action, field) => {
    const text = JSON.stringify({ ...VALID[action], [field]: {} });
    expectRefused(await send(action, text), [field]);
  });

  it.each<Action>(['activate', 'offline-file', 'deactivate'])(
    '%s needs a fingerprint',
    async (action) => {
      expectRefused(await send(action, JSON.stringify({ key: SECRET })), ['fingerprint']);
    }
  );

  const activate = async (fields: object): Promise<Response> =>
    send('activate', JSON.stringify({ ...VALID.activate, ...fields }));

  it.each(['name', 'platform'])('takes a %s of up to 255 characters', async (field) => {
    for (const value of ['', 'x'.repeat(255), 'Büro 🖥']) {
      expect((await activate({ [field]: value })).status).toBe(200);
    }
    for (const value of ['x'.repeat(256), 1, null, {}, 'a\u0000b', '\ud800']) {
      expectRefused(await activate({ [field]: value }), [field]);
    }
  });

  it('takes metadata of up to 10 KB', async () => {
    const bytes = (count: number): object => ({ a: 'x'.repeat(count - '{"a":""}'.length) });

    for (const metadata of [{}, bytes(10 * 1024), { a: { b: [1, null, true, 'c'] } }]) {
      expect((await activate({ metadata })).status).toBe(200);
    }
    for (const metadata of [bytes(10 * 1024 + 1), { a: 'ü'.repeat(6 * 1024) }]) {
      expectRefused(await activate({ metadata }), ['metadata']);
    }
  });

  it.each<[string, unknown]>([
    ['a string', 'text'],
    ['an array', [1]],
    ['a number', 1],
    ['null', null],
    ['with U+0000 in a value', { a: ['\u0000'] }],
    ['with U+0000 in a name', { '\u0000': 1 }],
    ['with half of a surrogate pair', { a: '\ud800' }],
  ])('refuses metadata that is %s', async (_what, metadata) => {
    expectRefused(await activate({ metadata }), ['metadata']);
  });

  it('refuses metadata that is too deep', async () => {
    const text = `{"key":"${SECRET}","fingerprint":"f","metadata":{"a":${nested(30_000)}}}`;

    expectRefused(await send('activate', text), ['metadata']);
  });

  it('keeps __proto__ inside metadata as mere data', async () => {
    const text = `{"key":"${SECRET}","fingerprint":"proto","metadata":{"__proto__":{"own":1}}}`;

    expect((await send('activate', text)).status).toBe(201);
    expect(Object.hasOwn(Object.prototype, 'own')).toBe(false);
  });
});
