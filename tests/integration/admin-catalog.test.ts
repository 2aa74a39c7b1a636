import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { CustomerItem, ProductItem } from '../../src/plugins/license-keys/shared/catalog';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { permissionsFor } from '../support/permissions';
import { queriesDuring } from '../support/queries';

const environment = 'staging';

let api: TestApi;
let admin: Admin;

type Query = Record<string, string | number>;

beforeAll(async () => {
  api = await startApi();
  admin = await registerSuperAdmin(api.http);
  const { stock } = api;
  const pro = await stock.product({ environment, name: 'Pro', slug: 'pro' });
  const basic = await stock.product({ environment, name: 'basic', slug: 'zz' });
  await stock.generator(pro);
  await stock.generator(pro);
  const ada = await stock.customer({ environment, name: 'ada', email: 'z@one.example' });
  const grace = await stock.customer({ environment, name: 'Grace', email: 'g@navy.example' });
  await api.strapi.db
    .query('plugin::license-keys.customer')
    .update({ where: { id: grace.id }, data: { company: 'Navy' } });
  await stock.customer({ environment, name: 'Zoe', email: 'a@two.example' });

  const license = (fields: object): Promise<License> =>
    stock.license({ environment, product: pro, customer: ada, ...fields });
  await license({ devices: ['a', 'b'] });
  await license({ state: 'assigned' });
  await license({ state: 'revoked', devices: ['c'] });
  await license({ customer: grace, devices: ['d'] });
  await license({ state: 'available' });
  await license({ state: 'available' });
  await license({ product: basic, customer: grace, state: 'suspended', devices: ['e'] });
  await stock.license({ environment: 'production' });
  await api.strapi.db
    .query('plugin::license-keys.product')
    .update({ where: { id: basic.id }, data: { active: false } });
});

afterAll(() => api.stop());

const ask = async <Item>(what: string, query: Query = {}): Promise<Paged<Item>> =>
  bodyOf<Paged<Item>>(
    await admin
      .get(`/license-keys/${what}`)
      .query({ environment, ...query })
      .expect(200)
  );

const names = async (what: string, query: Query): Promise<string[]> =>
  (await ask<{ name: string }>(what, query)).data.map(({ name }) => name);

it('counts the licenses and devices of each customer', async () => {
  const { data, meta } = await ask<CustomerItem>('customers');

  expect(meta.pagination).toEqual({ page: 1, pageSize: 20, pageCount: 1, total: 3 });
  expect(data[1]).toStrictEqual({
    documentId: expect.any(String) as unknown,
    name: 'Grace',
    email: 'g@navy.example',
    company: 'Navy',
    licenses: 2,
    activeLicenses: 1,
    devices: 2,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
  });
  // The devices of a revoked license hold no slots.
  expect(data[0]).toMatchObject({ name: 'ada', licenses: 3, activeLicenses: 1, devices: 2 });
  expect(data[2]).toMatchObject({ company: null, licenses: 0, activeLicenses: 0, devices: 0 });
});

it('counts the licenses of each product by state, and its generators', async () => {
  const { data } = await ask<ProductItem>('products');

  expect(data).toMatchObject([
    { name: 'basic', active: false, licenses: 1, activeLicenses: 0, generators: 0 },
    {
      name: 'Pro',
      slug: 'pro',
      active: true,
      licenses: 6,
      available: 2,
      assigned: 1,
      activeLicenses: 2,
      generators: 2,
    },
  ]);
});

it.each([
  ['customers', 'name', ['ada', 'Grace', 'Zoe']],
  ['customers', 'email', ['Zoe', 'Grace', 'ada']],
  ['customers', 'company', ['Grace', 'ada', 'Zoe']],
  ['customers', 'createdAt', ['ada', 'Grace', 'Zoe']],
  ['products', 'name', ['basic', 'Pro']],
  ['products', 'slug', ['Pro', 'basic']],
  ['products', 'active', ['basic', 'Pro']],
  ['products', 'createdAt', ['Pro', 'basic']],
])('sorts %s by %s, both ways', async (what, field, ascending) => {
  expect(await names(what, { sort: `${field}:asc` })).toEqual(ascending);
  expect(await names(what, { sort: `${field}:desc` })).toEqual([...ascending].reverse());
});

it.each([
  ['customers', 'NAVY', ['Grace']],
  ['customers', 'one.example', ['ada']],
  ['customers', '%', []],
  ['products', 'PR', ['Pro']],
  ['products', 'zz', ['basic']],
])('searches %s for %s', async (what, _q, expected) => {
  expect(await names(what, { _q })).toEqual(expected);
});

it('gives pages, and counts only for the rows of one', async () => {
  const { data, meta } = await ask<CustomerItem>('customers', { page: 2, pageSize: 2 });
  expect(data.map(({ name }) => name)).toEqual(['Zoe']);
  expect(meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });

  const queriesOf = async (query: Query): Promise<number> => {
    const statements = await queriesDuring(api.strapi, () => ask('customers', query));
    return statements.filter((sql) => sql.includes('license_keys_')).length;
  };
  expect(await queriesOf({ pageSize: 1 })).toBe(await queriesOf({ pageSize: 100 }));
});

it.each(['customers', 'products'])('refuses what is not on the list of %s', async (what) => {
  for (const query of [
    { environment: 'sandbox' },
    { sort: 'metadata:asc' },
    { pageSize: 101 },
    { _q: 'q'.repeat(256) },
    { filters: 'x' },
  ]) {
    await admin
      .get(`/license-keys/${what}`)
      .query({ environment, ...query })
      .expect(400);
  }
});

it('opens to who may read licenses', async () => {
  const staff = await createAdminWith(api.http, admin, permissionsFor(['read']));
  for (const what of ['customers', 'products']) {
    const path = `/license-keys/${what}?environment=${environment}`;
    await staff.permit(permissionsFor(['read']));
    await staff.get(path).expect(200);
    await staff.permit(permissionsFor(['read-devices']));
    await staff.get(path).expect(403);
  }
});
