import { admin as adminRoutes } from '../../src/plugins/license-keys/server/src/routes/admin';
import { BULK_ACTIONS } from '../../src/plugins/license-keys/shared/bulk';
import {
  LICENSE_VERBS,
  permissionId,
  type LicenseVerb,
} from '../../src/plugins/license-keys/shared/permissions';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startStrapi, type TestStrapi } from '../support/strapi';

type Method = 'get' | 'post' | 'put' | 'delete';

interface Endpoint {
  method: Method;
  path: string;
  permission: string;
}

const endpoints: Endpoint[] = adminRoutes.routes.map(({ method, path, config }) => {
  const [permission = ''] = config.policies.flatMap((policy) =>
    typeof policy === 'string' ? [] : policy.config.actions
  );
  return {
    method: method.toLowerCase() as Method,
    path: `/license-keys${path.replace(/:\w+/g, '999')}`,
    permission,
  };
});

let app: TestStrapi;
let superAdmin: Admin;
/** By permission: who has all but that one, and who has only that one. */
const without = new Map<string, Admin>();
const only = new Map<string, Admin>();

const staff = async (verbs: readonly LicenseVerb[]): Promise<Admin> =>
  createAdminWith(
    app.http,
    superAdmin,
    verbs.map((verb) => ({ action: permissionId(verb) }))
  );

beforeAll(async () => {
  app = await startStrapi();
  superAdmin = await registerSuperAdmin(app.http);
  for (const verb of LICENSE_VERBS) {
    const rest = LICENSE_VERBS.filter((other) => other !== verb);
    without.set(permissionId(verb), await staff(rest));
    only.set(permissionId(verb), await staff([verb]));
  }
});

afterAll(async () => {
  await app.stop();
});

const who = (admins: Map<string, Admin>, permission: string): Admin => {
  const admin = admins.get(permission);
  if (!admin) throw new Error(`Nobody is known by "${permission}".`);
  return admin;
};

it('grants every action to the super administrator on the first boot', async () => {
  const response = await superAdmin.get('/admin/users/me/permissions').expect(200);
  for (const verb of LICENSE_VERBS) {
    expect(response.text).toContain(`"${permissionId(verb)}"`);
  }
});

describe.each(endpoints)('$method $path', ({ method, path, permission }) => {
  it('asks for a login', async () => {
    await app.http[method](path).expect(401);
  });

  it('is refused to a role that has every permission but its own', async () => {
    await who(without, permission)[method](path).expect(403);
  });

  it('is open to a role that has just its own', async () => {
    const { status } = await who(only, permission)[method](path);
    // Nothing is sent, and no row has this id: the answer is about that, not about the role.
    const isUnlocked =
      !path.includes('/preview') && !/(activations|audit|offline-file)$/.test(path);
    expect([401, ...(isUnlocked ? [403] : []), 500]).not.toContain(status);
  });
});

describe('what a route asks for beyond its own permission', () => {
  it.each(BULK_ACTIONS)('a bulk action takes the permission of its verb: %s', async (action) => {
    const body = { environment: 'production', action, selection: { filter: {} } };
    const path = '/license-keys/bulk/dry-run';
    await who(without, permissionId(action)).post(path).send(body).expect(403);
    const { status } = await superAdmin.post(path).send(body);
    expect(status).not.toBe(403);
  });

  it.each([
    ['a key of one’s own', 'create-with-key', { key: 'MY-OWN-KEY' }],
    ['a customer', 'assign', { customer: 'nobody' }],
  ] as const)('creating with %s takes another permission', async (_what, verb, extra) => {
    const body = { environment: 'production', product: 'p', generator: 'g', ...extra };
    await who(without, permissionId(verb)).post('/license-keys/licenses').send(body).expect(403);
    await superAdmin.post('/license-keys/licenses').send(body).expect(400);
  });
});
