import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { LicenseListItem } from '../../src/plugins/license-keys/shared/list';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { asIntegrator, createIntegrator, type Integrator } from '../support/integrator';
import { daysFromNow, unique, type Customer } from '../support/stock';

type Item = LicenseListItem & { keyPrefix: string };

interface Page {
  data: Item[];
  meta: { pagination: { limit: number; nextCursor: string | null } };
}

type Query = Record<string, string | number>;

const LICENSES = 'license_keys_licenses';

let api: TestApi;
/** May see keys. */
let shop: Integrator;
let reader: Integrator;

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, ['license.find', 'license.readKey']);
  reader = await createIntegrator(api, ['license.find']);
});

afterAll(() => api.stop());

const page = async (query: Query, who = shop): Promise<Page> =>
  bodyOf<Page>(await who.get('/licenses').query(query).expect(200));

/** All pages, one after the other; `between` is told the number of each that was read. */
const walk = async (
  query: Query,
  between: (pages: number) => Promise<void> = () => Promise.resolve()
): Promise<string[]> => {
  const seen: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const { data, meta }: Page = await page({ ...query, ...(cursor === null ? {} : { cursor }) });
    seen.push(...data.map(({ key }) => key));
    cursor = meta.pagination.nextCursor;
    pages += 1;
    await between(pages);
  } while (cursor !== null);
  return seen;
};

