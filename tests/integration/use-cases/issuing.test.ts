import crypto from 'node:crypto';

import type { ScopedRef } from '../../../src/plugins/license-keys/server/src/domain/types';
import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from '../../support/actors';
import {
  createCatalog,
  createGenerator,
  createLicense,
  createProduct,
  type Catalog,
} from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { DAY } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;
let generator: ScopedRef;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
  generator = await createGenerator(app.strapi, catalog.product, {
    type: 'chunk',
    format: { length: 16, segmentLength: 4, prefix: 'PRO-', charset: 'ABCDEFGHJKMNPQRT' },
    activationLimit: 3,
    validity: { amount: 10, unit: 'day' },
    features: { seats: 5 },
  });
});

beforeEach(() => clearLicenses(app.strapi));

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => app.stop());

const issue = async (fields: object = {}) =>
  service(app.strapi, 'issuing').issue(
    {
      environment: 'production',
      product: catalog.product.documentId,
      generator: generator.documentId,
      ...fields,
    },
    ADMIN
  );

const generated = async (): Promise<number> => {
  const rows: unknown = await app.strapi.db
    .connection(TABLE.generator)
    .where({ id: generator.id })
    .pluck('generated_count');
  return (rows as number[])[0] ?? 0;
};

describe('a license that a generator issues', () => {
  it('has a key of its format and what else it says', async () => {
    const before = await generated();

    const license = await issue();

    expect(license).toMatchObject({
      state: 'available',
      activationLimit: 3,
      features: { seats: 5 },
      expiresAt: null,
    });
    expect(license.key).toMatch(/^PRO-([A-T]{4}-){3}[A-T]{4}$/);
    expect(await generated()).toBe(before + 1);
    expect((await pictureOf(app.strapi, license)).trail).toEqual([
      { action: 'create', from: null, to: 'available', actorType: 'admin' },
    ]);
  });

  it('is assigned where a customer is given, and runs from then', async () => {
    const { state, assignedAt, expiresAt } = await issue({
      customer: catalog.customer.documentId,
    });

    expect(state).toBe('assigned');
    expect(expiresAt?.getTime()).toBe(Number(assignedAt) + 10 * DAY);
  });

  it('may have a key of one’s own', async () => {
    expect(await issue({ key: 'MY OWN KEY' })).toMatchObject({ key: 'MY OWN KEY' });
  });
});

describe('a key that exists', () => {
  /** The same characters again and again, until the random numbers are let go. */
  const repeatKeys = (times: number) => {
    const randomInt = jest.spyOn(crypto, 'randomInt');
    for (let index = 0; index < times * 16; index += 1) {
      randomInt.mockImplementationOnce(() => 0);
    }
  };

  it('is made anew', async () => {
    repeatKeys(4);
    const first = await issue();

    const second = await issue();

    expect(first.key).toBe('PRO-AAAA-AAAA-AAAA-AAAA');
    expect(second.key).not.toBe(first.key);
  });

  it('is made anew three times, then there is none', async () => {
    repeatKeys(5);
    await issue();

    await expectRefused(app.strapi, async () => issue(), { code: 'KEYS_EXHAUSTED' });
  });

  it('is refused where it was one’s own', async () => {
    const { key } = await createLicense(app.strapi, catalog, 'active');

    await expectRefused(app.strapi, async () => issue({ key }), { code: 'KEY_TAKEN' });
  });
});

describe('issuing is refused', () => {
  it.each([
    [{ product: 'nowhere' }, 'UNKNOWN_RELATION'],
    [{ generator: 'nowhere' }, 'UNKNOWN_RELATION'],
    [{ customer: 'nobody' }, 'UNKNOWN_RELATION'],
    [{ environment: 'staging' }, 'CROSS_ENVIRONMENT_RELATION'],
    [{ activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT'],
    [{ key: ' A KEY' }, 'INVALID_KEY'],
    [{ expiresAt: new Date(0) }, 'INVALID_EXPIRY'],
  ])('with %j', async (fields, code) => {
    await expectRefused(app.strapi, async () => issue(fields), { code });
  });

  it('with the generator of another product', async () => {
    const product = await createProduct(app.strapi);

    await expectRefused(app.strapi, async () => issue({ product: product.documentId }), {
      code: 'GENERATOR_PRODUCT_MISMATCH',
    });
  });

  it('with a generator that is switched off', async () => {
    const off = await createGenerator(app.strapi, catalog.product, { active: false });

    await expectRefused(app.strapi, async () => issue({ generator: off.documentId }), {
      code: 'GENERATOR_INACTIVE',
    });
  });
});
