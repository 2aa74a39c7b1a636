import type { License, ScopedRef } from '../../src/plugins/license-keys/server/src/domain/types';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { DeviceDryRun, DeviceItem } from '../../src/plugins/license-keys/shared/devices';
import type { JobItem, JobResultsAnswer } from '../../src/plugins/license-keys/shared/jobs';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startInBulk, tryInBulk } from '../support/bulk';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { permissionsFor } from '../support/permissions';
import { service } from '../support/plugin';
import { queriesDuring } from '../support/queries';
import { daysFromNow, SYSTEM, type Customer } from '../support/stock';
import { startApi, type TestApi } from '../support/api';

const environment = 'staging';
const LIST = '/license-keys/activations';

let api: TestApi;
let admin: Admin;
let pro: ScopedRef;
let ada: Customer;
let adas: License;
let graces: License;

interface Device {
  name?: string;
  ip?: string;
  activated: number;
  verified?: number;
}

const activate = async (license: License, fingerprint: string, device: Device): Promise<void> => {
  const { name = null, ip = null, activated, verified } = device;
  await service(api.strapi, 'licensing').activate({
    environment: license.environment,
    key: license.key,
    device: { fingerprint, name, platform: null, ip, metadata: {} },
    actor: SYSTEM,
  });
  await api.strapi.db
    .connection(TABLE.activation)
    .where({ fingerprint })
    .update({
      activated_at: daysFromNow(-activated),
      last_verified_at: verified === undefined ? null : daysFromNow(-verified),
    });
};

const licenseOf = (fields: object) =>
  api.stock.license({ environment, devices: [], state: 'assigned', ...fields });

beforeAll(async () => {
  api = await startApi();
  admin = await registerSuperAdmin(api.http);
  pro = await api.stock.product({ environment, name: 'Pro' });
  ada = await api.stock.customer({ environment, name: 'Ada', email: 'ada@analytical.example' });
  const grace = await api.stock.customer({
    environment,
    name: 'Grace',
    email: 'grace@navy.example',
  });
  const zen = await api.stock.product({ environment, name: 'Zen' });
  adas = await licenseOf({ key: 'AAAA-BBBB-ADAS', product: pro, customer: ada });
  graces = await licenseOf({ key: 'ZZZZ-BBBB-GRACES', product: zen, customer: grace });
  await activate(adas, 'f-laptop', { name: 'Laptop', ip: '192.0.2.7', activated: 50, verified: 1 });
  await activate(adas, 'f-kiosk', { name: 'kiosk', activated: 80, verified: 40 });
  await activate(graces, 'f-build', { activated: 100, verified: 70 });
  await activate(graces, 'f-spare', { name: 'Spare', activated: 95 });
  const elsewhere = await api.stock.license({ devices: ['f-elsewhere'] });
  expect(elsewhere.environment).toBe('production');
});

afterAll(() => api.stop());

type Query = Record<string, string | number>;

const page = async (query: Query = {}): Promise<Paged<DeviceItem>> =>
  bodyOf<Paged<DeviceItem>>(
    await admin
      .get(LIST)
      .query({ environment, ...query })
      .expect(200)
  );

/** Fingerprints, without what is the same in all of them. */
const find = async (query: Query = {}): Promise<string[]> =>
  (await page(query)).data.map(({ fingerprint }) => fingerprint.replace('f-', ''));

const day = (days: number): string => daysFromNow(-days).toISOString().slice(0, 10);

const idOf = async (fingerprint: string): Promise<string> =>
  (await page({ _q: fingerprint })).data[0]?.documentId ?? '';

const tried = async (body: object): Promise<DeviceDryRun['data']> =>
  tryInBulk(admin, '/activations/bulk', body);

const finished = async (body: object): Promise<JobItem> =>
  endedJob(admin, await startInBulk(admin, '/activations/bulk', body));

