import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from '../../support/actors';
import {
  createCatalog,
  createCustomer,
  createGenerator,
  createLicense,
  type Catalog,
} from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { auditOf } from '../../support/rows';
import { DAY, daysFromNow, unique } from '../../support/stock';
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

const assign = async (documentId: string, customer = catalog.customer.documentId) =>
  service(app.strapi, 'licenses').assign({ documentId, customer, actor: ADMIN });

const createFrom = async (validity: object | null, fields: object = {}): Promise<string> => {
  const generator = await createGenerator(app.strapi, catalog.product, { validity });
  const { documentId } = (await app.strapi.db.query(UID.license).create({
    data: {
      key: unique('KEY'),
      environment: 'production',
      product: catalog.product.id,
      generator: generator.id,
      ...fields,
    },
  })) as { documentId: string };
  return documentId;
};

describe('an assigned license', () => {
  it('runs from its assignment for as long as its generator says', async () => {
    const documentId = await createFrom({ amount: 10, unit: 'day' });
    const start = Date.now();

    const { assignedAt, expiresAt } = await assign(documentId);

    expect(assignedAt?.getTime()).toBeGreaterThanOrEqual(start);
    expect(expiresAt?.getTime()).toBe(Number(assignedAt) + 10 * DAY);
    expect(await pictureOf(app.strapi, { documentId })).toMatchObject({
      assignedAt: assignedAt?.getTime(),
      expiresAt: expiresAt?.getTime(),
    });
  });

  it('keeps what its generator said when it was made, whatever it says since', async () => {
    const generator = await createGenerator(app.strapi, catalog.product, {
      validity: { amount: 10, unit: 'day' },
    });
    const { documentId } = await service(app.strapi, 'issuing').issue(
      {
        environment: 'production',
        product: catalog.product.documentId,
        generator: generator.documentId,
      },
      ADMIN
    );
    await app.strapi.db.query(UID.generator).update({
      where: { id: generator.id },
      data: { validity: { amount: 1, unit: 'year' } },
    });

    const { assignedAt, expiresAt } = await assign(documentId);

    expect(expiresAt?.getTime()).toBe(Number(assignedAt) + 10 * DAY);
  });

  it('lasts for ever where its generator sets no validity', async () => {
    expect(await assign(await createFrom(null))).toMatchObject({ expiresAt: null });
  });

  it('keeps the expiry that it was given', async () => {
    const expiresAt = daysFromNow(3);
    const documentId = await createFrom({ amount: 10, unit: 'day' }, { expiresAt });

    expect(await assign(documentId)).toMatchObject({ expiresAt });
  });

  it('tells in its entry all that the assignment changed', async () => {
    const documentId = await createFrom({ amount: 10, unit: 'day' });

    const { assignedAt, expiresAt } = await assign(documentId);

    expect((await auditOf(app.strapi, documentId)).at(-1)?.changes).toEqual({
      customer: { before: null, after: catalog.customer.documentId },
      assignedAt: { before: null, after: assignedAt?.toISOString() },
      expiresAt: { before: null, after: expiresAt?.toISOString() },
    });
  });
});

describe('an assignment', () => {
  it('is to a customer who exists', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'available');

    await expectRefused(app.strapi, async () => assign(documentId, 'nobody'), {
      code: 'UNKNOWN_RELATION',
      field: 'customer',
    });
  });

  it('is to a customer of the same environment', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'available');
    const foreign = await createCustomer(app.strapi, { environment: 'staging' });

    await expectRefused(app.strapi, async () => assign(documentId, foreign.documentId), {
      code: 'CROSS_ENVIRONMENT_RELATION',
      field: 'customer',
    });
  });
});