describe('the list', () => {
  const environment = 'staging';
  const licenses: License[] = [];
  const customers: Customer[] = [];
  let staging: Integrator;
  let blind: Integrator;

  beforeAll(async () => {
    staging = asIntegrator(api.http, shop, environment);
    blind = asIntegrator(api.http, reader, environment);
    const rows = [
      { key: 'AAAA-1111-SECRET-ONE', state: 'active', name: 'beta', days: 5 },
      { key: 'BBBB-2222-SECRET-TWO', state: 'available', name: 'Alpha', days: null },
      { key: 'CCCC-3333-SECRET-SIX', state: 'suspended', name: 'gamma', days: 40 },
      { key: 'DDDD-4444-SECRET-TEN', state: 'revoked', name: 'Alpha', days: null },
    ] as const;
    for (const { key, state, name, days } of rows) {
      const customer = await api.stock.customer({ environment, name: `Buyer ${name}` });
      customers.push(customer);
      licenses.push(
        await api.stock.license({
          environment,
          key,
          state,
          customer,
          product: await api.stock.product({ environment, name }),
          expiresAt: days === null ? null : daysFromNow(days),
        })
      );
    }
  });

  const keysOf = async (query: Query, who = staging): Promise<string[]> =>
    (await page({ sort: 'key:asc', ...query }, who)).data.map(({ keyPrefix }) =>
      keyPrefix.slice(0, 4)
    );

  it('has the page’s filters', async () => {
    const [first] = licenses;
    expect(await keysOf({})).toEqual(['AAAA', 'BBBB', 'CCCC', 'DDDD']);
    expect(await keysOf({ state: 'suspended' })).toEqual(['CCCC']);
    expect(await keysOf({ product: first?.product.documentId ?? '' })).toEqual(['AAAA']);
    expect(await keysOf({ customer: customers[2]?.documentId ?? '' })).toEqual(['CCCC']);
    expect(await keysOf({ expires: '7' })).toEqual(['AAAA']);
    expect(await keysOf({ expires: 'lifetime' })).toEqual(['BBBB', 'DDDD']);
    expect(await keysOf({ use: 'in-use' })).toEqual(['AAAA', 'CCCC']);
    expect(await keysOf({ createdTo: '2001-01-01' })).toEqual([]);
    expect(await keysOf({ _q: 'buyer GAMMA' })).toEqual(['CCCC']);
    expect(await page({ limit: 1 }, asIntegrator(api.http, shop, 'development'))).toMatchObject({
      data: [],
      meta: { pagination: { limit: 1, nextCursor: null } },
    });
  });

  it('is searched by parts of keys only for who may see them', async () => {
    expect(await keysOf({ _q: 'SECRET-T' })).toEqual(['BBBB', 'DDDD']);
    expect(await keysOf({ _q: 'SECRET-T' }, blind)).toEqual([]);
    expect(await keysOf({ _q: 'bb-22' }, blind)).toEqual(['BBBB']);
    expect(await keysOf({ _q: 'BBBB-2222-SECRET-TW' }, blind)).toEqual([]);
    expect(await keysOf({ _q: 'BBBB-2222-SECRET-TWO' }, blind)).toEqual(['BBBB']);
  });

  it('shows whole keys only to who may see them, and none in a cursor', async () => {
    const { data, meta } = await page({ sort: 'key:asc', limit: 1 }, blind);
    const cursor = meta.pagination.nextCursor ?? '';

    expect(data[0]).not.toHaveProperty('key');
    expect((await page({ sort: 'key:asc', limit: 1 }, staging)).data[0]).toMatchObject({
      key: 'AAAA-1111-SECRET-ONE',
    });
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('SECRET');
    expect(await keysOf({ limit: 1, cursor }, blind)).toEqual(['BBBB']);
  });

  const SORTS = [
    'key',
    'product',
    'customer',
    'state',
    'activationLimit',
    'expiresAt',
    'createdAt',
  ];

  it.each(SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`]))(
    'sorted by %s, is the same in pieces',
    async (sort) => {
      const whole = await page({ sort }, staging);
      const pieces: string[] = [];
      let cursor: string | null = null;
      do {
        const next: Page = await page(
          { sort, limit: 1, ...(cursor === null ? {} : { cursor }) },
          staging
        );
        pieces.push(...next.data.map(({ key }) => key));
        cursor = next.meta.pagination.nextCursor;
      } while (cursor !== null);
      expect(pieces).toEqual(whole.data.map(({ key }) => key));
      expect(new Set(pieces).size).toBe(4);
    }
  );

  it('takes a cursor for no other list, and none that it did not make', async () => {
    const { meta } = await page({ limit: 1 }, staging);
    const cursor = meta.pagination.nextCursor ?? '';
    const bytes = Buffer.from(cursor, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);

    for (const [who, query] of [
      [staging, { cursor, state: 'active' }],
      [staging, { cursor, sort: 'key:asc' }],
      [shop, { cursor }],
      [staging, { cursor: bytes.toString('base64url') }],
      [staging, { cursor: 'nonsense' }],
    ] as const) {
      const response = await who.get('/licenses').query(query);
      expect(response.status).toBe(400);
      expect(bodyOf<object>(response)).toMatchObject({
        error: { details: { code: 'INVALID_CURSOR' } },
      });
    }
  });

  it.each<[Query, string]>([
    [{ limit: 0 }, 'limit'],
    [{ limit: 101 }, 'limit'],
    [{ limit: 'all' }, 'limit'],
    [{ cursor: '' }, 'cursor'],
    [{ sort: 'metadata:asc' }, 'sort'],
    [{ state: 'gone' }, 'state'],
    [{ 'state[$ne]': 'active' }, 'state'],
    [{ '_q[a]': 'AAAA-1111-SECRET-ONE' }, '_q'],
    [{ createdFrom: 'yesterday' }, 'createdFrom'],
    [{ page: 1 }, 'page'],
    [{ environment: 'production' }, 'environment'],
  ])('refuses %j', async (query, field) => {
    const response = await staging.get('/licenses').query(query);
    expect(response.status).toBe(400);
    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: [field] }] } },
    });
    expect(response.text).not.toContain('SECRET');
  });
});

describe('a walk through more than 1,000 licenses', () => {
  const COUNT = 1050;
  let template: Record<string, unknown>;

  /** Copies of one row, all made at the same moment. */
  const insert = async (keys: readonly string[]): Promise<void> => {
    const { id: _id, ...row } = template;
    const rows = keys.map((key) => ({ ...row, key, document_id: unique('doc') }));
    await api.strapi.db.connection.batchInsert(LICENSES, rows, 50);
  };

  const numbered = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_value, index) => `${prefix}-${String(index).padStart(4, '0')}`);

  const remove = async (prefix: string): Promise<void> => {
    await api.strapi.db.connection(LICENSES).where('key', 'like', `${prefix}%`).delete();
  };

  beforeAll(async () => {
    const { id } = await api.stock.license({ state: 'available', key: 'TEMPLATE' });
    template = (await api.strapi.db.connection(LICENSES).where({ id }).first<object>()) as Record<
      string,
      unknown
    >;
    await insert(numbered('STAYS', COUNT - 100));
    await insert(numbered('LEAVES', 99));
  });

  // What was copied past the use cases has no trail.
  afterAll(async () => {
    await remove('STAYS');
    await remove('LEAVES');
    await remove('COMES');
  });

  it.each(['createdAt:desc', 'key:asc', 'expiresAt:asc'])(
    'by %s sees all that stay once, whatever comes and goes meanwhile',
    async (sort) => {
      await remove('COMES');
      await remove('LEAVES');
      await insert(numbered('LEAVES', 99));

      const seen = await walk({ sort, limit: 100 }, async (pages) => {
        await insert(numbered(`COMES-${pages}`, 30));
        await remove(`LEAVES-00${pages}`);
      });

      const stays = seen.filter((key) => key.startsWith('STAYS'));
      expect(new Set(seen).size).toBe(seen.length);
      expect(stays.sort()).toEqual(numbered('STAYS', COUNT - 100));
      expect(seen).toContain('TEMPLATE');
    }
  );
});
