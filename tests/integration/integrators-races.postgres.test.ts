import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { asIntegrator, createIntegrator, type Integrator } from '../support/integrator';
import { service } from '../support/plugin';
import { assignAtOnce, poolOf } from '../support/pool';
import { startServer, type TestServer } from '../support/server';
import { eventually } from '../support/wait';

describe('two processes on one PostgreSQL', () => {
  let database: TestDatabase;
  let servers: TestServer[];
  /** A third instance, to look at the database with; it has created the tables. */
  let api: TestApi;
  let shops: Integrator[];

  beforeAll(async () => {
    database = await createDatabase();
    api = await startApi({ database });
    const shop = await createIntegrator(api, 'full-access');
    servers = await Promise.all([startServer({ database }), startServer({ database })]);
    shops = servers.map(({ http }) => asIntegrator(http, shop));
  });

  afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    await api.stop();
    await database.drop();
  });

  afterEach(async () => {
    expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
  });

  it('give no license to two customers, and every one to somebody', async () => {
    const pool = await poolOf(api.stock, 60);
    const customers = await pool.customers(80);

    const results = await assignAtOnce(shops, pool.product, customers, 1);

    const given = results.flatMap(({ licenses }) => licenses);
    expect(given).toHaveLength(60);
    expect(new Set(given).size).toBe(60);
    expect(results.filter(({ code }) => code === 'POOL_EXHAUSTED')).toHaveLength(20);
  });

  it('give all or nothing, and refuse nobody who could be served', async () => {
    const pool = await poolOf(api.stock, 50);
    const customers = await pool.customers(20);

    const results = await assignAtOnce(shops, pool.product, customers, 7);

    const served = results.filter(({ status }) => status === 200);
    expect(served).toHaveLength(7);
    expect(new Set(served.flatMap(({ licenses }) => licenses)).size).toBe(49);
    expect(results.filter(({ code }) => code === 'POOL_EXHAUSTED')).toHaveLength(13);
  });

  it('wait for a license that somebody else only holds', async () => {
    const pool = await poolOf(api.stock, 1);
    const [customer = ''] = await pool.customers(1);
    const { connection } = api.strapi.db;
    const holder = await connection.transaction();
    await holder('license_keys_licenses').where({ product_id: pool.product.id }).forUpdate();

    const waiting = assignAtOnce(shops, pool.product, [customer], 1);
    await eventually(async () => {
      const blocked: unknown = await connection('pg_stat_activity')
        .where({ wait_event_type: 'Lock' })
        .whereRaw('datname = current_database()');
      expect(blocked).toHaveLength(1);
    });
    await holder.rollback();

    expect((await waiting)[0]?.licenses).toHaveLength(1);
  });

  it('answer one Idempotency-Key once', async () => {
    const pool = await poolOf(api.stock, 10);
    const [customer = ''] = await pool.customers(1);
    const all = Array<string>(16).fill(customer);

    const results = await assignAtOnce(shops, pool.product, all, 2, `order-${customer}`);

    expect(results.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(results.map(({ text }) => text)).size).toBe(1);
  });
});
