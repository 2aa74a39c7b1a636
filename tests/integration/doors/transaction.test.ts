import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { CREATE_DOORS, DELETE_DOORS, UPDATE_DOORS } from '../../support/doors';
import { pictureOf } from '../../support/picture';
import { refusalOf } from '../../support/refusal';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readAll } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

/** A caller that takes the refusal for something to live with, and commits what else it did. */
const commitAfterRefusal = async (attempt: () => Promise<unknown>) =>
  app.strapi.db.transaction(async () => refusalOf(attempt()));

describe('a refusal that the caller catches before it commits', () => {
  it.each(UPDATE_DOORS)('has left nothing behind: $name', async ({ write }) => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const before = await readAll(app.strapi);

    const refusal = await commitAfterRefusal(async () =>
      write(app.strapi, license, { state: 'available', activationLimit: 9 })
    );

    expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', from: 'active' });
    expect(await readAll(app.strapi)).toEqual(before);
  });

  it('has left nothing behind: updateMany, whichever row is the illegal one', async () => {
    for (const state of ['active', 'available', 'active', 'suspended'] as const) {
      await createLicense(app.strapi, catalog, state);
    }
    const before = await readAll(app.strapi);

    const refusal = await commitAfterRefusal(async () =>
      app.strapi.db.query(UID.license).updateMany({ where: {}, data: { state: 'revoked' } })
    );

    expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', from: 'available' });
    expect(await readAll(app.strapi)).toEqual(before);
  });

  it.each(CREATE_DOORS)('has left nothing behind: $name', async ({ write }) => {
    const before = await readAll(app.strapi);
    const data = {
      key: unique('KEY'),
      environment: 'production',
      product: catalog.product.id,
      state: 'active',
    };

    const refusal = await commitAfterRefusal(async () => write(app.strapi, data));

    expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', from: null });
    expect(await readAll(app.strapi)).toEqual(before);
  });

  it.each(DELETE_DOORS)('has left nothing behind: $name', async ({ write }) => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const before = await readAll(app.strapi);

    const refusal = await commitAfterRefusal(async () => write(app.strapi, UID.license, license));

    expect(refusal).toMatchObject({ code: 'USE_CASE_ONLY' });
    expect(await readAll(app.strapi)).toEqual(before);
  });
});

describe('a caller’s transaction', () => {
  it('takes a change and its entry back together', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const before = await readAll(app.strapi);

    const attempt = app.strapi.db.transaction(async () => {
      await app.strapi.db
        .query(UID.license)
        .update({ where: { id: license.id }, data: { state: 'revoked' } });
      throw new Error('The caller thinks better of it.');
    });

    await expect(attempt).rejects.toThrow('The caller thinks better of it.');
    expect(await readAll(app.strapi)).toEqual(before);
  });

  it('takes a new license and its entry back together', async () => {
    const before = await readAll(app.strapi);

    const attempt = app.strapi.db.transaction(async () => {
      await app.strapi.db.query(UID.license).create({
        data: { key: unique('KEY'), environment: 'production', product: catalog.product.id },
      });
      throw new Error('The caller thinks better of it.');
    });

    await expect(attempt).rejects.toThrow('The caller thinks better of it.');
    expect(await readAll(app.strapi)).toEqual(before);
  });

  it('keeps several changes of one license in their order', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { trail } = await pictureOf(app.strapi, license);

    await app.strapi.db.transaction(async () => {
      for (const state of ['suspended', 'active', 'revoked']) {
        await app.strapi.db
          .query(UID.license)
          .update({ where: { id: license.id }, data: { state } });
      }
    });

    const picture = await pictureOf(app.strapi, license);
    expect(picture.state).toBe('revoked');
    expect(picture.trail.slice(trail.length)).toMatchObject([
      { action: 'suspend', from: 'active', to: 'suspended' },
      { action: 'unsuspend', from: 'suspended', to: 'active' },
      { action: 'revoke', from: 'active', to: 'revoked' },
    ]);
  });
});
