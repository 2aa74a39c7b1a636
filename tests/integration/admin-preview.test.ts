import type { AuditItem } from '../../src/plugins/license-keys/shared/audit';
import {
  PREVIEW_HEADER,
  type DeviceHistory,
  type Paged,
  type PreviewAnswer,
  type UnlockAnswer,
} from '../../src/plugins/license-keys/shared/license';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { bodyOf } from '../support/http';
import { permissionsFor } from '../support/permissions';
import { stockOf, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let admin: Admin;
let stock: Stock;
let token: string;

const unlock = async (password: string) =>
  admin.post('/license-keys/preview/unlock').send({ password });

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
  token = bodyOf<UnlockAnswer>(await unlock(admin.credentials.password)).data.token;
});

afterAll(async () => {
  await app.stop();
});

const get = (path: string) => admin.get(`/license-keys${path}`).set(PREVIEW_HEADER, token);

it('asks for the administrator’s password, and takes no other', async () => {
  const { documentId } = await stock.license();
  const path = `/license-keys/licenses/${documentId}/preview`;
  const locked = await admin.get(path).expect(403);
  expect(locked.text).toContain('PASSWORD_REQUIRED');
  await admin
    .get(path)
    .set(PREVIEW_HEADER, `${String(Date.now() + 1e6)}.forged`)
    .expect(403);

  const wrong = await unlock('not the password');
  expect(wrong.status).toBe(400);
  await admin.get(path).set(PREVIEW_HEADER, token).expect(200);
});

it('stays closed to anybody else in the same browser', async () => {
  const { documentId } = await stock.license();
  const other = await createAdminWith(app.http, admin, permissionsFor(['read', 'preview']));

  const response = await other
    .get(`/license-keys/licenses/${documentId}/preview`)
    .set(PREVIEW_HEADER, token)
    .expect(403);

  expect(response.text).toContain('PASSWORD_REQUIRED');
  const own = await other
    .post('/license-keys/preview/unlock')
    .send({ password: other.credentials.password });
  await other
    .get(`/license-keys/licenses/${documentId}/preview`)
    .set(PREVIEW_HEADER, bodyOf<UnlockAnswer>(own).data.token)
    .expect(200);
});

it('stays open for five minutes and not longer', async () => {
  const { documentId } = await stock.license();
  const path = `/licenses/${documentId}/preview`;
  const given = bodyOf<UnlockAnswer>(await unlock(admin.credentials.password)).data;
  const end = Date.parse(given.expiresAt);
  expect(Math.round((end - Date.now()) / 60_000)).toBe(5);

  const clock = jest.spyOn(Date, 'now').mockReturnValue(end);
  try {
    const late = await admin
      .get(`/license-keys${path}`)
      .set(PREVIEW_HEADER, given.token)
      .expect(403);
    expect(late.text).toContain('PASSWORD_REQUIRED');
  } finally {
    clock.mockRestore();
  }
});

it('keeps one who guesses the password waiting', async () => {
  let status = 0;
  for (let attempt = 0; attempt < 8 && status !== 429; attempt += 1) {
    ({ status } = await unlock('a guess'));
  }
  expect(status).toBe(429);
});

it('shows the license with what a validation would answer now, and why', async () => {
  const license = await stock.license({ state: 'suspended' });
  const response = await get(`/licenses/${license.documentId}/preview`).expect(200);
  const { data } = bodyOf<PreviewAnswer>(response);

  expect(data.license).toMatchObject({ key: license.key, state: 'suspended' });
  expect(data.verdict).toEqual({
    valid: false,
    code: 'SUSPENDED',
    message: 'License Suspended',
    reasons: [{ code: 'SUSPENDED', message: 'License Suspended', hint: 'CONTACT_VENDOR' }],
  });
  expect(data.apiUrl).toMatch(/\/api\/license-keys\/production$/);
});

it('pages through devices, and deactivates one in the administrator’s name', async () => {
  const license = await stock.license({ devices: ['a', 'b', 'c'] });
  const path = `/licenses/${license.documentId}/activations`;
  const first = bodyOf<Paged<DeviceHistory>>(await get(`${path}?pageSize=2`).expect(200));
  expect(first.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });

  const device = first.data[0];
  const end = `/license-keys/activations/${device?.documentId ?? ''}/deactivate`;
  await admin.post(end).send({ reason: 'Lost laptop' }).expect(204);
  await admin.post(end).send({}).expect(204);
  const after = bodyOf<Paged<DeviceHistory>>(await get(path).expect(200));
  expect(after.data.at(-1)).toMatchObject({
    fingerprint: device?.fingerprint,
    deactivatedBy: 'admin',
    deactivatorName: 'Super Admin',
    deactivatedAt: expect.any(String) as string,
  });

  const audit = bodyOf<Paged<AuditItem>>(
    await get(`/licenses/${license.documentId}/audit`).expect(200)
  );
  expect(audit.data.map(({ action }) => action)).toEqual([
    'deactivate',
    'activate',
    'activate',
    'activate',
    'create',
  ]);
  expect(audit.data[0]).toMatchObject({
    actorType: 'admin',
    actorName: 'Super Admin',
    changes: { reason: { before: null, after: 'Lost laptop' } },
  });
});

it('hands out an offline file for all active devices', async () => {
  const license = await stock.license({ devices: ['a', 'b'] });
  const response = await get(`/licenses/${license.documentId}/offline-file`).expect(200);
  const { payload } = bodyOf<{ payload: string }>(response);
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    sub: license.documentId,
    fingerprints: ['a', 'b'],
  });
  expect(response.headers['content-disposition']).toContain('attachment');
});
