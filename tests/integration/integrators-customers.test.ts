import type { Customer } from '../../src/plugins/license-keys/shared/catalog';
import { startApi, type TestApi } from '../support/api';
import { bodyOf, refusalIn } from '../support/http';
import { asIntegrator, createIntegrator, type Integrator } from '../support/integrator';
import { unique } from '../support/stock';

interface Piece {
  data: Customer[];
  meta: { pagination: { limit: number; nextCursor: string | null } };
}

let api: TestApi;
let shop: Integrator;

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, ['customer.find', 'customer.create', 'license.assign']);
});

afterAll(() => api.stop());

const list = async (query: object, who = shop): Promise<Piece> =>
  bodyOf<Piece>(await who.get('/customers').query(query).expect(200));

const emailsOf = async (query: object, who = shop): Promise<string[]> =>
  (await list(query, who)).data.map(({ email }) => email);

const newCustomer = () => ({ name: 'Ada Lovelace', email: `${unique('ada')}@example.com` });

const create = async (body: object, who = shop) => who.post('/customers').send(body);

describe('a customer', () => {
  it('is created, found by e-mail in another case, and given a license', async () => {
    const body = { ...newCustomer(), company: 'Analytical Engines' };
    const license = await api.stock.license({ state: 'available' });

    const { data: created } = bodyOf<{ data: Customer }>(
      await shop.post('/customers').send(body).expect(201)
    );
    const { data } = await list({ email: body.email.toUpperCase() });
    await shop
      .post(`/licenses/${license.documentId}/assign`)
      .send({ customer: created.documentId })
      .expect(200);

    expect(created).toEqual({
      ...body,
      documentId: expect.stringMatching(/^[a-z0-9]{24}$/) as unknown,
      createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as unknown,
    });
    expect(Date.now() - Date.parse(created.createdAt)).toBeLessThan(60_000);
    expect(data).toEqual([created]);
  });

  it('needs no company', async () => {
    const response = await create(newCustomer());
    expect(bodyOf<object>(response)).toMatchObject({ data: { company: null } });
  });

  it('is found by a part of name, e-mail or company, and by nothing but the whole e-mail', async () => {
    const word = unique('word');
    const named = { ...newCustomer(), name: `Of ${word}` };
    const mailed = { ...newCustomer(), email: `x.${word}@example.com` };
    const employed = { ...newCustomer(), company: `${word} & Sons` };
    for (const body of [named, mailed, employed]) expect((await create(body)).status).toBe(201);

    expect(await emailsOf({ _q: word.toUpperCase() })).toEqual([
      employed.email,
      mailed.email,
      named.email,
    ]);
    expect(await emailsOf({ _q: word, email: named.email })).toEqual([named.email]);
    expect(await emailsOf({ email: `${word}@example.com` })).toEqual([]);
    expect(await emailsOf({ email: '%' })).toEqual([]);
  });

  it('is one of its environment', async () => {
    const body = newCustomer();
    const staging = asIntegrator(api.http, shop, 'staging');

    expect((await create(body, staging)).status).toBe(201);
    expect(await emailsOf({ email: body.email })).toEqual([]);
    expect(await emailsOf({ _q: body.email })).toEqual([]);
    expect(await emailsOf({ email: body.email }, staging)).toEqual([body.email]);
    expect((await create(body)).status).toBe(201);
  });

  it('is not created with an e-mail that is taken, in whatever case', async () => {
    const body = newCustomer();
    await create(body);

    const response = await create({ name: 'Somebody', email: body.email.toUpperCase() });

    expect(refusalIn(response)).toEqual({ status: 400, code: 'NOT_UNIQUE', field: 'email' });
    expect(await emailsOf({ email: body.email })).toEqual([body.email]);
  });

  it('is created once of several requests at the same moment', async () => {
    const body = newCustomer();

    const answers = await Promise.all(
      Array.from({ length: 6 }, async (_value, index) => {
        const request = shop.post('/customers');
        if (index % 2) request.set('Idempotency-Key', unique('once'));
        return request.send(body);
      })
    );

    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(5);
    for (const answer of refused) {
      expect(refusalIn(answer)).toEqual({ status: 400, code: 'NOT_UNIQUE', field: 'email' });
    }
    expect(await emailsOf({ email: body.email })).toEqual([body.email]);
  });

  it('is created once with one Idempotency-Key', async () => {
    const body = newCustomer();
    const once = unique('once');
    const send = async () => shop.post('/customers').set('Idempotency-Key', once).send(body);

    const [first, second] = [await send(), await send()];

    expect(first.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.get('Idempotency-Replayed')).toBe('true');
    expect(await emailsOf({ email: body.email })).toEqual([body.email]);
  });

  it.each<[string, object]>([
    ['name', { name: undefined }],
    ['name', { name: ' Ada ' }],
    ['name', { name: 'x'.repeat(256) }],
    ['email', { email: undefined }],
    ['email', { email: 'ada' }],
    ['email', { email: `a@${'a.'.repeat(120)}!` }],
    ['company', { company: 7 }],
    ['environment', { environment: 'staging' }],
    ['metadata', { metadata: {} }],
  ])('is not created with such a %s: %j', async (field, wrong) => {
    const response = await create({ ...newCustomer(), ...wrong });
    expect(refusalIn(response)).toMatchObject({ status: 400, errors: [{ path: [field] }] });
  });
});

