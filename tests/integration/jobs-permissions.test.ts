import { BULK_ACTIONS } from '../../src/plugins/license-keys/shared/bulk';
import { verbsOfJob, type JobType } from '../../src/plugins/license-keys/shared/jobs';
import { LICENSE_VERBS } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith, registerSuperAdmin, type Staff } from '../support/admin';
import { insertJob } from '../support/jobs';
import { permissionsFor } from '../support/permissions';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let staff: Staff;

beforeAll(async () => {
  app = await startStrapi();
  staff = await createAdminWith(app.http, await registerSuperAdmin(app.http), []);
});

afterAll(async () => {
  await app.stop();
});

const KINDS: { type: JobType; action: string }[] = [
  ...BULK_ACTIONS.map((action) => ({ type: 'bulk' as const, action })),
  { type: 'devices', action: 'devices' },
  { type: 'generate', action: 'generate' },
  { type: 'import', action: 'import-keys' },
];

describe.each(KINDS)('a job of the kind $type that does $action', ({ type, action }) => {
  const needed = verbsOfJob({ type, action });

  const insert = async (state: string): Promise<string> => {
    const id = await insertJob(app.strapi, {
      type,
      state,
      payload: { action },
      leased_until: new Date('2100-01-01T00:00:00Z'),
    });
    return `/license-keys/jobs/${String(id)}`;
  };

  it.each(needed)('is not changed by a role that may do everything but %s', async (verb) => {
    await staff.permit(permissionsFor(LICENSE_VERBS.filter((other) => other !== verb)));
    const [running, failed] = [await insert('running'), await insert('failed')];

    await staff.post(`${running}/cancel`).expect(403);
    await staff.post(`${failed}/retry`).expect(403);
    await staff.delete(failed).expect(403);
    expect((await staff.get(running)).body).toMatchObject({ data: { state: 'running' } });
    expect((await staff.get(failed)).body).toMatchObject({ data: { state: 'failed' } });
  });

  it('is shown to who may read, and to no other who may not do that', async () => {
    const job = await insert('failed');
    await staff.permit(permissionsFor(['read']));
    await staff.get(job).expect(200);
    for (const verb of needed) {
      await staff.permit(
        permissionsFor(LICENSE_VERBS.filter((other) => other !== verb && other !== 'read'))
      );
      await staff.get(job).expect(403);
      await staff.get(`${job}/items`).expect(403);
      await staff.get(`${job}/results`).expect(403);
    }
  });

  it('is shown to a role that may do just that, and changed by it', async () => {
    await staff.permit(permissionsFor(needed));
    const job = await insert('running');

    await staff.get(job).expect(200);
    const status = type === 'devices' ? 403 : 200;
    await staff.get(`${job}/items`).expect(status);
    await staff.get(`${job}/results`).expect(status);
    await staff.delete(job).expect(400);
    await staff.post(`${job}/cancel`).expect(204);
    await staff.delete(job).expect(204);
    await staff.get(job).expect(404);
    await staff.post(`${await insert('failed')}/retry`).expect(204);
  });
});