describe('the list of devices', () => {
  const SORTS: [string, string[]][] = [
    ['device', ['build', 'kiosk', 'laptop', 'spare']],
    ['license', ['laptop', 'kiosk', 'build', 'spare']],
    ['product', ['laptop', 'kiosk', 'build', 'spare']],
    ['customer', ['laptop', 'kiosk', 'build', 'spare']],
    ['activatedAt', ['build', 'spare', 'kiosk', 'laptop']],
    ['lastVerifiedAt', ['spare', 'build', 'kiosk', 'laptop']],
  ];

  it.each(SORTS)('sorts by %s, both ways', async (field, ascending) => {
    expect(await find({ sort: `${field}:asc` })).toEqual(ascending);
    expect(await find({ sort: `${field}:desc` })).toEqual([...ascending].reverse());
  });

  it('shows the latest activation first, unless it is told otherwise', async () => {
    expect(await find()).toEqual(['laptop', 'kiosk', 'spare', 'build']);
  });

  it('shows of a device what the page needs, and of the key only its beginning', async () => {
    const { data, meta } = await page({ sort: 'activatedAt:desc', pageSize: 1 });

    expect(data).toStrictEqual([
      {
        documentId: expect.any(String) as unknown,
        fingerprint: 'f-laptop',
        name: 'Laptop',
        platform: null,
        ip: '192.0.2.7',
        activatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
        lastVerifiedAt: expect.any(String) as unknown,
        deactivatedAt: null,
        deactivatedBy: null,
        deactivatorName: null,
        license: { documentId: adas.documentId, keyPrefix: 'AAAA-BBB' },
        product: { documentId: pro.documentId, name: 'Pro' },
        customer: { documentId: ada.documentId, name: 'Ada', email: 'ada@analytical.example' },
      },
    ]);
    expect(meta.pagination).toEqual({ page: 1, pageSize: 1, pageCount: 4, total: 4 });
  });

  it.each([
    ['LAPTOP', ['laptop']],
    ['f-build', ['build']],
    ['192.0.2', ['laptop']],
    ['navy.example', ['spare', 'build']],
    ['aaaa-bbb', ['laptop', 'kiosk']],
    ['AAAA-BBBB-ADAS', ['laptop', 'kiosk']],
    // In the part of the key that is not shown.
    ['ADAS', []],
    ['BBBB-GRACES', []],
    ['%', []],
  ])('finds by the text %s', async (_q, expected) => {
    expect(await find({ _q })).toEqual(expected);
  });

  it('filters by license, product, customer and the day of the activation', async () => {
    expect(await find({ license: graces.documentId })).toEqual(['spare', 'build']);
    expect(await find({ product: pro.documentId })).toEqual(['laptop', 'kiosk']);
    expect(await find({ customer: ada.documentId })).toEqual(['laptop', 'kiosk']);
    expect(await find({ customer: ada.documentId, license: graces.documentId })).toEqual([]);
    expect(await find({ activatedFrom: day(95), activatedTo: day(80) })).toEqual([
      'kiosk',
      'spare',
    ]);
  });

  it('filters by the day of the last verification, as does what is done to all that match', async () => {
    expect(await find({ verifiedFrom: day(40) })).toEqual(['laptop', 'kiosk']);
    expect(await find({ verifiedTo: day(40) })).toEqual(['kiosk', 'build']);
    expect(await find({ verifiedFrom: day(40), verifiedTo: day(40) })).toEqual(['kiosk']);
    const selection = { filter: { verifiedTo: day(60) } };
    expect(await tried({ environment, selection })).toMatchObject({ total: 1 });
  });

  it('finds who was not seen for so many days, by the activation where there was no verification', async () => {
    expect(await find({ idleDays: 30 })).toEqual(['kiosk', 'spare', 'build']);
    expect(await find({ idleDays: 60 })).toEqual(['spare', 'build']);
    expect(await find({ idleDays: 90 })).toEqual(['spare']);
    expect(await find({ idleDays: 96 })).toEqual([]);
  });

  it('costs two queries, whatever is asked', async () => {
    const queries: Query[] = [{}, { _q: 'a', idleDays: 30, sort: 'customer:desc', pageSize: 1 }];
    for (const query of queries) {
      const statements = await queriesDuring(api.strapi, async () => find(query));
      expect(statements.filter((sql) => sql.includes('license_keys_'))).toHaveLength(2);
    }
  });

  it.each<[Query, string]>([
    [{ environment: 'sandbox' }, 'environment'],
    [{ status: 'gone' }, 'status'],
    [{ idleDays: 0 }, 'idleDays'],
    [{ idleDays: 1.5 }, 'idleDays'],
    [{ idleDays: 3651 }, 'idleDays'],
    [{ activatedFrom: 'yesterday' }, 'activatedFrom'],
    [{ verifiedTo: '2026-13-01' }, 'verifiedTo'],
    [{ sort: 'metadata:asc' }, 'sort'],
    [{ _q: '\u0000' }, '_q'],
    [{ 'license[$ne]': 'x' }, 'license'],
    [{ pageSize: 101 }, 'pageSize'],
  ])('refuses %j', async (query, field) => {
    const response = await admin
      .get(LIST)
      .query({ environment, ...query })
      .expect(400);
    expect(bodyOf<object>(response)).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: [field] }] } },
    });
  });
});

