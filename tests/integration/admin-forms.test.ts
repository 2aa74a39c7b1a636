import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { bodyOf } from '../support/http';
import { daysFromNow, stockOf, unique, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let admin: Admin;
let stock: Stock;

interface Row {
  id: number;
  documentId: string;
}

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
});

afterAll(async () => {
  await app.stop();
});

const generatorOf = async (product: Row, wish: object = {}): Promise<Row> =>
  (await app.strapi.db.query('plugin::license-keys.generator').create({
    data: {
      environment: 'production',
      name: 'Standard',
      product: product.id,
      type: 'chunk',
      format: { length: 20, segmentLength: 5, separator: '-', prefix: 'PRO-' },
      activationLimit: 3,
      validity: { amount: 1, unit: 'year' },
      features: { seats: 3 },
      metadata: { source: 'shop' },
      ...wish,
    },
  })) as Row;

const detailOf = (response: { body: unknown }): LicenseDetail =>
  (response.body as { data: LicenseDetail }).data;

const catalog = async (wish: object = {}) => {
  const product = await stock.product({ name: 'Pro Plan' });
  return { product, generator: await generatorOf(product, wish) };
};

const create = async (body: object) =>
  admin.post('/license-keys/licenses').send({ environment: 'production', ...body });

const codeOf = (response: { body: unknown }): unknown =>
  (response.body as { error: { details: { code?: string } } }).error.details.code;

describe('creating a license', () => {
  it('takes everything from the generator that is not said', async () => {
    const { product, generator } = await catalog();
    const response = await create({
      product: product.documentId,
      generator: generator.documentId,
    });

    expect(response.status).toBe(201);
    expect(detailOf(response)).toMatchObject({
      key: expect.stringMatching(
        /^PRO-([2346789A-HJKMNP-RT-Z]{5}-){3}[2346789A-HJKMNP-RT-Z]{5}$/
      ) as string,
      state: 'available',
      customer: null,
      activationLimit: 3,
      expiresAt: null,
      features: { seats: 3 },
      metadata: { source: 'shop' },
      generator: { documentId: generator.documentId, name: 'Standard' },
      validity: { amount: 1, unit: 'year' },
    });
  });

  it('assigns it where a customer is given, and the validity counts from then', async () => {
    const { product, generator } = await catalog();
    const customer = await stock.customer();
    const license = detailOf(
      await create({
        product: product.documentId,
        generator: generator.documentId,
        customer: customer.documentId,
        activationLimit: -1,
        features: {},
      })
    );

    expect(license).toMatchObject({ state: 'assigned', activationLimit: -1, features: {} });
    const days = (Date.parse(license.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364);
    expect(days).toBeLessThan(367);
  });

  it('never expires where that is asked for, assigned at once or later', async () => {
    const { product, generator } = await catalog();
    const { documentId: customer } = await stock.customer();
    const body = { product: product.documentId, generator: generator.documentId, expiresAt: null };
    const forever = { expiresAt: null, validity: null };

    expect(detailOf(await create({ ...body, customer }))).toMatchObject(forever);
    const pooled = detailOf(await create(body));
    expect(pooled).toMatchObject({ state: 'available', ...forever });
    const path = `/license-keys/licenses/${pooled.documentId}/assign`;
    const assigned = detailOf(await admin.post(path).send({ customer }));
    expect(assigned).toMatchObject({ state: 'assigned', ...forever });
  });

  it('takes a key of one’s own, once', async () => {
    const { product, generator } = await catalog();
    const key = unique('PARTNER');
    const body = { product: product.documentId, generator: generator.documentId, key };
    expect(detailOf(await create(body)).key).toBe(key);

    const again = await create(body);
    expect([again.status, codeOf(again)]).toEqual([400, 'KEY_TAKEN']);
  });

  it.each([
    ['an inactive generator', { active: false }, {}, 'GENERATOR_INACTIVE'],
    ['a limit of 0', {}, { activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT'],
    ['a limit over 10000', {}, { activationLimit: 10_001 }, 'INVALID_ACTIVATION_LIMIT'],
    ['an expiry in the past', {}, { expiresAt: '2020-01-01' }, 'INVALID_EXPIRY'],
    ['feature flags that are a list', {}, { features: [] }, 'INVALID_FEATURES'],
    ['metadata over 10 KB', {}, { metadata: { a: 'x'.repeat(10_240) } }, 'INVALID_METADATA'],
    ['a key with a control character', {}, { key: 'A\u0007B' }, 'INVALID_KEY'],
    ['a customer that does not exist', {}, { customer: 'nobody' }, 'UNKNOWN_RELATION'],
  ])('refuses %s', async (_what, wish, extra, code) => {
    const { product, generator } = await catalog(wish);
    const response = await create({
      product: product.documentId,
      generator: generator.documentId,
      ...extra,
    });
    expect([response.status, codeOf(response)]).toEqual([400, code]);
  });

  it('refuses an inactive product, and a generator of another product', async () => {
    const { product, generator } = await catalog();
    await app.strapi.db
      .query('plugin::license-keys.product')
      .update({ where: { id: product.id }, data: { active: false } });
    const inactive = await create({
      product: product.documentId,
      generator: generator.documentId,
    });
    expect(codeOf(inactive)).toBe('GENERATOR_INACTIVE');

    const other = await catalog();
    const foreign = await create({
      product: product.documentId,
      generator: other.generator.documentId,
    });
    expect(codeOf(foreign)).toBe('GENERATOR_PRODUCT_MISMATCH');
  });

  it('makes a key anew where it exists already', async () => {
    const { product, generator } = await catalog();
    const keys = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      const response = await create({
        product: product.documentId,
        generator: generator.documentId,
      });
      keys.add(detailOf(response).key);
    }
    expect(keys.size).toBe(20);
    const row = (await app.strapi.db
      .query('plugin::license-keys.generator')
      .findOne({ where: { id: generator.id } })) as { generatedCount: number };
    expect(row.generatedCount).toBe(20);
  });
});

describe('editing a license', () => {
  const edit = async (documentId: string, body: object) =>
    admin.put(`/license-keys/licenses/${documentId}`).send(body);

  const open = async (documentId: string): Promise<LicenseDetail> =>
    detailOf(await admin.get(`/license-keys/licenses/${documentId}`).expect(200));

  it('changes what it is given and leaves the rest', async () => {
    const { documentId } = await stock.license({ features: { a: 1 } });
    const { version } = await open(documentId);
    const expiresAt = daysFromNow(30).toISOString();
    const after = detailOf(await edit(documentId, { version, activationLimit: 9, expiresAt }));
    expect(after).toMatchObject({ activationLimit: 9, expiresAt, features: { a: 1 } });
  });

  it('is refused where somebody else changed the license since it was opened', async () => {
    const { documentId } = await stock.license();
    const { version } = await open(documentId);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await edit(documentId, { version, activationLimit: 7 })).status).toBe(200);

    const late = await edit(documentId, { version, activationLimit: 8 });
    expect([late.status, codeOf(late)]).toEqual([409, 'EDIT_CONFLICT']);
    expect((await open(documentId)).activationLimit).toBe(7);
  });

  it('assigns an available license by giving it a customer', async () => {
    const { documentId } = await stock.license({ state: 'available' });
    const customer = await stock.customer();
    const { version } = await open(documentId);
    const after = detailOf(await edit(documentId, { version, customer: customer.documentId }));
    expect(after).toMatchObject({
      state: 'assigned',
      customer: { documentId: customer.documentId },
    });
  });

  it.each([
    ['the customer away', 'assigned' as const, { customer: null }, 'CUSTOMER_REQUIRED'],
    ['anything of a revoked one', 'revoked' as const, { activationLimit: 2 }, 'LICENSE_REVOKED'],
    ['anything of an expired one', 'expired' as const, { activationLimit: 2 }, 'LICENSE_EXPIRED'],
  ])('cannot take %s', async (_what, state, body, code) => {
    const { documentId } = await stock.license({ state });
    const { version } = await open(documentId);
    expect(codeOf(await edit(documentId, { version, ...body }))).toBe(code);
  });

  it.each(['key', 'product', 'environment', 'state'])('takes no %s', async (field) => {
    const { documentId } = await stock.license();
    const { version } = await open(documentId);
    const response = await edit(documentId, { version, [field]: 'other' });
    expect(response.status).toBe(400);
    expect(response.text).toContain(field);
  });

  it('does not send back an unknown field that may be a license key', async () => {
    const { documentId, key } = await stock.license();
    const { version } = await open(documentId);
    const response = await edit(documentId, { version, [key]: 1, state: 'revoked' });
    expect(response.status).toBe(400);
    expect(response.text).toContain('state');
    expect(response.text).not.toContain(key);
  });
});

