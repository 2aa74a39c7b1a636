import type { Response } from 'supertest';

import { clientOf, startApi, type Action, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { auditOf, devicesOf } from '../support/rows';
import { DAY, unique } from '../support/stock';

const KEPT = 'license_keys_idempotency';

interface Kept {
  id: number;
  expires_at: Date | number;
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

const send = async (
  action: Action,
  idempotencyKey: string,
  body: object,
  environment?: string
): Promise<Response> =>
  clientOf(api.http, environment)[action](body).set('Idempotency-Key', idempotencyKey);

const activate = async (idempotencyKey: string, body: object): Promise<Response> =>
  send('activate', idempotencyKey, body);

const answerOf = (response: Response): object => ({
  status: response.status,
  body: bodyOf<unknown>(response),
});

const expectReused = (response: Response): void => {
  expect(answerOf(response)).toStrictEqual({
    status: 422,
    body: {
      data: null,
      error: {
        status: 422,
        name: 'LicenseError',
        message: 'This Idempotency-Key was used before, for another request.',
        details: { code: 'IDEMPOTENCY_KEY_REUSED' },
      },
    },
  });
};

describe('the same request again', () => {
  it('gets the first answer, byte by byte, and has no second effect', async () => {
    const license = await api.stock.license({ state: 'assigned' });
    const body = { key: license.key, fingerprint: 'device-1', name: 'Laptop', nonce: 'n' };
    const once = unique('once');
    const first = await activate(once, body);
    await api.client.deactivate({ key: license.key, fingerprint: 'device-1' }).expect(200);
    const before = await auditOf(api.strapi, license.documentId);

    const second = await activate(once, body);

    expect(first.status).toBe(201);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(first.get('Idempotency-Replayed')).toBeUndefined();
    expect(second.get('Idempotency-Replayed')).toBe('true');
    expect(await devicesOf(api.strapi, license.documentId)).toHaveLength(1);
    expect(await auditOf(api.strapi, license.documentId)).toEqual(before);
  });

  it('is the same whatever the order of its fields', async () => {
    const { key } = await api.stock.license();
    const once = unique('once');
    const metadata = { a: 1, b: { c: 2, d: 3 } };
    const first = await activate(once, { key, fingerprint: 'device-2', metadata });

    const second = await activate(once, {
      metadata: { b: { d: 3, c: 2 }, a: 1 },
      fingerprint: 'device-2',
      key,
    });

    expect(second.text).toBe(first.text);
    expect(second.status).toBe(201);
  });

  it('gets the answer of a deactivation again', async () => {
    const { key } = await api.stock.license({ devices: ['device-1'] });
    const body = { key, fingerprint: 'device-1' };
    const once = unique('once');
    const first = await send('deactivate', once, body);
    await api.client.activate(body).expect(201);

    const second = await send('deactivate', once, body);

    expect(bodyOf<object>(first)).toMatchObject({ data: { code: 'DEACTIVATED' } });
    expect(second.text).toBe(first.text);
    const validated = await api.client.validate(body).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'VALID' } });
  });

  it('gets a refusal again, although it would be granted now', async () => {
    const { key } = await api.stock.license({ activationLimit: 1, devices: ['device-1'] });
    const body = { key, fingerprint: 'device-2' };
    const once = unique('once');
    const refused = await activate(once, body);
    await api.client.deactivate({ key, fingerprint: 'device-1' }).expect(200);

    expect(refused.status).toBe(409);
    expect(answerOf(await activate(once, body))).toStrictEqual(answerOf(refused));
    expect((await activate(unique('once'), body)).status).toBe(201);
  });

  it('gets the refusal of an unknown key again', async () => {
    const body = { key: unique('KEY'), fingerprint: 'device-1' };
    const once = unique('once');
    const refused = await activate(once, body);
    await api.stock.license({ key: body.key });

    expect(refused.status).toBe(404);
    expect(answerOf(await activate(once, body))).toStrictEqual(answerOf(refused));
  });

  it('at the same moment has one effect and one answer', async () => {
    const license = await api.stock.license({ activationLimit: -1, devices: ['device-1'] });
    const once = unique('once');
    const body = { key: license.key, fingerprint: 'device-2' };

    const answers = await Promise.all(Array.from({ length: 25 }, async () => activate(once, body)));

    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const replayed = answers.filter((answer) => answer.get('Idempotency-Replayed') === 'true');
    expect(replayed).toHaveLength(24);
    expect(await devicesOf(api.strapi, license.documentId)).toHaveLength(2);
    const activations = (await auditOf(api.strapi, license.documentId)).filter(
      ({ action }) => action === 'activate'
    );
    expect(activations).toHaveLength(2);
  });
});

