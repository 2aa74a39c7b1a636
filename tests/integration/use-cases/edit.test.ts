import type { Edit } from '../../../src/plugins/license-keys/server/src/services/licenses';
import { ADMIN } from '../../support/actors';
import { createCatalog, createCustomer, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { auditOf } from '../../support/rows';
import { daysFromNow } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readLicense } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const OPEN = ['available', 'assigned', 'active', 'inactive', 'suspended'] as const;
const EXPIRY = daysFromNow(30);

const edit = async (documentId: string, fields: Edit, version?: Date) =>
  service(app.strapi, 'licenses').edit({
    documentId,
    edit: fields,
    actor: ADMIN,
    ...(version && { version }),
  });

describe('an edit', () => {
  it.each(OPEN)('changes a license that is %s, and not its state', async (state) => {
    const license = await createLicense(app.strapi, catalog, state);
    const before = await pictureOf(app.strapi, license);

    await edit(license.documentId, {
      activationLimit: -1,
      expiresAt: EXPIRY,
      features: { seats: 9 },
      metadata: { order: 'A-2' },
    });

    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      activationLimit: -1,
      expiresAt: EXPIRY.getTime(),
      trail: [...before.trail, { action: 'edit', from: state, to: state, actorType: 'admin' }],
    });
    expect((await auditOf(app.strapi, license.documentId)).at(-1)?.changes).toEqual({
      activationLimit: { before: 5, after: -1 },
      expiresAt: { before: null, after: EXPIRY.toISOString() },
      features: { before: {}, after: { seats: 9 } },
      metadata: { before: {}, after: { order: 'A-2' } },
    });
  });

  it('gives a license to another customer', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const customer = await createCustomer(app.strapi);

    await edit(license.documentId, { customer: customer.documentId });

    const { state, customer: id } = await pictureOf(app.strapi, license);
    expect({ state, id }).toEqual({ state: 'active', id: customer.id });
  });

  it('assigns an available license by giving it a customer', async () => {
    const license = await createLicense(app.strapi, catalog, 'available');

    await edit(license.documentId, { customer: catalog.customer.documentId });

    const { state, trail } = await pictureOf(app.strapi, license);
    expect(state).toBe('assigned');
    expect(trail.at(-1)).toMatchObject({ action: 'assign', from: 'available', to: 'assigned' });
  });

  it('to what a license is already changes nothing', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { documentId } = license;
    const before = [
      await pictureOf(app.strapi, license),
      await readLicense(app.strapi, documentId),
    ];

    await edit(documentId, {
      customer: catalog.customer.documentId,
      activationLimit: 5,
      expiresAt: null,
      features: {},
      metadata: {},
    });

    expect([
      await pictureOf(app.strapi, license),
      await readLicense(app.strapi, documentId),
    ]).toEqual(before);
  });

  it('below the devices in use leaves them', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { devices } = await pictureOf(app.strapi, license);

    await edit(license.documentId, { activationLimit: 1 });

    expect((await pictureOf(app.strapi, license)).devices).toEqual(devices);
  });
});

describe('an edit is refused', () => {
  it.each([
    ['revoked', 'LICENSE_REVOKED'],
    ['expired', 'LICENSE_EXPIRED'],
  ] as const)('of a license that is %s', async (state, code) => {
    const { documentId } = await createLicense(app.strapi, catalog, state);

    for (const fields of [{ activationLimit: 9 }, { expiresAt: EXPIRY }, { features: { a: 1 } }]) {
      await expectRefused(app.strapi, async () => edit(documentId, fields), { code });
    }
  });

  it.each<[Edit, string, string]>([
    [{ activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT', 'activationLimit'],
    [{ activationLimit: 10_001 }, 'INVALID_ACTIVATION_LIMIT', 'activationLimit'],
    [{ expiresAt: daysFromNow(-1) }, 'INVALID_EXPIRY', 'expiresAt'],
    [{ metadata: { text: 'x'.repeat(10_240) } }, 'INVALID_METADATA', 'metadata'],
    [{ customer: null }, 'CUSTOMER_REQUIRED', 'customer'],
    [{ customer: 'nobody' }, 'UNKNOWN_RELATION', 'customer'],
  ])('to %j', async (fields, code, field) => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');

    await expectRefused(app.strapi, async () => edit(documentId, fields), { code, field });
  });

  it('where somebody else was faster', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');
    const begun = new Date(Date.now() - 60_000);

    await expectRefused(app.strapi, async () => edit(documentId, { activationLimit: 9 }, begun), {
      code: 'EDIT_CONFLICT',
    });
  });

  it('whole, where one of its fields is wrong', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');
    const fields = { activationLimit: 9, features: { seats: 1 }, expiresAt: daysFromNow(-1) };

    await expectRefused(app.strapi, async () => edit(documentId, fields), {
      code: 'INVALID_EXPIRY',
    });
  });
});