describe('a device', () => {
  it('is deactivated with a reason, and then no longer idle but ended', async () => {
    await activate(graces, 'f-lost', { activated: 200, verified: 160 });
    expect(await find({ idleDays: 150 })).toEqual(['lost']);
    await admin
      .post(`${LIST}/${await idOf('f-lost')}/deactivate`)
      .send({ reason: 'Lost' })
      .expect(204);

    expect(await find({ idleDays: 150 })).toEqual([]);
    expect(await find({ status: 'ended' })).toEqual(['lost']);
    expect(await find({ verifiedTo: day(150) })).toEqual(['lost']);
    expect(await find({ status: 'active' })).not.toContain('lost');
    expect((await find({ sort: 'status:asc' })).at(-1)).toBe('lost');
    const { data } = await page({ status: 'ended' });
    expect(data[0]).toMatchObject({ deactivatedBy: 'admin', deactivatorName: 'Super Admin' });
  });

  it('tells who ended it, in one query for all: staff by name, and the customer as such', async () => {
    const license = await licenseOf({ product: pro, activationLimit: 3 });
    const { key, documentId } = license;
    for (const name of ['gone', 'ended', 'revoked']) {
      await activate(license, `f-${name}`, { name, activated: 1 });
    }
    await service(api.strapi, 'licensing').deactivate({
      environment,
      key,
      fingerprint: 'f-gone',
      actor: { ...SYSTEM, type: 'public' },
    });
    const staff = await createAdminWith(api.http, admin, permissionsFor(['deactivate-device']));
    await staff
      .post(`${LIST}/${await idOf('f-ended')}/deactivate`)
      .send({})
      .expect(204);
    await admin.post(`/license-keys/licenses/${documentId}/revoke`).send({}).expect(200);

    const statements = await queriesDuring(api.strapi, async () => {
      const { data } = await page({ license: documentId, sort: 'device:asc' });
      expect(
        data.map(({ name, deactivatedBy, deactivatorName }) => [
          name,
          deactivatedBy,
          deactivatorName,
        ])
      ).toEqual([
        ['ended', 'admin', 'Staff'],
        ['gone', 'customer', null],
        ['revoked', 'admin', 'Super Admin'],
      ]);
    });
    expect(statements.filter((sql) => sql.includes('license_keys_'))).toHaveLength(3);
  });

  it('of an environment that is not configured does not exist', async () => {
    const [row] = await api.strapi.db
      .connection(TABLE.activation)
      .where({ fingerprint: 'f-elsewhere' })
      .select<{ document_id: string; license_id: number }[]>('document_id', 'license_id');
    const move = async (name: string): Promise<void> => {
      await api.strapi.db
        .connection(TABLE.license)
        .where({ id: row?.license_id })
        .update({ environment: name });
    };
    await move('retired');
    const response = await admin.post(`${LIST}/${row?.document_id ?? ''}/deactivate`).send({});
    expect(response.status).toBe(404);
    expect(response.text).toContain('ACTIVATION_NOT_FOUND');
    await move('production');
  });
});