describe('the same key for another request', () => {
  it.each<[string, object]>([
    ['another fingerprint', { fingerprint: 'device-3' }],
    ['a further field', { name: 'Laptop' }],
    ['other metadata', { metadata: { a: 2 } }],
    ['another nonce', { nonce: 'other' }],
  ])('with %s is refused and has no effect', async (_what, change) => {
    const license = await api.stock.license({ devices: ['device-1'] });
    const body = { key: license.key, fingerprint: 'device-2', metadata: { a: 1 }, nonce: 'n' };
    const once = unique('once');
    expect((await activate(once, body)).status).toBe(201);
    const before = await devicesOf(api.strapi, license.documentId);

    expectReused(await activate(once, { ...body, ...change }));

    expect(await devicesOf(api.strapi, license.documentId)).toEqual(before);
    expect((await activate(once, body)).status).toBe(201);
  });

  it('is refused for the other action', async () => {
    const { key } = await api.stock.license({ devices: ['device-1'] });
    const body = { key, fingerprint: 'device-2' };
    const once = unique('once');
    expect((await activate(once, body)).status).toBe(201);

    expectReused(await send('deactivate', once, body));
  });

  it('is another key where it comes with another license or environment', async () => {
    const first = await api.stock.license();
    const second = await api.stock.license();
    await api.stock.license({ key: first.key, environment: 'staging' });
    const once = unique('once');
    const body = { key: first.key, fingerprint: 'device-2' };

    expect((await activate(once, body)).status).toBe(201);
    expect((await activate(once, { ...body, key: second.key })).status).toBe(201);
    expect((await send('activate', once, body, 'staging')).status).toBe(201);
  });
});

describe('a key', () => {
  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(256)],
  ])('that is %s is refused by name', async (_what, idempotencyKey) => {
    const license = await api.stock.license({ devices: ['device-1'] });

    const response = await activate(idempotencyKey, { key: license.key, fingerprint: 'device-2' });

    expect(answerOf(response)).toMatchObject({
      status: 400,
      body: {
        error: { name: 'ValidationError', details: { errors: [{ path: ['Idempotency-Key'] }] } },
      },
    });
    expect(await devicesOf(api.strapi, license.documentId)).toHaveLength(1);
  });

  it('of 255 characters is taken', async () => {
    const { key } = await api.stock.license();
    const longest = unique('k').padEnd(255, 'x');

    expect((await activate(longest, { key, fingerprint: 'device-2' })).status).toBe(201);
    expect((await activate(longest, { key, fingerprint: 'device-2' })).status).toBe(201);
  });

  it('is not used up by a request that was refused as malformed', async () => {
    const { key } = await api.stock.license();
    const once = unique('once');
    expect((await activate(once, { key })).status).toBe(400);

    expect((await activate(once, { key, fingerprint: 'device-2' })).status).toBe(201);
  });

  it('says nothing of a license key in the database', async () => {
    const { key } = await api.stock.license();
    const once = unique('once');
    await activate(once, { key, fingerprint: 'device-2' });
    await activate(unique('once'), { key, fingerprint: 'device-3', product: 'other' });

    const kept = JSON.stringify(await api.strapi.db.connection(KEPT).select('*'));

    expect(kept).toContain('device-2');
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(once);
  });
});

describe('after 24 hours', () => {
  const age = async (milliseconds: number): Promise<void> => {
    const { connection } = api.strapi.db;
    const rows = await connection(KEPT).select<Kept[]>('id', 'expires_at');
    for (const { id, expires_at: expiresAt } of rows) {
      const earlier = new Date(new Date(expiresAt).getTime() - milliseconds);
      await connection(KEPT).where({ id }).update({ expires_at: earlier });
    }
  };

  const isKept = async (): Promise<boolean> =>
    (await api.strapi.db.connection(KEPT).select('id')).length > 0;

  beforeEach(() => api.strapi.db.connection(KEPT).delete());

  it('the key is new again', async () => {
    const license = await api.stock.license({ devices: ['device-1'] });
    const body = { key: license.key, fingerprint: 'device-2' };
    const once = unique('once');
    const first = await activate(once, body);

    await age(DAY - 60_000);
    expect((await activate(once, body)).text).toBe(first.text);

    await age(60_000);
    const anew = await activate(once, body);
    expect(anew.status).toBe(200);
    expect(bodyOf<object>(anew)).toMatchObject({ data: { code: 'ALREADY_ACTIVATED' } });
    expect((await activate(once, body)).text).toBe(anew.text);
    await age(DAY);
    expect((await activate(once, { ...body, fingerprint: 'device-3' })).status).toBe(201);
  });

  it('the sweep forgets it', async () => {
    const { key } = await api.stock.license();
    await activate(unique('once'), { key, fingerprint: 'device-2' });
    await activate(unique('once'), { key, fingerprint: 'device-3' });

    await age(DAY - 60_000);
    expect(await service(api.strapi, 'idempotency').sweep()).toBe(0);
    expect(await isKept()).toBe(true);

    await age(60_000);
    expect(await service(api.strapi, 'idempotency').sweep()).toBe(2);
    expect(await isKept()).toBe(false);
  });
});