describe('assigning', () => {
  it('gives an available license to a customer that was just created', async () => {
    const { documentId } = await stock.license({ state: 'available' });
    const created = await admin
      .post('/license-keys/customers')
      .send({
        environment: 'production',
        name: 'Alan Turing',
        email: `${unique('alan')}@example.com`,
      })
      .expect(201);
    const customer = bodyOf<{ data: { documentId: string } }>(created).data;
    const response = await admin
      .post(`/license-keys/licenses/${documentId}/assign`)
      .send({ customer: customer.documentId, reason: 'Bought today' })
      .expect(200);
    expect(detailOf(response)).toMatchObject({ state: 'assigned', customer });

    const again = await admin
      .post('/license-keys/customers')
      .send({ environment: 'production', name: 'Alan', email: detailOf(response).customer?.email })
      .expect(400);
    expect(codeOf(again)).toBe('NOT_UNIQUE');
  });
});

describe('what the forms choose from', () => {
  it('finds customers by a part of name, e-mail or company, in one environment', async () => {
    const word = unique('acme');
    await stock.customer({ name: `${word} North` });
    await stock.customer({ name: 'Someone', email: `${word}@example.com` });
    await stock.customer({ name: `${word} South`, environment: 'staging' });
    const response = await admin
      .get(`/license-keys/customer-options?environment=production&_q=${word.toUpperCase()}`)
      .expect(200);
    expect(bodyOf<{ data: { name: string }[] }>(response).data.map(({ name }) => name)).toEqual([
      `${word} North`,
      'Someone',
    ]);
  });

  it('finds the one customer with a documentId', async () => {
    await stock.customer();
    const { documentId } = await stock.customer();
    const response = await admin
      .get(`/license-keys/customer-options?environment=production&documentId=${documentId}`)
      .expect(200);
    const { data } = bodyOf<{ data: { documentId: string }[] }>(response);
    expect(data.map((option) => option.documentId)).toEqual([documentId]);
  });

  it('lists the generators of a product', async () => {
    const { product, generator } = await catalog();
    await catalog();
    const response = await admin
      .get(`/license-keys/generator-options?environment=production&product=${product.documentId}`)
      .expect(200);
    expect(bodyOf<object>(response)).toEqual({
      data: [
        {
          documentId: generator.documentId,
          name: 'Standard',
          product: product.documentId,
          active: true,
          activationLimit: 3,
          validity: { amount: 1, unit: 'year' },
          features: { seats: 3 },
          metadata: { source: 'shop' },
        },
      ],
    });
  });
});