describe('many devices', () => {
  const fleet = async (count: number): Promise<License> => {
    const license = await licenseOf({ product: pro, activationLimit: -1 });
    const prefix = license.documentId.slice(-6);
    for (let index = 1; index <= count; index += 1) {
      await activate(license, `${prefix}-${index}`, { name: `=Host ${index}`, activated: 1 });
    }
    return license;
  };

  it('are counted first, deactivated in one job, and named in its results', async () => {
    const { documentId } = await fleet(3);
    const ids = (await page({ license: documentId, sort: 'device:asc' })).data.map(
      (device) => device.documentId
    );
    await admin
      .post(`${LIST}/${ids[2] ?? ''}/deactivate`)
      .send({})
      .expect(204);
    const body = { environment, selection: { ids }, reason: 'Fleet replaced' };

    expect(await tried(body)).toMatchObject({ total: 3, legal: 2, unchanged: 1 });
    expect((await page({ license: documentId, status: 'active' })).data).toHaveLength(2);

    const job = await finished(body);
    expect(job).toMatchObject({
      type: 'devices',
      state: 'succeeded',
      requestedBy: 'Super Admin',
      total: 3,
      succeeded: 2,
      unchanged: 1,
      refused: 0,
    });
    const { data } = bodyOf<JobResultsAnswer>(
      await admin.get(`/license-keys/jobs/${job.id}/items`).expect(200)
    );
    expect(data[0]).toMatchObject({
      licenseId: documentId,
      deviceId: ids[0],
      device: '=Host 1',
      outcome: 'succeeded',
    });
    const { text } = await admin.get(`/license-keys/jobs/${job.id}/results`).expect(200);
    expect(text.split('\n')[0]).toBe(
      '\uFEFFline,licenseId,keyPrefix,outcome,code,field,message,deviceId,device'
    );
    expect(text).toContain(`succeeded,,,,${ids[0] ?? ''},'=Host 1`);
    expect(text).toContain(`unchanged,,,,${ids[2] ?? ''},'=Host 3`);

    const entries = await api.strapi.db
      .query('plugin::license-keys.audit-entry')
      .findMany({ where: { licenseId: documentId, action: 'deactivate' }, orderBy: { id: 'asc' } });
    expect(entries).toHaveLength(3);
    expect(entries[1]).toMatchObject({
      actorId: String(admin.id),
      changes: { reason: { after: 'Fleet replaced' } },
    });
  });

  it('are all that a filter matches, and nothing of another environment', async () => {
    const { documentId } = await fleet(120);
    const filter = { license: documentId, status: 'active' };
    const selection = { filter };
    const job = await finished({ environment, selection });
    expect(job).toMatchObject({ total: 120, succeeded: 120 });
    expect(await find(filter)).toEqual([]);

    expect((await tried({ environment: 'production', selection })).total).toBe(0);
  });

  it('are not deactivated where others match than when they were tried, though as many', async () => {
    const license = await fleet(2);
    const selection = { filter: { license: license.documentId, status: 'active' } };
    const { fingerprint } = await tried({ environment, selection });
    const [device] = (await page(selection.filter)).data;
    await admin
      .post(`${LIST}/${device?.documentId ?? ''}/deactivate`)
      .send({})
      .expect(204);
    await activate(license, 'f-late', { activated: 1 });

    const response = await admin
      .post(`${LIST}/bulk`)
      .send({ environment, selection, fingerprint })
      .expect(409);
    expect(response.text).toContain('SELECTION_CHANGED');
    expect((await page(selection.filter)).data).toHaveLength(2);
    await admin.post(`${LIST}/bulk`).send({ environment, selection }).expect(400);
  });

  it('are gone in the meantime: the job tells which', async () => {
    const license = await fleet(1);
    const [device] = (await page({ license: license.documentId })).data;
    const id = await service(api.strapi, 'jobs').enqueueItems(
      { type: 'devices', environment, payload: { reason: null }, actor: SYSTEM, now: new Date() },
      [
        {
          licenseId: license.documentId,
          targetId: 'gone',
          targetName: 'Old host',
          keyPrefix: '',
        },
        {
          licenseId: license.documentId,
          targetId: device?.documentId ?? '',
          targetName: 'Host',
          keyPrefix: '',
        },
      ]
    );
    expect(await endedJob(admin, id)).toMatchObject({ succeeded: 1, refused: 1 });
    const { data } = bodyOf<JobResultsAnswer>(
      await admin.get(`/license-keys/jobs/${id}/items?outcome=refused`).expect(200)
    );
    expect(data).toMatchObject([{ device: 'Old host', code: 'ACTIVATION_NOT_FOUND' }]);
  });

  it.each([
    [{ selection: {} }],
    [{ selection: { ids: [] } }],
    [{ selection: { ids: ['x'], filter: {} } }],
    [{ selection: { filter: { idleDays: '30' } } }],
    [{ selection: { filter: { environment: 'production' } } }],
    [{ selection: { ids: Array.from({ length: 1001 }, (_, index) => `d${index}`) } }],
    [{ selection: { ids: ['x'] }, reason: 'r'.repeat(501) }],
    [{ selection: { ids: ['x'] }, environment: 'sandbox' }],
  ])('are refused where they are selected by %j', async (body) => {
    const sent = { environment, ...body };
    await admin.post(`${LIST}/bulk/dry-run`).send(sent).expect(400);
    await admin
      .post(`${LIST}/bulk`)
      .send({ ...sent, fingerprint: 'f' })
      .expect(400);
  });
});

it('takes both permissions for many devices, and shows what came of them to who may see devices', async () => {
  const staff = await createAdminWith(api.http, admin, permissionsFor(['read-devices', 'read']));
  const body = { environment, selection: { ids: ['nobody'] } };
  const { id } = await finished(body);
  const results = [`/license-keys/jobs/${id}/items`, `/license-keys/jobs/${id}/results`];

  await staff.get(`${LIST}?environment=${environment}`).expect(200);
  const refused = await staff
    .post(`${LIST}/bulk`)
    .send({ ...body, fingerprint: 'f' })
    .expect(403);
  expect(refused.text).toContain('deactivate-device');
  for (const path of results) await staff.get(path).expect(200);

  await staff.permit(permissionsFor(['deactivate-device', 'read']));
  await staff.get(`${LIST}?environment=${environment}`).expect(403);
  await staff.post(`${LIST}/bulk/dry-run`).send(body).expect(403);
  await staff.get(`/license-keys/jobs/${id}`).expect(200);
  for (const path of results) await staff.get(path).expect(403);
});
