import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from '../../support/actors';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { ended, pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { auditOf } from '../../support/rows';
import { daysFromNow, stockOf } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const revoke = async (documentId: string) =>
  service(app.strapi, 'licenses').revoke({ documentId, actor: ADMIN });

/** The statements that write licenses while `work` runs. */
const licenseUpdates = async (work: () => Promise<unknown>): Promise<unknown[][]> => {
  const written: unknown[][] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (sql.startsWith('update') && sql.includes(TABLE.license)) written.push(bindings);
  };
  const { connection } = app.strapi.db;
  connection.on('query', listen);
  await work();
  connection.removeListener('query', listen);
  return written;
};

describe('revoking a suspended license', () => {
  it('audits both steps of the legal path', async () => {
    const license = await createLicense(app.strapi, catalog, 'suspended');
    const before = await pictureOf(app.strapi, license);

    await revoke(license.documentId);

    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      state: 'revoked',
      devices: ended(before.devices, 'admin'),
      trail: [
        ...before.trail,
        { action: 'unsuspend', from: 'suspended', to: 'active', actorType: 'admin' },
        { action: 'revoke', from: 'active', to: 'revoked', actorType: 'admin' },
      ],
    });
  });

  it('writes active at no moment, so that nobody can see it', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'suspended');

    const written = await licenseUpdates(async () => revoke(documentId));

    expect(written).toHaveLength(1);
    expect(written[0]).toContain('revoked');
    expect(written[0]).not.toContain('active');
  });

  it('works past the expiry, where unsuspending would not', async () => {
    const license = await createLicense(app.strapi, catalog, 'suspended');
    await stockOf(app.strapi).setExpiry(license, daysFromNow(-1));

    expect(await revoke(license.documentId)).toMatchObject({ state: 'revoked' });
  });
});

describe('the devices of a revoked license', () => {
  it('are counted in its last entry', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');

    await revoke(documentId);

    expect((await auditOf(app.strapi, documentId)).at(-1)?.changes).toEqual({
      activations: { before: 2, after: 0 },
    });
  });

  it('keep what they were ended by before', async () => {
    const license = await createLicense(app.strapi, catalog, 'active');
    const { environment, key } = license;
    await service(app.strapi, 'licensing').deactivate({
      environment,
      key,
      fingerprint: 'device-1',
      actor: ADMIN,
    });

    await revoke(license.documentId);

    expect((await pictureOf(app.strapi, license)).devices).toEqual([
      { fingerprint: 'device-1', isActive: false, deactivatedBy: 'customer' },
      { fingerprint: 'device-2', isActive: false, deactivatedBy: 'admin' },
    ]);
  });
});
