import { startApi, type TestApi } from '../support/api';
import { createIntegrator, type Integrator } from '../support/integrator';
import { service } from '../support/plugin';
import { assignAtOnce, poolOf } from '../support/pool';
import { outcomeOf, tally } from '../support/race';
import { auditOf } from '../support/rows';

let api: TestApi;
let shop: Integrator;

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, 'full-access');
});

afterAll(() => api.stop());

// Whatever has raced before, the trail is whole and agrees with the licenses.
afterEach(async () => {
  expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
});

describe('customers who take from one pool at the same moment', () => {
  it('get licenses of their own, until there are none', async () => {
    const pool = await poolOf(api.stock, 20);
    const customers = await pool.customers(30);

    const results = await assignAtOnce([shop], pool.product, customers, 1);

    const given = results.flatMap(({ licenses }) => licenses);
    expect(results.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(results.filter(({ code }) => code === 'POOL_EXHAUSTED')).toHaveLength(10);
    expect(new Set(given).size).toBe(20);
    for (const { customer, licenses } of results) {
      for (const license of licenses) expect(await pool.ownerOf(shop, license)).toBe(customer);
    }
  });

  it('get any of it, not the first or the last', async () => {
    const pool = await poolOf(api.stock, 30);

    const [result] = await assignAtOnce([shop], pool.product, await pool.customers(1), 10);

    const places = (result?.licenses ?? []).map((license) => pool.licenses.indexOf(license));
    const drawn = places.toSorted((a, b) => a - b);
    expect(drawn).toHaveLength(10);
    expect(drawn).not.toEqual(Array.from({ length: 10 }, (_value, index) => index));
    expect(drawn).not.toEqual(Array.from({ length: 10 }, (_value, index) => index + 20));
  });

  it('get all that they ask for or nothing', async () => {
    const pool = await poolOf(api.stock, 20);
    const customers = await pool.customers(8);

    const results = await assignAtOnce([shop], pool.product, customers, 6);

    expect(results.map(({ licenses }) => licenses.length).sort()).toEqual([0, 0, 0, 0, 0, 6, 6, 6]);
    const refused = results.find(({ status }) => status === 409);
    expect(refused?.details).toMatchObject({ code: 'POOL_EXHAUSTED', requested: 6, available: 2 });
    const [last] = await assignAtOnce([shop], pool.product, customers.slice(0, 1), 2);
    expect(last?.licenses).toHaveLength(2);
  });

  it('and repeat themselves, get them once', async () => {
    const pool = await poolOf(api.stock, 10);
    const [customer = ''] = await pool.customers(1);

    const results = await assignAtOnce(
      [shop],
      pool.product,
      Array<string>(12).fill(customer),
      3,
      `order-${customer}`
    );

    expect(new Set(results.map(({ text }) => text)).size).toBe(1);
    expect(results.every(({ status }) => status === 200)).toBe(true);
    const [rest] = await assignAtOnce([shop], pool.product, [customer], 7);
    expect(rest?.licenses).toHaveLength(7);
  });
});

describe('customers who are given one license at the same moment', () => {
  it('get it once: the first keeps it, the others are refused', async () => {
    const pool = await poolOf(api.stock, 1);
    const customers = await pool.customers(10);
    const { documentId } = await api.stock.license({ state: 'available' });
    const assign = async (customer: string): Promise<string> =>
      outcomeOf(await shop.post(`/licenses/${documentId}/assign`).send({ customer }));

    const outcomes = await Promise.all(customers.map(assign));

    expect(tally(outcomes)).toEqual({ '200 ': 1, '409 ALREADY_ASSIGNED': 9 });
    const first = customers[outcomes.indexOf('200 ')] ?? '';
    expect(await pool.ownerOf(shop, documentId)).toBe(first);
    expect(await assign(first)).toBe('200 ');
    const actions = (await auditOf(api.strapi, documentId)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'assign']);
  });
});

describe('the pool', () => {
  it('does not give what has expired, or belongs to another product or environment', async () => {
    const pool = await poolOf(api.stock, 1);
    await poolOf(api.stock, 1);
    const [customer = ''] = await pool.customers(1);
    const { documentId } = await api.stock.license({
      state: 'available',
      product: pool.product,
      expiresAt: new Date(Date.now() - 1000),
    });

    const [refused] = await assignAtOnce([shop], pool.product, [customer], 2);
    const [given] = await assignAtOnce([shop], pool.product, [customer], 1);

    expect(refused?.details).toMatchObject({ requested: 2, available: 1 });
    expect(given?.licenses).toHaveLength(1);
    expect(given?.licenses).not.toContain(documentId);
    const [license = ''] = given?.licenses ?? [];
    expect((await auditOf(api.strapi, license)).at(-1)).toMatchObject({
      action: 'assign',
      actorType: 'api-token',
      actorId: shop.id,
      actorName: shop.name,
    });
  });

  it.each([
    [{ product: 'nothing' }, 'product'],
    [{ customer: 'nobody' }, 'customer'],
  ])('refuses %j', async (wrong, field) => {
    const pool = await poolOf(api.stock, 1);
    const [customer] = await pool.customers(1);
    const body = { product: pool.product.slug, customer, count: 1, ...wrong };
    const response = await shop.post('/licenses/random-assign').send(body);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({
      error: { details: { code: 'UNKNOWN_RELATION', field } },
    });
  });

  it.each([0, 101, 1.5, '3', null])('gives no %j licenses', async (count) => {
    const body = { product: 'p', customer: 'c', count };
    await shop.post('/licenses/random-assign').send(body).expect(400);
  });
});
