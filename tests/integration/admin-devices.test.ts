import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { createAdminWith } from '../support/admin';
import { tryInBulk } from '../support/bulk';
import { environment, LIST, openDevices, type DeviceQuery, type Devices } from '../support/devices';
import { bodyOf } from '../support/http';
import { permissionsFor } from '../support/permissions';
import { service } from '../support/plugin';
import { queriesDuring } from '../support/queries';
import { daysFromNow, SYSTEM } from '../support/stock';

let api: Devices['api'];
let admin: Devices['admin'];
let pro: Devices['pro'];
let ada: Devices['ada'];
let adas: Devices['adas'];
let graces: Devices['graces'];
let licenseOf: Devices['licenseOf'];
let activate: Devices['activate'];
let page: Devices['page'];
let find: Devices['find'];

beforeAll(async () => {
  ({ api, admin, pro, ada, adas, graces, licenseOf, activate, page, find } = await openDevices());
});

afterAll(() => api.stop());

const day = (days: number): string => daysFromNow(-days).toISOString().slice(0, 10);

const idOf = async (fingerprint: string): Promise<string> =>
  (await page({ _q: fingerprint })).data[0]?.documentId ?? '';

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
    expect(await tryInBulk(admin, '/activations/bulk', { environment, selection })).toMatchObject({
      total: 1,
    });
  });

  it('finds who was not seen for so many days, by the activation where there was no verification', async () => {
    expect(await find({ idleDays: 30 })).toEqual(['kiosk', 'spare', 'build']);
    expect(await find({ idleDays: 60 })).toEqual(['spare', 'build']);
    expect(await find({ idleDays: 90 })).toEqual(['spare']);
    expect(await find({ idleDays: 96 })).toEqual([]);
  });

  it('costs two queries, whatever is asked', async () => {
    const queries: DeviceQuery[] = [
      {},
      { _q: 'a', idleDays: 30, sort: 'customer:desc', pageSize: 1 },
    ];
    for (const query of queries) {
      const statements = await queriesDuring(api.strapi, async () => find(query));
      expect(statements.filter((sql) => sql.includes('license_keys_'))).toHaveLength(2);
    }
  });

  it.each<[DeviceQuery, string]>([
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
