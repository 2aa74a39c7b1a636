import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { UPDATE_DOORS, type Data } from '../../support/doors';
import { pictureOf } from '../../support/picture';
import { auditOf } from '../../support/rows';
import { daysFromNow } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let own: Catalog;
let other: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  own = await createCatalog(app.strapi);
  other = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const OPEN = ['available', 'assigned', 'active', 'inactive', 'suspended'] as const;
const EXPIRY = daysFromNow(30);

/** The ways to name the customer; of some the Document Service knows nothing, where a relation is a column. */
const CUSTOMERS: Record<string, () => Data> = {
  id: () => ({ customer: other.customer.id }),
  documentId: () => ({ customer: other.customer.documentId }),
  object: () => ({ customer: { id: other.customer.id } }),
  list: () => ({ customer: [other.customer.id] }),
  set: () => ({ customer: { set: [{ id: other.customer.id }] } }),
  connect: () => ({ customer: { connect: [{ id: other.customer.id }] } }),
  column: () => ({ customer_id: other.customer.id }),
};

const QUERY_ONLY = ['documentId', 'column'];

describe.each(UPDATE_DOORS)('$name', ({ name, answers, write }) => {
  it.each(OPEN)('edits a license that is %s, with one entry for it', async (state) => {
    const license = await createLicense(app.strapi, own, state);
    const before = await pictureOf(app.strapi, license);

    const answer = await write(app.strapi, license, {
      activationLimit: 7,
      expiresAt: EXPIRY.toISOString(),
      metadata: { order: 'A-2' },
    });

    expect(answer).toMatchObject(
      answers === 'row'
        ? { id: license.id, activationLimit: 7, metadata: { order: 'A-2' } }
        : { count: 1 }
    );
    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      activationLimit: 7,
      expiresAt: EXPIRY.getTime(),
      trail: [...before.trail, { action: 'edit', from: state, to: state, actorType: 'system' }],
    });
    expect((await auditOf(app.strapi, license.documentId)).at(-1)?.changes).toEqual({
      activationLimit: { before: 5, after: 7 },
      expiresAt: { before: null, after: EXPIRY.toISOString() },
      metadata: { before: {}, after: { order: 'A-2' } },
    });
  });

  it.each(
    Object.keys(CUSTOMERS).filter(
      (way) => !name.startsWith('documents()') || !QUERY_ONLY.includes(way)
    )
  )('gives a license to another customer, named by %s', async (way) => {
    const license = await createLicense(app.strapi, own, 'active');
    const before = await pictureOf(app.strapi, license);

    await write(app.strapi, license, CUSTOMERS[way]?.() ?? {});

    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      customer: other.customer.id,
      trail: [
        ...before.trail,
        { action: 'edit', from: 'active', to: 'active', actorType: 'system' },
      ],
    });
    expect((await auditOf(app.strapi, license.documentId)).at(-1)?.changes).toEqual({
      customer: { before: own.customer.documentId, after: other.customer.documentId },
    });
  });

  it('assigns an available license by giving it a customer', async () => {
    const license = await createLicense(app.strapi, own, 'available');

    await write(app.strapi, license, { customer: own.customer.id });

    const { state, assignedAt, trail } = await pictureOf(app.strapi, license);
    expect(state).toBe('assigned');
    expect(assignedAt).not.toBeNull();
    expect(trail.at(-1)).toMatchObject({ action: 'assign', from: 'available', to: 'assigned' });
  });

  it('takes values that a license has already for no change at all', async () => {
    const license = await createLicense(app.strapi, own, 'active', { expiresAt: EXPIRY });
    const before = await pictureOf(app.strapi, license);

    await write(app.strapi, license, {
      key: license.key,
      environment: license.environment,
      product: own.product.id,
      customer: own.customer.id,
      activationLimit: 5,
      expiresAt: EXPIRY.toISOString(),
      features: {},
      metadata: {},
    });

    expect(await pictureOf(app.strapi, license)).toEqual(before);
  });
});
