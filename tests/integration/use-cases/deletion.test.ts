import { ADMIN } from '../../support/actors';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { auditOf, devicesOf } from '../../support/rows';
import { ALL_STATES } from '../../support/states';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readAll, readLicense } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const remove = async (documentId: string) =>
  service(app.strapi, 'licenses').delete({ documentId, actor: ADMIN, reason: 'A duplicate' });

describe('the delete action', () => {
  it.each(ALL_STATES)('removes a license that is %s with its devices', async (state) => {
    const kept = await createLicense(app.strapi, catalog, 'active');
    const before = await readAll(app.strapi);
    const { documentId } = await createLicense(app.strapi, catalog, state);

    await remove(documentId);

    expect(await readLicense(app.strapi, documentId)).toBeUndefined();
    const { license_keys_audit_entries: _entries, ...rows } = await readAll(app.strapi);
    expect(before).toMatchObject(rows);
    expect(await devicesOf(app.strapi, kept.documentId)).toHaveLength(2);
  });

  it.each(ALL_STATES)('leaves the trail of a license that was %s', async (state) => {
    const license = await createLicense(app.strapi, catalog, state);
    const { devices } = await pictureOf(app.strapi, license);
    const trail = await auditOf(app.strapi, license.documentId);

    await remove(license.documentId);

    const left = await auditOf(app.strapi, license.documentId);
    expect(left.slice(0, -1)).toEqual(trail);
    expect(left.at(-1)).toMatchObject({
      action: 'delete',
      from: state,
      to: null,
      actorType: 'admin',
      keyPrefix: license.key.slice(0, 8),
      changes: {
        activations: { before: devices.length, after: 0 },
        reason: { before: null, after: 'A duplicate' },
      },
    });
    expect(await service(app.strapi, 'audit').verify()).toMatchObject({ broken: null });
  });

  it('lets the key be issued again, with a trail of its own', async () => {
    const { key, documentId } = await createLicense(app.strapi, catalog, 'revoked');
    await remove(documentId);
    const trail = await auditOf(app.strapi, documentId);

    const reissued = await createLicense(app.strapi, catalog, 'assigned', { key });

    expect(reissued.documentId).not.toBe(documentId);
    expect((await pictureOf(app.strapi, reissued)).trail).toMatchObject([
      { action: 'create', from: null, to: 'assigned' },
    ]);
    expect(await auditOf(app.strapi, documentId)).toEqual(trail);
    expect(await service(app.strapi, 'audit').verify()).toMatchObject({ chains: 2, broken: null });
  });

  it('finds no license twice', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');
    await remove(documentId);

    await expectRefused(app.strapi, async () => remove(documentId), { code: 'NOT_FOUND' });
  });
});
