import type { ScopedRef } from '../../../src/plugins/license-keys/server/src/domain/types';
import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createGenerator, type Catalog } from '../../support/catalog';
import { CATALOG_DOORS } from '../../support/catalog-doors';
import { expectRefused } from '../../support/refusal';
import { REFUSED_ROWS } from '../../support/refused-catalog';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';

let app: TestStrapi;
let own: Catalog;
let other: Catalog;
let foreign: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  own = await createCatalog(app.strapi);
  other = await createCatalog(app.strapi);
  foreign = await createCatalog(app.strapi, 'staging');
});

afterAll(() => app.stop());

const environment = 'production';

const TYPES = [
  {
    type: 'product',
    draft: () => ({ name: 'A product', slug: unique('product'), environment }),
    row: () => own.product,
  },
  {
    type: 'customer',
    draft: () => ({ name: 'A customer', email: `${unique('c')}@example.com`, environment }),
    row: () => own.customer,
  },
  {
    type: 'generator',
    draft: () => ({ name: 'A generator', type: 'chunk', product: own.product.id, environment }),
    row: () => own.generator,
  },
] as const;

const CASES = TYPES.flatMap((given) => CATALOG_DOORS.map((door) => ({ ...given, door })));

describe.each(CASES)('a $type, by $door.name', ({ type, draft, row, door }) => {
  /** The Document Service judges types and required fields first, in its own words. */
  const details = ({ code, field }: { code: string; field: string }) =>
    door.name === 'documents()' ? {} : { code, field };

  let existing: ScopedRef;

  beforeAll(async () => {
    existing =
      type === 'generator'
        ? await createGenerator(app.strapi, own.product, { type: 'chunk' })
        : row();
  });

  it.each([...REFUSED_ROWS[type].create])('does not start with $what', async (refused) => {
    const data = { ...draft(), ...refused.data(own, other, foreign) };

    await expectRefused(
      app.strapi,
      async () => door.create(app.strapi, UID[type], data),
      details(refused)
    );
  });

  it.each([...REFUSED_ROWS[type].update])('is not given $what', async (refused) => {
    const data = refused.data(own, other, foreign);

    await expectRefused(
      app.strapi,
      async () => door.update(app.strapi, UID[type], existing, data),
      details(refused)
    );
  });
});
