import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { keysOf, list, LIST, type ListQuery } from '../support/listing';
import { queriesDuring } from '../support/queries';
import { daysFromNow, type Customer, type LicenseWish } from '../support/stock';

const environment = 'staging';

let api: TestApi;
let admin: Admin;

beforeAll(async () => {
  api = await startApi();
  admin = await registerSuperAdmin(api.http);
});

afterAll(() => api.stop());

const find = async (query: ListQuery = {}): Promise<string[]> =>
  keysOf(await list(admin, { environment, ...query }));

describe('the list', () => {
  interface Row {
    key: string;
    product: string;
    customer: string;
    state: LicenseWish['state'];
    limit: number;
    expiresIn: number | null;
  }

  /** In the order in which they are created; in each column the order is another one. */
  const ROWS: readonly Row[] = [
    { key: 'LK-4', product: 'beta', customer: 'Zoe', state: 'revoked', limit: 5, expiresIn: 40 },
    { key: 'LK-1', product: 'Alpha', customer: '', state: 'available', limit: -1, expiresIn: null },
    {
      key: 'LK-7',
      product: 'Gamma',
      customer: 'adam',
      state: 'active',
      limit: 10_000,
      expiresIn: 10,
    },
    {
      key: 'LK-2',
      product: 'delta',
      customer: 'Berta',
      state: 'suspended',
      limit: 1,
      expiresIn: null,
    },
    {
      key: 'LK-6',
      product: 'Epsilon',
      customer: 'carl',
      state: 'assigned',
      limit: 2,
      expiresIn: 20,
    },
    { key: 'LK-3', product: 'zeta', customer: 'Dora', state: 'inactive', limit: 3, expiresIn: 5 },
    { key: 'LK-5', product: 'Eta', customer: 'emil', state: 'expired', limit: 50, expiresIn: -1 },
  ];

  const licenses = new Map<string, License>();
  const customers = new Map<string, Customer>();

  beforeAll(async () => {
    for (const { key, state, limit, expiresIn, ...row } of ROWS) {
      const customer = await api.stock.customer({ environment, name: row.customer || 'nobody' });
      customers.set(key, customer);
      licenses.set(
        key,
        await api.stock.license({
          environment,
          key,
          state,
          product: await api.stock.product({ environment, name: row.product }),
          customer,
          activationLimit: limit,
          expiresAt: expiresIn === null ? null : daysFromNow(expiresIn),
          metadata: { internal: 'note' },
        })
      );
    }
    await api.stock.license({ key: 'ELSEWHERE', environment: 'production' });
  });

  const SORTS: [string, string[]][] = [
    ['key', ['LK-1', 'LK-2', 'LK-3', 'LK-4', 'LK-5', 'LK-6', 'LK-7']],
    ['product', ['LK-1', 'LK-4', 'LK-2', 'LK-6', 'LK-5', 'LK-7', 'LK-3']],
    ['customer', ['LK-7', 'LK-2', 'LK-6', 'LK-3', 'LK-5', 'LK-4', 'LK-1']],
    ['state', ['LK-1', 'LK-6', 'LK-7', 'LK-3', 'LK-2', 'LK-5', 'LK-4']],
    ['activationLimit', ['LK-2', 'LK-6', 'LK-3', 'LK-4', 'LK-5', 'LK-7', 'LK-1']],
    ['expiresAt', ['LK-5', 'LK-3', 'LK-7', 'LK-6', 'LK-4', 'LK-1', 'LK-2']],
    ['createdAt', ['LK-4', 'LK-1', 'LK-7', 'LK-2', 'LK-6', 'LK-3', 'LK-5']],
  ];

  it.each(SORTS)('sorts by %s, both ways', async (field, ascending) => {
    expect(await find({ sort: `${field}:asc` })).toEqual(ascending);
    expect(await find({ sort: `${field}:desc` })).toEqual([...ascending].reverse());
    expect(await find({ sort: `${field}:ASC` })).toEqual(ascending);
  });

  it('shows what was created last first, unless it is told otherwise', async () => {
    expect(await find()).toEqual(await find({ sort: 'createdAt:desc' }));
  });

  it('shows of a license just what the page needs', async () => {
    const { data, meta } = await list(admin, { environment, sort: 'key:asc', pageSize: 2 });
    const [available, suspended] = data;
    const { documentId = '', expiresAt } = licenses.get('LK-2') ?? {};
    const customer = customers.get('LK-2');

    expect(suspended).toStrictEqual({
      documentId,
      key: 'LK-2',
      environment,
      state: 'suspended',
      product: {
        documentId: expect.any(String) as unknown,
        name: 'delta',
        slug: expect.stringMatching(/^pro-plan-/) as unknown,
        active: true,
      },
      customer: { documentId: customer?.documentId, name: 'Berta', email: customer?.email },
      activationLimit: 1,
      activationCount: 1,
      expiresAt: expiresAt ?? null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
    });
    expect(available).toMatchObject({ customer: null, activationLimit: -1, activationCount: 0 });
    expect(meta).toStrictEqual({ pagination: { page: 1, pageSize: 2, pageCount: 4, total: 7 } });
  });

  it('has pages that together are the list', async () => {
    const sort = 'key:asc';
    const pages: string[][] = [];
    for (let page = 1; page <= 4; page += 1) pages.push(await find({ sort, page, pageSize: 2 }));

    expect(pages.map((keys) => keys.length)).toEqual([2, 2, 2, 1]);
    expect(pages.flat()).toEqual(await find({ sort }));
    expect(await find({ sort, page: 5, pageSize: 2 })).toEqual([]);
    expect((await list(admin, { environment, page: 5, pageSize: 2 })).meta).toStrictEqual({
      pagination: { page: 5, pageSize: 2, pageCount: 4, total: 7 },
    });
  });

  it('has 20 licenses on a page, unless it is told otherwise', async () => {
    expect((await list(admin, { environment })).meta.pagination).toMatchObject({
      page: 1,
      pageSize: 20,
      pageCount: 1,
    });
  });

  it('is empty where an environment has no licenses', async () => {
    expect(await list(admin, { environment: 'development' })).toStrictEqual({
      data: [],
      meta: { pagination: { page: 1, pageSize: 20, pageCount: 0, total: 0 } },
    });
  });

  it.each(ROWS.map(({ state = '', key }) => [state, key] as const))(
    'filters by the state %s',
    async (state, key) => {
      expect(await find({ state })).toEqual([key]);
    }
  );

  it('filters by product, customer and state together', async () => {
    const { product } = licenses.get('LK-7') ?? {};
    const customer = customers.get('LK-7')?.documentId ?? '';
    const byProduct = { product: product?.documentId ?? '' };

    expect(await find(byProduct)).toEqual(['LK-7']);
    expect(await find({ ...byProduct, state: 'active', customer })).toEqual(['LK-7']);
    expect(await find({ ...byProduct, state: 'revoked' })).toEqual([]);
    expect(await find({ product: 'no-such-product' })).toEqual([]);
  });

  it('filters by expiry and by use', async () => {
    const sort = 'key:asc';
    const inDays = (days: number): string => daysFromNow(days).toISOString().slice(0, 10);

    expect(await find({ sort, expires: 'lifetime' })).toEqual(['LK-1', 'LK-2']);
    expect(await find({ sort, expires: 'expired' })).toEqual(['LK-5']);
    expect(await find({ sort, expires: '7' })).toEqual(['LK-3']);
    expect(await find({ sort, expires: '14' })).toEqual(['LK-3', 'LK-7']);
    expect(await find({ sort, expires: '30' })).toEqual(['LK-3', 'LK-6', 'LK-7']);
    expect(await find({ sort, expiresFrom: inDays(10), expiresTo: inDays(20) })).toEqual([
      'LK-6',
      'LK-7',
    ]);
    expect(await find({ sort, use: 'full' })).toEqual(['LK-2']);
    expect(await find({ sort, use: 'in-use' })).toEqual(['LK-2', 'LK-3', 'LK-5', 'LK-7']);
    expect(await find({ sort, use: 'unused' })).toEqual(['LK-1', 'LK-4', 'LK-6']);
  });

  it('costs two queries, whatever is asked', async () => {
    const queries: ListQuery[] = [
      {},
      { _q: 'LK', state: 'active', sort: 'customer:desc', page: 2, pageSize: 1 },
    ];
    for (const query of queries) {
      const statements = await queriesDuring(api.strapi, async () => find(query));
      const ofLicenses = statements.filter((sql) => sql.includes('license_keys_'));
      expect(ofLicenses).toHaveLength(2);
    }
  });

  const REFUSED: [ListQuery, string][] = [
    [{ environment: 'sandbox' }, 'environment'],
    [{ environment: '' }, 'environment'],
    [{ state: 'deleted' }, 'state'],
    [{ 'state[$ne]': 'active' }, 'state'],
    [{ 'product[$contains]': 'x' }, 'product'],
    [{ product: 'p'.repeat(256) }, 'product'],
    [{ _q: 'q'.repeat(256) }, '_q'],
    [{ _q: '\u0000' }, '_q'],
    [{ '_q[a]': 'x' }, '_q'],
    [{ sort: 'metadata:asc' }, 'sort'],
    [{ sort: 'id:asc' }, 'sort'],
    [{ sort: 'key' }, 'sort'],
    [{ sort: 'key:up' }, 'sort'],
    [{ sort: 'key:asc:desc' }, 'sort'],
    [{ sort: 'key:asc,createdAt:asc' }, 'sort'],
    [{ sort: 'l.key; DROP TABLE x:asc' }, 'sort'],
    [{ page: 0 }, 'page'],
    [{ page: -1 }, 'page'],
    [{ page: 1.5 }, 'page'],
    [{ page: 'two' }, 'page'],
    [{ page: 1_000_001 }, 'page'],
    [{ pageSize: 0 }, 'pageSize'],
    [{ pageSize: 101 }, 'pageSize'],
    [{ expires: '8' }, 'expires'],
    [{ expiresFrom: 'tomorrow' }, 'expiresFrom'],
    [{ createdTo: '2026-02-30T00:00:00Z' }, 'createdTo'],
    [{ use: 'some' }, 'use'],
  ];

  it.each(REFUSED)('refuses %j', async (query, field) => {
    const response = await admin.get(LIST).query({ environment, ...query });

    expect(response.status).toBe(400);
    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: [field] }] } },
    });
  });

  it.each<[ListQuery, string]>([
    [{ populate: '*' }, 'populate'],
    [{ 'filters[key][$startsWith]': 'L' }, 'filters'],
    [{ fields: 'metadata' }, 'fields'],
    [{ status: 'active' }, 'status'],
  ])('refuses %j, which is not on its list', async (query, field) => {
    const response = await admin.get(LIST).query({ environment, ...query });

    expect(response.status).toBe(400);
    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', message: expect.stringContaining(field) as unknown },
    });
  });

  it('refuses to show all environments at once', async () => {
    const response = await admin.get(LIST).expect(400);

    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: ['environment'] }] } },
    });
  });
});
