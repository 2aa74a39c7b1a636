import { permissionId } from '../../src/plugins/license-keys/shared/permissions';
import type { PlainAction, State } from '../../src/plugins/license-keys/shared/states';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { keysOf, list, LIST } from '../support/listing';
import { auditOf, devicesOf } from '../support/rows';
import { daysFromNow } from '../support/stock';

let api: TestApi;
let superAdmin: Admin;

beforeAll(async () => {
  api = await startApi();
  superAdmin = await registerSuperAdmin(api.http);
});

afterAll(() => api.stop());

const run = (admin: Admin, documentId: string, action: string, body?: object) =>
  admin.post(`${LIST}/${documentId}/${action}`).send(body);

const ACTIONS: [PlainAction, State, State][] = [
  ['inactivate', 'active', 'inactive'],
  ['reactivate', 'inactive', 'active'],
  ['suspend', 'active', 'suspended'],
  ['unsuspend', 'suspended', 'active'],
  ['revoke', 'active', 'revoked'],
];

describe.each(ACTIONS)('%s', (action, from, to) => {
  it('changes the state for a role that may do just this, and is audited with who and why', async () => {
    const clerk = await createAdminWith(api.http, superAdmin, [{ action: permissionId(action) }]);
    const { documentId, key } = await api.stock.license({ state: from });

    const response = await run(clerk, documentId, action, { reason: 'Leaked on a forum' });

    expect(response.status).toBe(200);
    expect(bodyOf<object>(response)).toMatchObject({
      data: { documentId, key, state: to, activationCount: to === 'revoked' ? 0 : 1 },
    });
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action,
      actorType: 'admin',
      actorId: String(clerk.id),
      actorName: 'Staff',
      from,
      to,
      ip: '127.0.0.1',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      changes: { reason: { before: null, after: 'Leaked on a forum' } },
    });
  });

  it('answers with an item of the list', async () => {
    const { documentId, key } = await api.stock.license({ state: from });

    const response = await run(superAdmin, documentId, action);

    const { data } = await list(superAdmin, { environment: 'production', _q: key });
    expect(bodyOf<object>(response)).toStrictEqual({ data: data[0] });
  });

  it('succeeds without a change where the state is so already', async () => {
    const { documentId } = await api.stock.license({ state: to });
    const before = await auditOf(api.strapi, documentId);

    const response = await run(superAdmin, documentId, action, { reason: 'Again' });

    expect(response.status).toBe(200);
    expect(bodyOf<object>(response)).toMatchObject({ data: { state: to } });
    expect(await auditOf(api.strapi, documentId)).toEqual(before);
  });

  it('is refused from a state that it does not start from', async () => {
    const { documentId } = await api.stock.license({ state: 'assigned' });
    const before = await auditOf(api.strapi, documentId);

    const response = await run(superAdmin, documentId, action);

    expect(response.status).toBe(400);
    expect(bodyOf<object>(response)).toMatchObject({
      data: null,
      error: {
        status: 400,
        name: 'LicenseError',
        details: { code: 'INVALID_TRANSITION', from: 'assigned', to },
      },
    });
    expect(await auditOf(api.strapi, documentId)).toEqual(before);
  });

  it('answers 404 for a license that does not exist', async () => {
    const response = await run(superAdmin, 'nosuchlicense', action);

    expect(response.status).toBe(404);
    expect(bodyOf<object>(response)).toMatchObject({ error: { details: { code: 'NOT_FOUND' } } });
  });

  it.each<[string, object, string]>([
    ['that is too long', { reason: 'r'.repeat(501) }, 'reason'],
    ['that is no text', { reason: 1 }, 'reason'],
    ['that cannot be stored', { reason: '\u0000' }, 'reason'],
    ['under another name', { why: 'So' }, 'why'],
  ])('refuses a reason %s', async (_what, body, field) => {
    const { documentId } = await api.stock.license({ state: from });

    const response = await run(superAdmin, documentId, action, body);

    expect(response.status).toBe(400);
    expect(bodyOf<object>(response)).toMatchObject({ error: { name: 'ValidationError' } });
    expect(response.text).toContain(field);
    const { data } = await list(superAdmin, { environment: 'production', state: from });
    expect(data.map((item) => item.documentId)).toContain(documentId);
  });
});

