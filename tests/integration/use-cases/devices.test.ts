import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from '../../support/actors';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { auditOf, devicesOf } from '../../support/rows';
import { SYSTEM } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

interface Keyed {
  environment: string;
  key: string;
}

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const activate = async ({ environment, key }: Keyed, fingerprint: string) =>
  service(app.strapi, 'licensing').activate({
    environment,
    key,
    device: { fingerprint, name: null, platform: null, ip: null, metadata: {} },
    actor: SYSTEM,
  });

const deactivate = async ({ environment, key }: Keyed, fingerprint: string) =>
  service(app.strapi, 'licensing').deactivate({ environment, key, fingerprint, actor: SYSTEM });

describe('the first device', () => {
  it('makes a license active and starts its use', async () => {
    const license = await createLicense(app.strapi, catalog, 'assigned');
    const start = Date.now();

    expect(await activate(license, 'device-1')).toMatchObject({ code: 'ACTIVATED' });

    const { state, firstActivatedAt, trail } = await pictureOf(app.strapi, license);
    expect(state).toBe('active');
    expect(firstActivatedAt).toBeGreaterThanOrEqual(start);
    expect(trail.at(-1)).toEqual({
      action: 'activate',
      from: 'assigned',
      to: 'active',
      actorType: 'system',
    });
  });
});

describe('the last device', () => {
  it('leaves its license active, with the time of its first use', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { firstActivatedAt } = await pictureOf(app.strapi, license);

    await deactivate(license, 'device-1');
    await deactivate(license, 'device-2');

    expect(await pictureOf(app.strapi, license)).toMatchObject({
      state: 'active',
      firstActivatedAt,
      devices: [{ isActive: false }, { isActive: false }],
    });
  });

  it('can come back, and changes neither', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { firstActivatedAt } = await pictureOf(app.strapi, license);
    await deactivate(license, 'device-1');

    await activate(license, 'device-1');

    const picture = await pictureOf(app.strapi, license);
    expect(picture).toMatchObject({ state: 'active', firstActivatedAt });
    expect(picture.devices).toMatchObject([
      { fingerprint: 'device-1', isActive: false },
      { fingerprint: 'device-2', isActive: true },
      { fingerprint: 'device-1', isActive: true },
    ]);
    expect(picture.trail.slice(-2)).toMatchObject([
      { action: 'deactivate', from: 'active', to: 'active' },
      { action: 'activate', from: 'active', to: 'active' },
    ]);
  });
});

describe('a blocked license', () => {
  it.each(['inactive', 'suspended', 'expired'] as const)(
    'that is %s still gives slots back, and takes none',
    async (state) => {
      const license = await createLicense(app.strapi, catalog, state);

      await deactivate(license, 'device-1');

      expect(await pictureOf(app.strapi, license)).toMatchObject({
        state,
        devices: [{ isActive: false, deactivatedBy: 'customer' }, { isActive: true }],
      });
      await expectRefused(app.strapi, async () => activate(license, 'device-1'), {
        code: state.toUpperCase(),
      });
    }
  );
});

describe('staff', () => {
  const end = async (documentId: string) =>
    service(app.strapi, 'devices').deactivate({ documentId, actor: ADMIN, reason: 'Stolen' });

  const firstDevice = async (licenseId: string) =>
    String((await devicesOf(app.strapi, licenseId))[0]?.documentId);

  it('end a device, with an entry that says why', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');

    await end(await firstDevice(license.documentId));

    expect((await pictureOf(app.strapi, license)).devices).toEqual([
      { fingerprint: 'device-1', isActive: false, deactivatedBy: 'admin' },
      { fingerprint: 'device-2', isActive: true, deactivatedBy: null },
    ]);
    expect((await auditOf(app.strapi, license.documentId)).at(-1)).toMatchObject({
      action: 'deactivate',
      actorType: 'admin',
      changes: {
        activation: { before: { fingerprint: 'device-1' }, after: null },
        reason: { before: null, after: 'Stolen' },
      },
    });
  });

  it('end it once', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const device = await firstDevice(license.documentId);
    await end(device);
    const before = await pictureOf(app.strapi, license);

    await end(device);

    expect(await pictureOf(app.strapi, license)).toEqual(before);
  });

  it('find no device that is not there', async () => {
    await expectRefused(app.strapi, async () => end('nowhere'), { code: 'ACTIVATION_NOT_FOUND' });
  });
});

describe('validation', () => {
  it('writes nothing but, later, when a device was last seen', async () => {
    const { environment, key } = await createLicense(app.strapi, catalog, 'active');
    const longAgo = new Date(Date.now() - 3_600_000);
    const { connection } = app.strapi.db;
    await connection('license_keys_activations').update({ last_verified_at: longAgo });
    const seen = async () =>
      (await app.strapi.db.query(UID.activation).findOne({
        where: { fingerprint: 'device-1' },
      })) as { lastVerifiedAt: string };
    const start = Date.now();

    await service(app.strapi, 'licensing').validate({ environment, key, fingerprint: 'device-1' });

    expect(new Date((await seen()).lastVerifiedAt)).toEqual(longAgo);
    await service(app.strapi, 'lastVerified').flush();
    expect(new Date((await seen()).lastVerifiedAt).getTime()).toBeGreaterThanOrEqual(start);
  });
});
