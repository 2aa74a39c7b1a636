import { createCatalog, createGenerator, type Catalog } from '../../support/catalog';
import { CREATE_DOORS } from '../../support/doors';
import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { DAY, unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readOnlyLicense } from '../../support/tables';
import type { ScopedRef } from '../../../src/plugins/license-keys/server/src/domain/types';

interface Created {
  activationLimit: number;
  features: object;
  metadata: object;
  assignedAt: string | null;
  expiresAt: string | null;
}

let app: TestStrapi;
let catalog: Catalog;
let generator: ScopedRef;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
  generator = await createGenerator(app.strapi, catalog.product, {
    activationLimit: 3,
    validity: { amount: 10, unit: 'day' },
    features: { seats: 5 },
    metadata: { plan: 'pro' },
  });
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

describe.each(CREATE_DOORS)('a license from a generator, by $name', ({ write }) => {
  const create = async (fields: object): Promise<Created> => {
    await write(app.strapi, {
      key: unique('KEY'),
      environment: 'production',
      product: catalog.product.id,
      generator: generator.id,
      ...fields,
    });
    const { id } = await readOnlyLicense(app.strapi);
    return (await app.strapi.db.query(UID.license).findOne({ where: { id } })) as Created;
  };

  it('starts with what the generator says, and does not age in the pool', async () => {
    expect(await create({})).toMatchObject({
      activationLimit: 3,
      features: { seats: 5 },
      metadata: { plan: 'pro' },
      assignedAt: null,
      expiresAt: null,
    });
  });

  it('runs from its assignment', async () => {
    const { assignedAt, expiresAt } = await create({ customer: catalog.customer.id });

    expect(new Date(String(expiresAt)).getTime() - new Date(String(assignedAt)).getTime()).toBe(
      10 * DAY
    );
  });

  it('says itself what it wants to be otherwise', async () => {
    const expiresAt = new Date(Date.now() + DAY).toISOString();
    const fields = { activationLimit: -1, features: {}, metadata: { plan: 'own' }, expiresAt };

    expect(await create({ ...fields, customer: catalog.customer.id })).toMatchObject(fields);
  });
});
