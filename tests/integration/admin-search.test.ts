import { permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { keysOf, list } from '../support/listing';

let api: TestApi;
let admin: Admin;

beforeAll(async () => {
  api = await startApi();
  admin = await registerSuperAdmin(api.http);
  const { stock } = api;
  const plain = await stock.product({ name: 'Basic' });
  const ada = await stock.customer({ name: 'Ada Lovelace', email: 'ada@engines.example' });
  const mueller = await stock.customer({ name: 'MÜLLER GmbH', email: 'info@mueller.example' });
  const oneil = await stock.customer({ name: "O'Neil \\ Sons", email: 'o_neil@sons.example' });
  const studio = await stock.product({ name: 'Studio 100%' });
  await stock.license({ key: 'ABCD-1111', product: plain, customer: ada });
  await stock.license({ key: 'WXYZ-2222', product: plain, customer: mueller });
  await stock.license({ key: 'WXYZ-3333', product: studio, state: 'available' });
  await stock.license({ key: 'a_c%d-4444', product: plain, customer: oneil });
  await stock.license({ key: 'ABCD-5555', environment: 'staging' });
});

afterAll(() => api.stop());

const search = async (text: string): Promise<string[]> =>
  keysOf(await list(admin, { environment: 'production', _q: text, sort: 'key:asc' })).sort();

const ALL = ['ABCD-1111', 'WXYZ-2222', 'WXYZ-3333', 'a_c%d-4444'];

describe('the search', () => {
  it.each<[string, string, string[]]>([
    ['a key', 'ABCD-1111', ['ABCD-1111']],
    ['a part of a key', 'YZ-', ['WXYZ-2222', 'WXYZ-3333']],
    ['a key in the other case', 'abcd', ['ABCD-1111']],
    ["a customer's name", 'Lovelace', ['ABCD-1111']],
    ["a customer's name in the other case", 'aDA lOVE', ['ABCD-1111']],
    ["a customer's e-mail", 'ADA@engines', ['ABCD-1111']],
    ['the domain of an e-mail', '@mueller.example', ['WXYZ-2222']],
    ["a product's name", 'studio', ['WXYZ-3333']],
    ['letters beyond ASCII, as they are written', 'MÜLLER', ['WXYZ-2222']],
    ['an apostrophe', "o'neil", ['a_c%d-4444']],
    ['a percent sign', '%', ['WXYZ-3333', 'a_c%d-4444']],
    ['an underscore', '_', ['a_c%d-4444']],
    ['a backslash', '\\', ['a_c%d-4444']],
    ['a pattern, which is none', 'A__D', []],
    ['a pattern, which is none either', 'A%1', []],
    ['SQL, which is only text', "' OR 1=1 --", []],
    ['what nobody has', 'no such thing', []],
  ])('finds by %s', async (_what, text, expected) => {
    expect(await search(text)).toEqual(expected);
  });

  it('finds everything by nothing', async () => {
    expect(await search('')).toEqual([...ALL].sort());
  });

  it('goes together with a filter', async () => {
    const query = { environment: 'production', _q: 'WXYZ', state: 'available' };

    expect(keysOf(await list(admin, query))).toEqual(['WXYZ-3333']);
  });
});

describe('what the page asks for', () => {
  it('is open to a role that may only read', async () => {
    const reader = await createAdminWith(api.http, admin, [{ action: permissionId('read') }]);

    for (const path of ['context', 'product-options', 'licenses']) {
      await reader
        .get(`/license-keys/${path}`)
        .query(path === 'context' ? {} : { environment: 'production' })
        .expect(200);
    }
  });

  it('begins with the environments', async () => {
    const response = await admin.get('/license-keys/context').expect(200);

    expect(bodyOf<object>(response)).toStrictEqual({
      data: {
        environments: ['production', 'staging', 'development'],
        defaultEnvironment: 'production',
        globalSearch: true,
        importLimits: { maxBytes: 52_428_800, maxLines: 100_000 },
      },
    });
  });

  it('has the products of one environment, by name', async () => {
    const environment = 'development';
    const names = ['beta', 'Alpha', 'Gamma'];
    for (const name of names) await api.stock.product({ environment, name, active: name > 'b' });

    const response = await admin
      .get('/license-keys/product-options')
      .query({ environment })
      .expect(200);

    const documentId = expect.any(String) as unknown;
    expect(bodyOf<object>(response)).toStrictEqual({
      data: [
        { documentId, name: 'Alpha', active: false },
        { documentId, name: 'beta', active: true },
        { documentId, name: 'Gamma', active: false },
      ],
    });
  });

  it.each([{}, { environment: 'sandbox' }])('refuses products of %j', async (query) => {
    const response = await admin.get('/license-keys/product-options').query(query).expect(400);

    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: ['environment'] }] } },
    });
  });
});

it.each([
  ['of the page', '/admin/plugins/license-keys?_q=KEY'],
  [
    'of the login that leads to it',
    '/admin/auth/login?redirectTo=%2Fplugins%2Flicense-keys%3F_q%3DKEY',
  ],
])(
  'keeps a key that is searched for out of the log, also in the address %s',
  async (_which, address) => {
    const { key } = await api.stock.license({ state: 'available' });
    await api.http.get(address.replace('KEY', key));

    expect(await api.leaks()).toEqual([]);
  }
);