describe('the list', () => {
  const environment = 'development';
  const emails: string[] = [];
  let development: Integrator;

  beforeAll(async () => {
    development = asIntegrator(api.http, shop, environment);
    while (emails.length < 5) {
      emails.unshift((await api.stock.customer({ environment })).email);
    }
  });

  it('is walked by cursor, the latest first, and whole whatever comes meanwhile', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: object = { limit: 2, _q: 'ada', ...(cursor === null ? {} : { cursor }) };
      const { data, meta } = await list(query, development);
      seen.push(...data.map(({ email }) => email));
      cursor = meta.pagination.nextCursor;
      await api.stock.customer({ environment });
    } while (cursor !== null);

    expect(seen).toEqual(emails);
  });

  it('takes a cursor for no other list', async () => {
    const { meta } = await list({ limit: 1, _q: 'ada' }, development);
    const cursor = meta.pagination.nextCursor ?? '';

    for (const [who, query] of [
      [development, { cursor }],
      [development, { cursor, _q: 'lovelace' }],
      [development, { cursor, _q: 'ada', email: emails[0] }],
      [shop, { cursor, _q: 'ada' }],
    ] as const) {
      expect(refusalIn(await who.get('/customers').query(query))).toMatchObject({
        status: 400,
        code: 'INVALID_CURSOR',
      });
    }
  });

  it.each<[string, object]>([
    ['limit', { limit: 0 }],
    ['limit', { limit: 101 }],
    ['email', { email: '' }],
    ['_q', { '_q[a]': 'ada' }],
    ['sort', { sort: 'name:asc' }],
    ['environment', { environment }],
  ])('refuses such a %s: %j', async (field, query) => {
    expect(refusalIn(await development.get('/customers').query(query))).toMatchObject({
      status: 400,
      errors: [{ path: [field] }],
    });
  });
});

it('is read by read-only tokens, which create no customer', async () => {
  const readOnly = await createIntegrator(api, 'read-only');
  await readOnly.get('/customers').expect(200);
  expect((await create(newCustomer(), readOnly)).status).toBe(403);
});

it('asks for a scope of its own for each route', async () => {
  const reader = await createIntegrator(api, ['customer.find', 'license.assign']);
  const writer = await createIntegrator(api, ['customer.create', 'license.find']);

  expect((await create(newCustomer(), reader)).status).toBe(403);
  await writer.get('/customers').expect(403);
  expect((await create(newCustomer(), writer)).status).toBe(201);
});