describe('an action with consequences', () => {
  it('revoke ends the devices of the license', async () => {
    const license = await api.stock.license({ devices: ['device-1', 'device-2'] });

    await run(superAdmin, license.documentId, 'revoke').expect(200);

    expect(await devicesOf(api.strapi, license.documentId)).toMatchObject([
      { deactivatedAt: expect.any(String) as unknown, deactivatedBy: 'admin' },
      { deactivatedAt: expect.any(String) as unknown, deactivatedBy: 'admin' },
    ]);
    const validated = await api.client.validate({ key: license.key }).expect(200);
    expect(bodyOf<object>(validated)).toMatchObject({ data: { code: 'REVOKED' } });
  });

  it('revoke on a suspended license walks the legal path and records both steps', async () => {
    const { documentId } = await api.stock.license({ state: 'suspended' });

    await run(superAdmin, documentId, 'revoke', { reason: 'Abuse' }).expect(200);

    expect((await auditOf(api.strapi, documentId)).slice(-2)).toMatchObject([
      { from: 'suspended', to: 'active', actorId: String(superAdmin.id) },
      { from: 'active', to: 'revoked', actorId: String(superAdmin.id) },
    ]);
  });

  it.each(['reactivate', 'unsuspend'] as const)(
    '%s is refused once the license has expired',
    async (action) => {
      const state = action === 'reactivate' ? 'inactive' : 'suspended';
      const { documentId } = await api.stock.license({ state, expiresAt: daysFromNow(-1) });

      const response = await run(superAdmin, documentId, action);

      expect(response.status).toBe(400);
      expect(bodyOf<object>(response)).toMatchObject({
        error: { details: { code: 'LICENSE_EXPIRED' } },
      });
    }
  );
});

describe('delete', () => {
  const remove = (admin: Admin, documentId: string) => admin.delete(`${LIST}/${documentId}`);

  it('removes a license with its devices for a role that may do just this', async () => {
    const clerk = await createAdminWith(api.http, superAdmin, [{ action: permissionId('delete') }]);
    const { documentId, key } = await api.stock.license();
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(1);

    const response = await remove(clerk, documentId).query({ reason: 'Issued by mistake' });

    expect([response.status, response.text]).toEqual([204, '']);
    const page = await list(superAdmin, { environment: 'production', _q: key });
    expect(keysOf(page)).toEqual([]);
    expect(await devicesOf(api.strapi, documentId)).toEqual([]);
    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action: 'delete',
      actorType: 'admin',
      actorId: String(clerk.id),
      actorName: 'Staff',
      from: 'active',
      to: null,
      keyPrefix: key.slice(0, 8),
      changes: {
        activations: { before: 1, after: 0 },
        reason: { before: null, after: 'Issued by mistake' },
      },
    });
    await api.stock.license({ key });
  });

  it('needs no reason', async () => {
    const { documentId } = await api.stock.license({ state: 'available' });

    await remove(superAdmin, documentId).expect(204);

    const { changes } = (await auditOf(api.strapi, documentId)).at(-1) ?? {};
    expect(changes).not.toHaveProperty('reason');
  });

  it.each([{ reason: 'r'.repeat(501) }, { reason: '\u0000' }, { force: 'true' }])(
    'refuses %j',
    async (query) => {
      const { documentId } = await api.stock.license();

      await remove(superAdmin, documentId).query(query).expect(400);

      expect(await devicesOf(api.strapi, documentId)).toHaveLength(1);
    }
  );

  it('answers 404 for a license that is gone', async () => {
    const { documentId } = await api.stock.license();
    await remove(superAdmin, documentId).expect(204);

    await remove(superAdmin, documentId).expect(404);
  });
});
