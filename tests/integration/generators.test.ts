import type {
  FormatPreview,
  GeneratorDetail,
  GeneratorListItem,
} from '../../src/plugins/license-keys/shared/generators';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { createGenerator, createProduct } from '../support/catalog';
import {
  dataOf,
  GENERATORS,
  openGenerators,
  refusedWith,
  type Generators,
} from '../support/generators';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { DAY, stockOf, SYSTEM, unique } from '../support/stock';

const PATTERN = 'ENT-{YYYY}{MM}-{####}-{XXXXXXXXXXXX}';
let app: Generators['app'];
let admin: Generators['admin'];
let product: Generators['product'];
let bodyFor: Generators['bodyFor'];
let create: Generators['create'];
let generate: Generators['generate'];
let expectWholeTrail: Generators['expectWholeTrail'];

beforeAll(async () => {
  ({ app, admin, product, bodyFor, create, generate, expectWholeTrail } = await openGenerators());
});

afterAll(() => app.stop());

describe('a generator', () => {
  it('is created with all that its licenses start with, and read again', async () => {
    const fields = {
      type: 'custom',
      format: { pattern: PATTERN },
      activationLimit: -1,
      validity: { amount: 1, unit: 'year' },
      features: { seats: 5 },
      metadata: { plan: 'pro' },
    };
    const created = await create(fields);

    expect(created).toMatchObject({
      ...fields,
      active: true,
      generatedCount: 0,
      licenseCount: 0,
      product: { documentId: product.documentId, name: 'Pro Plan', active: true },
    });
    const read = await admin.get(`${GENERATORS}/${created.documentId}`).expect(200);
    expect(dataOf(read)).toEqual(created);
  });

  it.each([
    [
      'a format that can be guessed',
      { type: 'custom', format: { pattern: '{####}' } },
      'INVALID_FORMAT',
    ],
    [
      'a part that is none',
      { type: 'custom', format: { pattern: `${PATTERN}{DAY}` } },
      'INVALID_FORMAT',
    ],
    [
      'a function that is none',
      { type: 'custom', format: { function: 'nobody' } },
      'INVALID_FORMAT',
    ],
    ['a format that is none', { type: 'chunk', format: { length: '25' } }, 'INVALID_FORMAT'],
    ['a limit of none', { activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT'],
    ['a validity that is none', { validity: { amount: 0, unit: 'day' } }, 'INVALID_VALIDITY'],
    ['features that are none', { features: [] }, 'INVALID_FEATURES'],
    ['no product', { product: 'nowhere' }, 'PRODUCT_REQUIRED'],
  ])('is refused with %s', async (_what, fields, code) => {
    const response = await admin.post(GENERATORS).send(bodyFor(fields)).expect(400);
    expect(response.body).toMatchObject(refusedWith(code));
  });

  it.each([{ type: 'chunk' }, { product: 'another' }, { environment: 'staging' }])(
    'never changes its type, product or environment: %j',
    async (change) => {
      const { documentId, version } = await create();
      await admin
        .put(`${GENERATORS}/${documentId}`)
        .send({ version, ...change })
        .expect(400);
    }
  );

  it('is edited on its latest version only', async () => {
    const { documentId, version } = await create({ type: 'chunk', format: { length: 20 } });
    const name = unique('renamed');
    const edited = await admin
      .put(`${GENERATORS}/${documentId}`)
      .send({ version, name, activationLimit: 7, validity: null })
      .expect(200);

    expect(dataOf(edited)).toMatchObject({ name, activationLimit: 7, format: { length: 20 } });
    const late = await admin
      .put(`${GENERATORS}/${documentId}`)
      .send({ version, name: 'late' })
      .expect(409);
    expect(late.body).toMatchObject(refusedWith('EDIT_CONFLICT'));
  });

  it('is switched off and on', async () => {
    const { documentId } = await create();
    const off = await admin.post(`${GENERATORS}/${documentId}/deactivate`).expect(200);
    expect(dataOf<GeneratorDetail>(off).active).toBe(false);
    const refused = await admin
      .post(`${GENERATORS}/${documentId}/generate`)
      .send({ count: 1 })
      .expect(400);
    expect(refused.body).toMatchObject(refusedWith('GENERATOR_INACTIVE', { field: 'generator' }));

    await admin.post(`${GENERATORS}/${documentId}/activate`).expect(200);
    expect((await generate(documentId, 1)).licenses).toHaveLength(1);
  });

  it('makes nothing of a product that is switched off', async () => {
    const off = await createProduct(app.strapi, { active: false });
    const { documentId } = await create({ product: off.documentId });
    const refused = await admin
      .post(`${GENERATORS}/${documentId}/generate`)
      .send({ count: 1 })
      .expect(400);
    expect(refused.body).toMatchObject(refusedWith('GENERATOR_INACTIVE', { field: 'product' }));
  });

  it('is deleted and leaves its licenses, which run for as long as it said', async () => {
    const { documentId } = await create({ validity: { amount: 10, unit: 'day' } });
    const { licenses } = await generate(documentId, 2);
    const [license] = licenses ?? [];

    await admin.delete(`${GENERATORS}/${documentId}`).expect(204);

    await admin.get(`${GENERATORS}/${documentId}`).expect(404);
    const customer = await stockOf(app.strapi).customer();
    const { assignedAt, expiresAt } = await service(app.strapi, 'licenses').assign({
      documentId: license?.documentId ?? '',
      customer: customer.documentId,
      actor: SYSTEM,
    });
    expect(expiresAt?.getTime()).toBe(Number(assignedAt) + 10 * DAY);
    await expectWholeTrail();
  });

  it.each(['get', 'put', 'delete'] as const)(
    'that does not exist is not found: %s',
    async (verb) => {
      const response = await admin[verb](`${GENERATORS}/nowhere`)
        .send(verb === 'put' ? { version: new Date().toISOString() } : undefined)
        .expect(404);
      expect(response.body).toMatchObject(refusedWith('NOT_FOUND'));
    }
  );
});

describe('the list of generators', () => {
  const environment = 'staging';
  const names = ['Alpha', 'beta', 'Gamma 50%'];

  beforeAll(async () => {
    const first = await createProduct(app.strapi, { environment, name: 'First' });
    const second = await createProduct(app.strapi, { environment, name: 'Second' });
    for (const [index, name] of names.entries()) {
      await createGenerator(app.strapi, index === 1 ? second : first, {
        name,
        type: index === 0 ? 'chunk' : 'uuid',
        active: index !== 2,
      });
    }
    const [alpha] = await find({ _q: 'Alpha' });
    await generate(alpha?.documentId ?? '', 3);
  });

  const find = async (query: object): Promise<GeneratorListItem[]> => {
    const response = await admin
      .get(GENERATORS)
      .query({ environment, ...query })
      .expect(200);
    return bodyOf<Paged<GeneratorListItem>>(response).data;
  };

  const namesOf = async (query: object) => (await find(query)).map(({ name }) => name);

  it.each([
    ['name:asc', ['Alpha', 'beta', 'Gamma 50%']],
    ['name:desc', ['Gamma 50%', 'beta', 'Alpha']],
    ['type:asc', ['Alpha', 'beta', 'Gamma 50%']],
    ['product:desc', ['beta', 'Gamma 50%', 'Alpha']],
    ['generatedCount:desc', ['Alpha', 'Gamma 50%', 'beta']],
    ['active:asc', ['Gamma 50%', 'Alpha', 'beta']],
    ['createdAt:desc', ['Gamma 50%', 'beta', 'Alpha']],
  ])('is sorted by %s', async (sort, expected) => {
    expect(await namesOf({ sort })).toEqual(expected);
  });

  it.each([
    [{ _q: '50%' }, ['Gamma 50%']],
    [{ _q: 'second' }, ['beta']],
    [{ type: 'chunk' }, ['Alpha']],
    [{ active: 'false' }, ['Gamma 50%']],
    [{ active: 'true', type: 'uuid' }, ['beta']],
  ])('is narrowed by %j', async (query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
  });

  it('is narrowed to the generators of one product', async () => {
    const [first] = await find({ _q: 'Alpha' });
    expect(await namesOf({ product: first?.product.documentId })).toEqual(['Alpha', 'Gamma 50%']);
    expect(await namesOf({ product: first?.product.documentId, type: 'uuid' })).toEqual([
      'Gamma 50%',
    ]);
    expect(await namesOf({ product: product.documentId })).toEqual([]);
  });

  it('comes in pages, of one environment', async () => {
    const response = await admin
      .get(GENERATORS)
      .query({ environment, page: 2, pageSize: 2 })
      .expect(200);
    expect(bodyOf<Paged<GeneratorListItem>>(response)).toMatchObject({
      data: [{ name: 'Gamma 50%', generatedCount: 0, environment }],
      meta: { pagination: { page: 2, pageSize: 2, pageCount: 2, total: 3 } },
    });
  });

  it.each([{ sort: 'format:asc' }, { type: 'other' }, { unknown: 1 }, { pageSize: 1000 }])(
    'refuses %j',
    async (query) => {
      await admin
        .get(GENERATORS)
        .query({ environment, ...query })
        .expect(400);
    }
  );
});

describe('the preview of a format', () => {
  const preview = async (type: string, format: object) =>
    admin.post(`${GENERATORS}/preview`).send({ environment: 'production', type, format });

  it('shows keys, and what they are worth', async () => {
    const response = await preview('custom', { pattern: PATTERN });
    const { samples, bits, supply } = dataOf<FormatPreview['data']>(response);

    expect(samples).toHaveLength(5);
    for (const key of samples) expect(key).toMatch(/^ENT-\d{6}-\d{4}-[2-9A-Z]{12}$/);
    expect(bits).toBeCloseTo(4 * Math.log2(10) + 12 * Math.log2(29));
    expect(supply).toBe(String(10n ** 4n * 29n ** 12n));
  });

  it('asks a configured function', async () => {
    const response = await preview('custom', { function: 'named' });
    const { samples, bits } = dataOf<FormatPreview['data']>(response);
    expect(samples.every((key) => key.startsWith('production-'))).toBe(true);
    expect(bits).toBe(80);

    const functions = await admin.get('/license-keys/key-functions').expect(200);
    expect(dataOf(functions)).toContainEqual({ name: 'named', bits: 80 });
  });

  it('says how weak a format is', async () => {
    const response = await preview('custom', { pattern: '{####}' });
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject(refusedWith('INVALID_FORMAT', { bits: 13 }));
  });

  it.each(['faulty', 'spaced'])(
    'survives a function that is %s, and tells no key',
    async (name) => {
      const response = await preview('custom', { function: name });
      expect(response.status).toBe(400);
      expect(response.body).toMatchObject(refusedWith('KEY_FUNCTION_FAILED'));
      expect(response.text).not.toContain('SECRET');
    }
  );
});
