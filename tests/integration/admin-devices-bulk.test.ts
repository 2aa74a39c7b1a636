import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { DeviceDryRun } from '../../src/plugins/license-keys/shared/devices';
import type { JobItem, JobResultsAnswer } from '../../src/plugins/license-keys/shared/jobs';
import { createAdminWith } from '../support/admin';
import { startInBulk, tryInBulk } from '../support/bulk';
import { environment, LIST, openDevices, type Devices } from '../support/devices';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { permissionsFor } from '../support/permissions';
import { service } from '../support/plugin';
import { SYSTEM } from '../support/stock';

let api: Devices['api'];
let admin: Devices['admin'];
let pro: Devices['pro'];
let licenseOf: Devices['licenseOf'];
let activate: Devices['activate'];
let page: Devices['page'];
let find: Devices['find'];

beforeAll(async () => {
  ({ api, admin, pro, licenseOf, activate, page, find } = await openDevices());
});

afterAll(() => api.stop());

const tried = async (body: object): Promise<DeviceDryRun['data']> =>
  tryInBulk(admin, '/activations/bulk', body);

const finished = async (body: object): Promise<JobItem> =>
  endedJob(admin, await startInBulk(admin, '/activations/bulk', body));

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
    expect((await tried({ environment: 'production', selection })).total).toBe(0);
    const job = await finished({ environment, selection });
    expect(job).toMatchObject({ total: 120, succeeded: 120 });
    expect(await find(filter)).toEqual([]);
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
