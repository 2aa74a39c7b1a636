import type { Knex } from 'knex';

import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { daysFromNow, SYSTEM } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';
import { waitedFor } from '../../support/waiting';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

/** Starts the sweep, and writes over a license that it has found but does not hold yet. */
const sweepAround = async (id: number, change: (db: Knex) => Promise<unknown>) =>
  waitedFor(app.strapi.db.connection, {
    hold: async (mine) => mine(TABLE.license).where({ id }).forUpdate(),
    start: async () => service(app.strapi, 'licenses').expireDue(SYSTEM),
    change,
  });

describe('the sweep, while others work', () => {
  const create = async () =>
    createLicense(app.strapi, catalog, 'assigned', { expiresAt: daysFromNow(-1) });

  it.each([
    ['was extended', { expires_at: null }],
    ['became inactive', { state: 'inactive' }],
    ['was expired by another instance', { state: 'expired' }],
  ])('leaves a license that %s, and goes on with the others', async (_what, fields) => {
    const changed = await create();
    const other = await create();

    const moved = await sweepAround(changed.id, async (db) =>
      db(TABLE.license).where({ id: changed.id }).update(fields)
    );

    expect(moved).toEqual({ status: 'fulfilled', value: 1 });
    expect((await pictureOf(app.strapi, changed)).trail).toHaveLength(1);
    expect((await pictureOf(app.strapi, other)).state).toBe('expired');
  });

  it('leaves a license that was deleted, and goes on with the others', async () => {
    const deleted = await create();
    const other = await create();

    const moved = await sweepAround(deleted.id, async (db) =>
      db(TABLE.license).where({ id: deleted.id }).delete()
    );

    expect(moved).toEqual({ status: 'fulfilled', value: 1 });
    expect((await pictureOf(app.strapi, other)).state).toBe('expired');
  });
});
