import { TABLE, UID } from '../../../src/plugins/license-keys/server/src/uids';
import {
  createCatalog,
  createCustomer,
  createGenerator,
  createLicense,
  createProduct,
  type Catalog,
} from '../../support/catalog';
import { DELETE_DOORS } from '../../support/doors';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { DAY, SYSTEM, unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearAll, readAll, readLicense } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(async () => {
  await clearAll(app.strapi);
  catalog = await createCatalog(app.strapi);
});

afterAll(() => app.stop());

const IN_USE = { code: 'IN_USE', references: 1 };

describe.each(DELETE_DOORS)('$name', ({ write }) => {
  it('keeps a product that a generator needs', async () => {
    await expectRefused(app.strapi, () => write(app.strapi, UID.product, catalog.product), IN_USE);
  });

  it('keeps a product that a license needs', async () => {
    const product = await createProduct(app.strapi);
    await createLicense(app.strapi, { ...catalog, product }, 'available');

    await expectRefused(app.strapi, () => write(app.strapi, UID.product, product), {
      code: 'IN_USE',
    });
  });

  it.each(['assigned', 'revoked'] as const)(
    'keeps the customer of a license that is %s',
    async (state) => {
      await createLicense(app.strapi, catalog, state);

      await expectRefused(
        app.strapi,
        () => write(app.strapi, UID.customer, catalog.customer),
        IN_USE
      );
    }
  );

  it('removes a generator; its licenses run as long as it said when they were made', async () => {
    const { product, customer } = catalog;
    const validity = { amount: 10, unit: 'day' };
    const generator = await createGenerator(app.strapi, product, { validity });
    const { documentId } = (await app.strapi.db.query(UID.license).create({
      data: {
        key: unique('KEY'),
        environment: 'production',
        product: product.id,
        generator: generator.id,
      },
    })) as { documentId: string };

    await write(app.strapi, UID.generator, generator);

    expect(await readLicense(app.strapi, documentId)).toMatchObject({ generator_id: null });
    const { assignedAt, expiresAt } = await service(app.strapi, 'licenses').assign({
      documentId,
      customer: customer.documentId,
      actor: SYSTEM,
    });
    expect(expiresAt?.getTime()).toBe(Number(assignedAt) + 10 * DAY);
  });

  it('removes what nothing refers to', async () => {
    await write(app.strapi, UID.generator, catalog.generator);
    await write(app.strapi, UID.customer, catalog.customer);
    await write(app.strapi, UID.product, catalog.product);

    const rows = await readAll(app.strapi);
    expect([rows[TABLE.generator], rows[TABLE.customer], rows[TABLE.product]]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('deleteMany', () => {
  it('removes none of several where one is in use', async () => {
    await createCustomer(app.strapi);
    await createLicense(app.strapi, catalog, 'active');

    await expectRefused(
      app.strapi,
      async () => app.strapi.db.query(UID.customer).deleteMany({ where: {} }),
      IN_USE
    );
  });
});
