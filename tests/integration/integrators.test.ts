import { createLocalJWKSet, flattenedVerify, type FlattenedJWS, type JSONWebKeySet } from 'jose';

import type { AuditItem } from '../../src/plugins/license-keys/shared/audit';
import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import { PLAIN_ACTIONS, STATE_ACTIONS } from '../../src/plugins/license-keys/shared/states';
import { startApi, type TestApi } from '../support/api';
import { creation } from '../support/catalog';
import { bodyOf, refusalIn } from '../support/http';
import { asIntegrator, createIntegrator, SCOPES, type Integrator } from '../support/integrator';
import { auditOf, devicesOf } from '../support/rows';
import { daysFromNow, unique } from '../support/stock';

type License = LicenseDetail & { keyPrefix: string };

let api: TestApi;
/** May do everything. */
let shop: Integrator;
/** May do everything but see keys. */
let reader: Integrator;

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, SCOPES);
  reader = await createIntegrator(
    api,
    SCOPES.filter((scope) => scope !== 'license.readKey')
  );
});

afterAll(() => api.stop());

const dataOf = <T = License>(response: { body: { data: T } }): T => bodyOf(response).data;

describe('a license', () => {
  it('is read whole, with its key for who may see it', async () => {
    const license = await api.stock.license({ metadata: { order: 7 } });

    const seen = dataOf(await shop.get(`/licenses/${license.documentId}`).expect(200));
    const hidden = await reader.get(`/licenses/${license.documentId}`).expect(200);
    const key = await shop.get(`/licenses/${license.documentId}/key`).expect(200);

    expect(seen).toMatchObject({
      key: license.key,
      keyPrefix: license.key.slice(0, 8),
      state: 'active',
      activationCount: 1,
      metadata: { order: 7 },
    });
    expect(dataOf(hidden)).toMatchObject({ keyPrefix: license.key.slice(0, 8) });
    expect(hidden.text).not.toContain(license.key);
    expect(dataOf(key)).toEqual({ documentId: license.documentId, key: license.key });
  });

  it('with a short key is not seen whole by who may not see it', async () => {
    const key = unique('').slice(-8).toUpperCase();
    const license = await api.stock.license({ key });

    for (const path of [`/licenses/${license.documentId}`, '/licenses?sort=createdAt:desc']) {
      const { text } = await reader.get(path).expect(200);
      expect(text).toContain(`"keyPrefix":"${key.slice(0, 4)}"`);
      expect(text).not.toContain(key);
    }
    for (const { keyPrefix } of await auditOf(api.strapi, license.documentId)) {
      expect(keyPrefix).toBe(key.slice(0, 4));
    }
  });

  it('of another environment does not exist', async () => {
    const { documentId } = await api.stock.license({ environment: 'staging' });
    const staging = asIntegrator(api.http, shop, 'staging');
    await staging.get(`/licenses/${documentId}`).expect(200);

    for (const attempt of [
      shop.get(`/licenses/${documentId}`),
      shop.get(`/licenses/${documentId}/key`),
      shop.get(`/licenses/${documentId}/activations`),
      shop.get(`/licenses/${documentId}/offline-file`),
      shop.put(`/licenses/${documentId}`).send({ version: new Date().toISOString() }),
      shop.post(`/licenses/${documentId}/suspend`),
      shop.delete(`/licenses/${documentId}`),
    ]) {
      expect(refusalIn(await attempt)).toEqual({ status: 404, code: 'NOT_FOUND' });
    }
    expect(await auditOf(api.strapi, documentId)).toHaveLength(2);
  });

  it.each(['%00', 'a'.repeat(65), '%F0%9F%98%80'])('of the id %s does not exist', async (id) => {
    expect(refusalIn(await shop.get(`/licenses/${id}`))).toMatchObject({ status: 404 });
    expect(refusalIn(await shop.post(`/activations/${id}/deactivate`))).toMatchObject({
      status: 404,
    });
  });

  it('is created by a generator’s rules', async () => {
    const body = await creation(api);
    const { documentId: customer } = await api.stock.customer();

    const created = await shop.post('/licenses').send(body).expect(201);
    const assigned = await shop.post('/licenses').send({ ...body, customer, activationLimit: 9 });

    expect(dataOf(created)).toMatchObject({
      state: 'available',
      activationLimit: 3,
      features: { plan: 'pro' },
      key: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
    expect(dataOf(assigned)).toMatchObject({
      state: 'assigned',
      activationLimit: 9,
      customer: { documentId: customer },
    });
  });

  it('is created with a key of one’s own by who may, and only once', async () => {
    const body = { ...(await creation(api)), key: unique('OWN') };
    const { documentId: customer } = await api.stock.customer();
    const bare = await createIntegrator(api, ['license.createWithKey', 'license.create']);

    const created = await shop.post('/licenses/with-key').send(body).expect(201);
    const again = await shop
      .post('/licenses/with-key')
      .set('Idempotency-Key', unique('once'))
      .send(body);

    expect(dataOf(created)).toMatchObject({ key: body.key });
    expect(refusalIn(again)).toMatchObject({ status: 400, code: 'KEY_TAKEN' });
    expect((await shop.post('/licenses').send(body)).status).toBe(400);
    for (const route of ['/licenses', '/licenses/with-key']) {
      const { key, ...rest } = { ...body, customer };
      const sent = route === '/licenses' ? rest : { ...rest, key };
      expect(refusalIn(await bare.post(route).send(sent))).toMatchObject({
        status: 403,
        code: 'PERMISSION_REQUIRED',
        permission: 'plugin::license-keys.license.assign',
      });
    }
  });

  const INVALID: [object, object][] = [
    [{ product: 'nothing' }, { code: 'UNKNOWN_RELATION', field: 'product' }],
    [{ generator: 'nothing' }, { code: 'UNKNOWN_RELATION', field: 'generator' }],
    [{ customer: 'nobody' }, { code: 'UNKNOWN_RELATION', field: 'customer' }],
    [{ activationLimit: 0 }, { code: 'INVALID_ACTIVATION_LIMIT' }],
    [{ expiresAt: '2001-01-01T00:00:00Z' }, { code: 'INVALID_EXPIRY' }],
    [{ features: [] }, { code: 'INVALID_FEATURES' }],
    [{ metadata: { text: 'x'.repeat(11_000) } }, { code: 'INVALID_METADATA' }],
    [{ product: 7 }, { errors: [{ path: ['product'] }] }],
    [{ expiresAt: 'soon' }, { errors: [{ path: ['expiresAt'] }] }],
    [{ expiresAt: '2099-12-31T23:59:59' }, { errors: [{ path: ['expiresAt'] }] }],
    [{ state: 'active' }, { errors: [{ path: ['state'] }] }],
  ];

  it.each(INVALID)('is not created with %j', async (wrong, details) => {
    const response = await shop.post('/licenses').send({ ...(await creation(api)), ...wrong });
    expect(refusalIn(response)).toMatchObject({ status: 400, ...details });
  });

  it('is edited on the version that was read, and no other', async () => {
    const { documentId } = await api.stock.license();
    const { version } = dataOf(await shop.get(`/licenses/${documentId}`));
    const edit = async (activationLimit: number) =>
      shop.put(`/licenses/${documentId}`).send({ version, activationLimit });

    const edited = await edit(7);
    const conflict = await edit(8);

    expect(dataOf(edited)).toMatchObject({ activationLimit: 7 });
    expect(refusalIn(conflict)).toEqual({ status: 409, code: 'EDIT_CONFLICT' });
    expect((await shop.put(`/licenses/${documentId}`).send({ activationLimit: 1 })).status).toBe(
      400
    );
  });

  it('gets another customer from who may assign', async () => {
    const { documentId } = await api.stock.license();
    const { documentId: customer } = await api.stock.customer();
    const editor = await createIntegrator(api, ['license.update']);
    const { version } = dataOf(await shop.get(`/licenses/${documentId}`));
    const body = { version, customer };

    expect(refusalIn(await editor.put(`/licenses/${documentId}`).send(body))).toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
    });
    const edited = await shop.put(`/licenses/${documentId}`).send(body).expect(200);
    expect(dataOf(edited)).toMatchObject({ customer: { documentId: customer } });
  });

  it('is assigned', async () => {
    const { documentId } = await api.stock.license({ state: 'available' });
    const { documentId: customer } = await api.stock.customer();
    const { documentId: stranger } = await api.stock.customer({ environment: 'staging' });
    const assign = async (to: string) =>
      shop.post(`/licenses/${documentId}/assign`).send({ customer: to });

    expect(refusalIn(await assign(stranger))).toMatchObject({
      status: 400,
      code: 'CROSS_ENVIRONMENT_RELATION',
    });
    expect(dataOf(await assign(customer))).toMatchObject({ state: 'assigned' });
  });

  it.each(PLAIN_ACTIONS)('obeys %s, from the states that it starts from', async (action) => {
    const { from, to } = STATE_ACTIONS[action];
    const [state] = from;
    const { documentId } = await api.stock.license({ state });
    const refused = await api.stock.license({ state: 'assigned' });
    const act = async (id: string, reason?: string) =>
      shop.post(`/licenses/${id}/${action}`).send(reason === undefined ? undefined : { reason });

    expect(dataOf(await act(documentId, 'asked for'))).toMatchObject({ state: to });
    expect(refusalIn(await act(refused.documentId))).toMatchObject({
      status: 400,
      code: 'INVALID_TRANSITION',
      from: 'assigned',
      to,
    });
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action,
      actorType: 'api-token',
      actorId: shop.id,
      actorName: shop.name,
      changes: { reason: { after: 'asked for' } },
    });
  });

  it('that has expired is not let in again', async () => {
    const { documentId } = await api.stock.license({
      state: 'suspended',
      expiresAt: daysFromNow(-1),
    });
    expect(refusalIn(await shop.post(`/licenses/${documentId}/unsuspend`))).toMatchObject({
      status: 400,
      code: 'LICENSE_EXPIRED',
    });
  });

  it('is deleted, and its trail stays', async () => {
    const { documentId } = await api.stock.license();

    await shop.delete(`/licenses/${documentId}`).query({ reason: 'refund' }).expect(204);

    await shop.get(`/licenses/${documentId}`).expect(404);
    const { data } = bodyOf<{ data: AuditItem[] }>(
      await shop.get('/audit-entries').query({ license: documentId }).expect(200)
    );
    expect(data[0]).toMatchObject({ action: 'delete', actorType: 'api-token' });
    expect(data.map(({ action }) => action)).toEqual(['delete', 'activate', 'create']);
  });

  it('has an offline file for a device, or for all', async () => {
    const { documentId } = await api.stock.license({ devices: ['a', 'b'] });
    const suspended = await api.stock.license({ state: 'suspended' });
    const keySet = await api.http.get('/api/license-keys/jwks.json').expect(200);
    const keys = createLocalJWKSet(bodyOf<JSONWebKeySet>(keySet));
    const claims = async (query: object): Promise<{ fingerprints: string[]; exp: number }> => {
      const response = await shop.get(`/licenses/${documentId}/offline-file`).query(query);
      const { payload } = await flattenedVerify(bodyOf<FlattenedJWS>(response), keys);
      return JSON.parse(Buffer.from(payload).toString()) as never;
    };

    expect((await claims({})).fingerprints).toEqual(['a', 'b']);
    expect((await claims({ fingerprint: 'b', ttlHours: 1 })).fingerprints).toEqual(['b']);
    expect(
      refusalIn(await shop.get(`/licenses/${suspended.documentId}/offline-file`))
    ).toMatchObject({ status: 403, code: 'SUSPENDED' });
    expect(
      (await shop.get(`/licenses/${documentId}/offline-file`).query({ ttlHours: 25 })).status
    ).toBe(400);
  });
});

