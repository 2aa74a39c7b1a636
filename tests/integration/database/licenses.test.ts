import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { ALL_STATES } from '../../support/states';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readLicense } from '../../support/tables';
import { violationOf } from '../../support/violation';

type Row = Record<string, unknown>;

let app: TestStrapi;
let catalog: Catalog;
/** An active license as it stands in its table. */
let active: Row;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(async () => {
  await clearLicenses(app.strapi);
  const { documentId } = await createLicense(app.strapi, catalog, 'active');
  active = { ...(await readLicense(app.strapi, documentId)) };
});

afterAll(() => app.stop());

const licenses = () => app.strapi.db.connection(TABLE.license);

/** A row like the active license's, but new. */
const another = (fields: Row = {}): Row => {
  const { id: _id, ...row } = active;
  return { ...row, document_id: unique('d'), key: unique('KEY'), ...fields };
};

const BROKEN: { what: string; violation: string; fields: Row }[] = [
  { what: 'a state that is none', violation: 'check', fields: { state: 'unknown' } },
  { what: 'no state', violation: 'check', fields: { state: null } },
  { what: 'a limit of none', violation: 'check', fields: { activation_limit: 0 } },
  { what: 'a limit below unlimited', violation: 'check', fields: { activation_limit: -2 } },
  { what: 'a limit over 10000', violation: 'check', fields: { activation_limit: 10_001 } },
  { what: 'no limit', violation: 'check', fields: { activation_limit: null } },
  { what: 'no key', violation: 'check', fields: { key: null } },
  { what: 'no environment', violation: 'check', fields: { environment: null } },
  { what: 'no product', violation: 'check', fields: { product_id: null } },
  {
    what: 'a product that is not there',
    violation: 'foreign key',
    fields: { product_id: 999_999 },
  },
  {
    what: 'a customer who is not there',
    violation: 'foreign key',
    fields: { customer_id: 999_999 },
  },
  {
    what: 'a generator that is not there',
    violation: 'foreign key',
    fields: { generator_id: 999_999 },
  },
  { what: 'a customer, though available', violation: 'check', fields: { state: 'available' } },
  ...ALL_STATES.filter((state) => state !== 'available').map((state) => ({
    what: `no customer, though ${state}`,
    violation: 'check',
    fields: { state, customer_id: null },
  })),
];

describe('a license', () => {
  it.each(BROKEN)('is not inserted with $what', async ({ fields, violation }) => {
    expect(await violationOf(licenses().insert(another(fields)))).toBe(violation);
  });

  it.each(BROKEN)('is not updated to have $what', async ({ fields, violation }) => {
    const { id } = active;

    expect(await violationOf(licenses().where({ id }).update(fields))).toBe(violation);
  });

  it.each<Row>([
    { activation_limit: -1 },
    { activation_limit: 1 },
    { activation_limit: 10_000 },
    { state: 'available', customer_id: null },
    ...ALL_STATES.filter((state) => state !== 'available').map((state) => ({ state })),
  ])('is inserted with %j', async (fields) => {
    const row = another(fields);

    await licenses().insert(row);

    expect(await readLicense(app.strapi, String(row.document_id))).toMatchObject(fields);
  });

  it('has its key once in an environment', async () => {
    const { key } = active;

    expect(await violationOf(licenses().insert(another({ key })))).toBe('unique');
  });

  it('may have the key of another environment', async () => {
    const row = another({ key: active.key, environment: 'staging' });

    await licenses().insert(row);

    expect(await readLicense(app.strapi, String(row.document_id))).toBeDefined();
  });

  it('has its documentId once', async () => {
    const { document_id: documentId } = active;

    expect(await violationOf(licenses().insert(another({ document_id: documentId })))).toBe(
      'unique'
    );
  });

  it('is not deleted while it has devices', async () => {
    const { id } = active;

    expect(await violationOf(licenses().where({ id }).delete())).toBe('check');
  });

  it('keeps its product and its customer from being deleted', async () => {
    const { connection } = app.strapi.db;
    const { product, customer } = catalog;

    expect(await violationOf(connection(TABLE.product).where({ id: product.id }).delete())).toBe(
      'check'
    );
    expect(await violationOf(connection(TABLE.customer).where({ id: customer.id }).delete())).toBe(
      'check'
    );
  });
});
