import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCustomer, createProduct } from '../../support/catalog';
import { CATALOG_DOORS } from '../../support/catalog-doors';
import { expectRefused } from '../../support/refusal';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearAll, readAll } from '../../support/tables';

let app: TestStrapi;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(() => clearAll(app.strapi));

afterAll(() => app.stop());

const PRODUCT = { name: 'Pro Plan', slug: 'pro-plan', environment: 'production' };
const CUSTOMER = { name: 'Ada', email: 'Ada@Example.com', environment: 'production' };
const TAKEN_SLUG = { code: 'NOT_UNIQUE', field: 'slug' };
const TAKEN_EMAIL = { code: 'NOT_UNIQUE', field: 'email' };

describe('many who write the same at one moment', () => {
  it.each([
    [UID.product, PRODUCT, TAKEN_SLUG],
    [UID.customer, CUSTOMER, TAKEN_EMAIL],
  ] as const)('are refused by %s like any other, but for one', async (uid, data, taken) => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, async () => app.strapi.documents(uid).create({ data }))
    );

    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals).toHaveLength(9);
    for (const { reason } of refusals) expect(reason).toMatchObject({ details: taken });
  });
});

describe.each(CATALOG_DOORS)('$name', ({ create, update }) => {
  it('has a slug once in an environment', async () => {
    await createProduct(app.strapi, PRODUCT);

    await expectRefused(
      app.strapi,
      () => create(app.strapi, UID.product, { ...PRODUCT, name: 'Another' }),
      TAKEN_SLUG
    );
  });

  it('does not let a product take the slug of another', async () => {
    await createProduct(app.strapi, PRODUCT);
    const other = await createProduct(app.strapi, { slug: 'basic' });

    await expectRefused(
      app.strapi,
      () => update(app.strapi, UID.product, other, { slug: 'pro-plan' }),
      TAKEN_SLUG
    );
  });

  it.each(['Ada@Example.com', 'ada@example.com', 'ADA@EXAMPLE.COM'])(
    'has an e-mail once in an environment, however it is written: %s',
    async (email) => {
      await createCustomer(app.strapi, CUSTOMER);
      const other = await createCustomer(app.strapi, { email: 'other@example.com' });

      await expectRefused(
        app.strapi,
        () => create(app.strapi, UID.customer, { ...CUSTOMER, email }),
        TAKEN_EMAIL
      );
      await expectRefused(
        app.strapi,
        () => update(app.strapi, UID.customer, other, { email }),
        TAKEN_EMAIL
      );
    }
  );

  it('lets each environment have its own', async () => {
    await createProduct(app.strapi, PRODUCT);
    await createCustomer(app.strapi, CUSTOMER);

    await create(app.strapi, UID.product, { ...PRODUCT, environment: 'staging' });
    await create(app.strapi, UID.customer, { ...CUSTOMER, environment: 'staging' });

    const { license_keys_products: products, license_keys_customers: customers } = await readAll(
      app.strapi
    );
    expect(products).toMatchObject([{ slug: 'pro-plan' }, { slug: 'pro-plan' }]);
    expect(customers).toMatchObject([{ email: 'Ada@Example.com' }, { email: 'Ada@Example.com' }]);
  });

  it('lets a row keep its own', async () => {
    const product = await createProduct(app.strapi, PRODUCT);
    const customer = await createCustomer(app.strapi, CUSTOMER);

    await update(app.strapi, UID.product, product, { slug: 'pro-plan', name: 'Renamed' });
    await update(app.strapi, UID.customer, customer, { email: 'ada@example.com' });

    const { license_keys_products: products, license_keys_customers: customers } = await readAll(
      app.strapi
    );
    expect(products).toMatchObject([{ slug: 'pro-plan', name: 'Renamed' }]);
    expect(customers).toMatchObject([{ email: 'ada@example.com' }]);
  });
});

describe('many at once', () => {
  it('cannot be made with the same slug or e-mail', async () => {
    const customers = [CUSTOMER, { ...CUSTOMER, email: 'ADA@example.com' }];

    await expectRefused(
      app.strapi,
      async () => app.strapi.db.query(UID.product).createMany({ data: [PRODUCT, PRODUCT] }),
      TAKEN_SLUG
    );
    await expectRefused(
      app.strapi,
      async () => app.strapi.db.query(UID.customer).createMany({ data: customers }),
      TAKEN_EMAIL
    );
  });

  it('cannot be given the same slug or e-mail', async () => {
    for (const name of ['a', 'b']) {
      await createProduct(app.strapi, { slug: name });
      await createCustomer(app.strapi, { email: `${name}@example.com` });
    }

    await expectRefused(
      app.strapi,
      async () => app.strapi.db.query(UID.product).updateMany({ data: { slug: 'same' } }),
      TAKEN_SLUG
    );
    await expectRefused(
      app.strapi,
      async () =>
        app.strapi.db.query(UID.customer).updateMany({ data: { email: 'same@example.com' } }),
      TAKEN_EMAIL
    );
  });
});
