import type { State } from '../../../src/plugins/license-keys/shared/states';
import { createCatalog, type Catalog } from '../../support/catalog';
import { CREATE_DOORS } from '../../support/doors';
import { pictureOf } from '../../support/picture';
import { expectRefused } from '../../support/refusal';
import { ALL_STATES, FIRST_STATES } from '../../support/states';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses, readOnlyLicense } from '../../support/tables';

const SOME_INSTANT: unknown = expect.any(Number);

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const dataOf = (fields: object) => ({
  key: unique('KEY'),
  environment: 'production',
  product: catalog.product.id,
  ...fields,
});

const createdBy = async (to: State) => {
  const license = await readOnlyLicense(app.strapi);
  return [license, [{ action: 'create', from: null, to, actorType: 'system' }]] as const;
};

describe.each(CREATE_DOORS)('$name', ({ write }) => {
  it.each([undefined, null, 'available'])(
    'makes an available license without a customer (state: %s)',
    async (state) => {
      await write(app.strapi, dataOf({ state, activationLimit: 3 }));

      const [license, trail] = await createdBy('available');
      expect(await pictureOf(app.strapi, license)).toEqual({
        state: 'available',
        customer: null,
        activationLimit: 3,
        expiresAt: null,
        assignedAt: null,
        firstActivatedAt: null,
        devices: [],
        trail,
      });
    }
  );

  it.each([undefined, null, 'assigned'])(
    'makes an assigned license with a customer (state: %s)',
    async (state) => {
      await write(app.strapi, dataOf({ state, customer: catalog.customer.id }));

      const [license, trail] = await createdBy('assigned');
      expect(await pictureOf(app.strapi, license)).toEqual({
        state: 'assigned',
        customer: catalog.customer.id,
        activationLimit: 1,
        expiresAt: null,
        assignedAt: SOME_INSTANT,
        firstActivatedAt: null,
        devices: [],
        trail,
      });
    }
  );

  it.each(ALL_STATES.filter((state) => !FIRST_STATES.includes(state)))(
    'refuses a license that starts as %s, with or without a customer',
    async (state) => {
      for (const customer of [null, catalog.customer.id]) {
        await expectRefused(app.strapi, () => write(app.strapi, dataOf({ state, customer })), {
          code: 'INVALID_TRANSITION',
          from: null,
          to: state,
          allowed: FIRST_STATES,
        });
      }
    }
  );

  it('refuses a license that is assigned to nobody', async () => {
    const data = dataOf({ state: 'assigned' });

    await expectRefused(app.strapi, () => write(app.strapi, data), { code: 'CUSTOMER_REQUIRED' });
  });

  it('refuses a license that is available and somebody’s', async () => {
    const data = dataOf({ state: 'available', customer: catalog.customer.id });

    await expectRefused(app.strapi, () => write(app.strapi, data), {
      code: 'INVALID_TRANSITION',
      to: 'available',
    });
  });
});
