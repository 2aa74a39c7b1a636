import { admin as adminRoutes } from '../../src/plugins/license-keys/server/src/routes/admin';
import { LICENSE_VERBS, permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith, registerSuperAdmin, type Admin, type Staff } from '../support/admin';
import { bodyOf } from '../support/http';
import { PERMISSIONS, permissionsFor, send, SHARED } from '../support/permissions';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let superAdmin: Admin;
let staff: Staff;

beforeAll(async () => {
  app = await startStrapi();
  superAdmin = await registerSuperAdmin(app.http);
  staff = await createAdminWith(app.http, superAdmin, []);
});

afterAll(async () => {
  await app.stop();
});

const endpoints = LICENSE_VERBS.flatMap((verb) =>
  PERMISSIONS[verb].endpoints.map((endpoint) => ({
    verb,
    endpoint,
    title: `${endpoint.method} ${endpoint.path} ${endpoint.body ? `(${verb})` : ''}`,
  }))
);

it('grants every action to the super administrator on the first boot', async () => {
  const response = await superAdmin.get('/admin/users/me/permissions').expect(200);
  for (const verb of LICENSE_VERBS) {
    expect(response.text).toContain(`"${permissionId(verb)}"`);
  }
});

it('offers them to roles by sub-categories', async () => {
  interface Section {
    plugins: { action: string; subCategory: string }[];
  }
  const response = await superAdmin.get('/admin/permissions').expect(200);
  const { sections } = bodyOf<{ data: { sections: Section } }>(response).data;
  const own = sections.plugins.filter(({ action }) => action.startsWith('plugin::license-keys.'));

  expect(own.map(({ action }) => action).toSorted()).toEqual(
    LICENSE_VERBS.map(permissionId).toSorted()
  );
  expect(new Set(own.map(({ subCategory }) => subCategory))).toEqual(
    new Set(['licenses', 'editing', 'lifecycle', 'generators', 'audit', 'settings'])
  );
});

it('has its permissions for every route, as the tables say', () => {
  const named = adminRoutes.routes.map(({ method, path, config }) => {
    const verbs = config.policies.flatMap((policy) =>
      typeof policy === 'string' ? [] : policy.config.anyOf
    );
    return [method.toLowerCase(), path, ...verbs].join(' ');
  });
  const listed = [
    ...endpoints
      .filter(({ endpoint }) => !endpoint.body)
      .map(({ verb, endpoint }) => ({ verbs: [verb], endpoint })),
    ...SHARED,
  ].map(({ verbs, endpoint: { method, path } }) => [method, path, ...verbs].join(' '));
  expect(named.toSorted()).toEqual(listed.toSorted());
});

describe.each(SHARED)('$endpoint.method $endpoint.path', ({ endpoint, verbs }) => {
  it('asks for a login', async () => {
    expect((await send(endpoint, app.http)).status).toBe(401);
  });

  it('is refused to a role that has every permission but those that open it', async () => {
    await staff.permit(permissionsFor(LICENSE_VERBS.filter((verb) => !verbs.includes(verb))));
    const { status, text } = await send(endpoint, staff);
    expect(status).toBe(403);
    expect(text).toContain('Your role does not permit this.');
  });

  it('is open to a role that has just one of them', async () => {
    for (const verb of verbs) {
      await staff.permit(permissionsFor([verb]));
      expect([401, 403, 500]).not.toContain((await send(endpoint, staff)).status);
    }
  });
});

it.each(LICENSE_VERBS)('opens something with the permission to %s', (verb) => {
  expect(PERMISSIONS[verb].endpoints.length).toBeGreaterThan(0);
});

describe.each(endpoints)('$title', ({ verb, endpoint }) => {
  it('asks for a login', async () => {
    expect((await send(endpoint, app.http)).status).toBe(401);
  });

  it('is refused to a role that has every permission but its own', async () => {
    await staff.permit(permissionsFor(LICENSE_VERBS.filter((other) => other !== verb)));
    expect((await send(endpoint, staff)).status).toBe(403);
  });

  it('is open to a role that has just what it takes', async () => {
    await staff.permit(permissionsFor([verb]));
    const { status } = await send(endpoint, endpoint.body ? superAdmin : staff);
    // No row has this id, and nothing or nonsense is sent: the answer is about that, not about the role.
    const isLocked = /preview$|(activations|audit|offline-file)$/.test(endpoint.path);
    expect([401, ...(isLocked ? [] : [403]), 500]).not.toContain(status);
  });
});