describe('a device', () => {
  it('is listed and deactivated', async () => {
    const { documentId } = await api.stock.license({ devices: ['a', 'b', 'c'] });
    interface Piece {
      data: { documentId: string; fingerprint: string }[];
      meta: { pagination: { nextCursor: string | null } };
    }
    const list = async (query: object): Promise<Piece> =>
      bodyOf<Piece>(await shop.get(`/licenses/${documentId}/activations`).query(query).expect(200));

    const first = await list({ limit: 2 });
    const rest = await list({ limit: 2, cursor: first.meta.pagination.nextCursor });
    expect([...first.data, ...rest.data].map(({ fingerprint }) => fingerprint)).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(rest.meta.pagination.nextCursor).toBeNull();

    const id = first.data[0]?.documentId ?? '';
    const deactivate = async () =>
      dataOf<object>(await shop.post(`/activations/${id}/deactivate`).expect(200));
    expect(await deactivate()).toMatchObject({ fingerprint: 'c', deactivatedBy: 'system' });
    expect(await deactivate()).toMatchObject({ fingerprint: 'c', deactivatedBy: 'system' });
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action: 'deactivate',
      actorType: 'api-token',
      actorName: shop.name,
    });
    await asIntegrator(api.http, shop, 'staging').post(`/activations/${id}/deactivate`).expect(404);
    const devices = await devicesOf(api.strapi, documentId);
    expect(devices.filter(({ deactivatedAt }) => deactivatedAt === null)).toHaveLength(2);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['features', 'metadata'])(
    'comes with %s as deep as the body’s size allows, and they are refused',
    async (field) => {
      const { documentId } = await api.stock.license();
      const deep = '['.repeat(30_000) + ']'.repeat(30_000);
      const response = await shop
        .put(`/licenses/${documentId}`)
        .set('Idempotency-Key', unique('order'))
        .type('json')
        .send(`{"version":"2026-01-01T00:00:00Z","${field}":{"a":${deep}}}`)
        .expect(400);

      expect(response.text).toContain(`${field} is too deep`);
    }
  );

  it('has one effect and one answer, and keeps no key in the database', async () => {
    const body = await creation(api);
    const once = unique('once');
    const create = async (who: Integrator) =>
      who.post('/licenses').set('Idempotency-Key', once).send(body);

    const first = await create(shop);
    const second = await create(shop);
    const other = await create(reader);

    expect(second.text).toBe(first.text);
    expect(second.get('Idempotency-Replayed')).toBe('true');
    expect(dataOf(other).documentId).not.toBe(dataOf(first).documentId);
    const kept = JSON.stringify(await api.strapi.db.connection('license_keys_idempotency'));
    expect(kept).toContain(dataOf(first).documentId);
    expect(kept).not.toContain(dataOf(first).key);
  });
});
