import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, type Catalog } from '../../support/catalog';
import { CATALOG_DOORS } from '../../support/catalog-doors';
import type { Data } from '../../support/doors';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

afterAll(() => app.stop());

const PRODUCTS: Record<string, () => Data> = {
  id: () => ({ product: catalog.product.id }),
  object: () => ({ product: { id: catalog.product.id } }),
  list: () => ({ product: [catalog.product.id] }),
  set: () => ({ product: { set: [{ id: catalog.product.id }] } }),
  connect: () => ({ product: { connect: [{ id: catalog.product.id }], disconnect: [] } }),
  documentId: () => ({ product: catalog.product.documentId }),
  column: () => ({ product_id: catalog.product.id }),
};

/** Of these the Document Service knows nothing, where a relation is a column. */
const QUERY_ONLY = ['documentId', 'column'];

const CASES = CATALOG_DOORS.flatMap((door) =>
  Object.entries(PRODUCTS)
    .filter(([way]) => door.name !== 'documents()' || !QUERY_ONLY.includes(way))
    .map(([way, dataOf]) => ({ door, way, dataOf }))
);

const findByName = async (name: string) =>
  app.strapi.db.query(UID.generator).findOne({ where: { name }, populate: true }) as Promise<{
    id: number;
    documentId: string;
    product: object;
  }>;

describe('the product of a generator', () => {
  it.each(CASES)('is named by $way: $door.name', async ({ door, dataOf }) => {
    const name = unique('generator');
    const data = { name, type: 'uuid', environment: 'production', ...dataOf() };

    await door.create(app.strapi, UID.generator, data);

    expect(await findByName(name)).toMatchObject({ product: { id: catalog.product.id } });
  });

  it.each(CATALOG_DOORS)('may be said again as it is: $name', async ({ update }) => {
    const name = unique('generator');
    const { product, generator } = catalog;

    await update(app.strapi, UID.generator, generator, { name, product: product.id });

    expect(await findByName(name)).toMatchObject({ id: generator.id, product: { id: product.id } });
  });

  it.each(CATALOG_DOORS)('stays where nothing is connected: $name', async ({ update }) => {
    const name = unique('generator');
    const { product, generator } = catalog;
    const untouched = { connect: [], disconnect: [] };

    await update(app.strapi, UID.generator, generator, { name, product: untouched });

    expect(await findByName(name)).toMatchObject({ id: generator.id, product: { id: product.id } });
  });
});
