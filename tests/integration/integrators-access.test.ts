import { startApi, type TestApi } from '../support/api';
import {
  asIntegrator,
  createIntegrator,
  SCOPES,
  TOKEN_ROUTES,
  type Integrator,
} from '../support/integrator';

let api: TestApi;
/** May do everything. */
let shop: Integrator;
const without = new Map<string, Integrator>();
const only = new Map<string, Integrator>();

beforeAll(async () => {
  api = await startApi();
  shop = await createIntegrator(api, SCOPES);
  for (const scope of SCOPES) {
    const others = SCOPES.filter((other) => other !== scope);
    without.set(scope, await createIntegrator(api, others));
    only.set(scope, await createIntegrator(api, [scope]));
  }
});

afterAll(() => api.stop());

const pathOf = (route: string): string =>
  route.replace('/:environment', '').replace(/:\w+/g, 'abc');
const ROUTES = TOKEN_ROUTES.map(({ method, path: route, handler }) => ({
  method: method.toLowerCase() as 'get' | 'post' | 'put' | 'delete',
  route: pathOf(route),
  scope: handler,
}));
const known = (tokens: Map<string, Integrator>, scope: string): Integrator => {
  const token = tokens.get(scope);
  if (!token) throw new Error(`There is no token for ${scope}.`);
  return token;
};
const refusedTo = (scope: string): Integrator => known(without, scope);
const openTo = (scope: string): Integrator => known(only, scope);

describe.each(ROUTES)('$method $route', ({ method, route, scope }) => {
  it('asks for a token', async () => {
    await api.http[method](`/api/license-keys/production${route}`).expect(401);
    const stranger = asIntegrator(api.http, { ...shop, token: 'none' });
    await stranger[method](route).expect(401);
  });

  it('is refused to a token that has every scope but its own', async () => {
    await refusedTo(scope)[method](route).expect(403);
  });

  it('is open to a token that has just its own', async () => {
    const { status } = await openTo(scope)[method](route);
    // Nothing is sent, and no row has this id: the answer is about that, not about the token.
    expect([200, 400, 404]).toContain(status);
  });

  it('knows the environments that there are', async () => {
    const elsewhere = asIntegrator(api.http, shop, 'sandbox');
    await elsewhere[method](route).expect(404);
  });

  it('refuses a parameter that it does not know', async () => {
    const response = await shop[method](route).query({ populate: '*' }).send({});
    expect(response.status).toBe(400);
    expect(response.text).toContain('populate is not a field of this request');
  });
});

it('lets read-only tokens read, without keys, and change nothing', async () => {
  const readOnly = await createIntegrator(api, 'read-only');
  const { documentId, key } = await api.stock.license();

  const { text } = await readOnly.get(`/licenses/${documentId}`).expect(200);
  await readOnly.get('/audit-entries').expect(200);
  await readOnly.get(`/licenses/${documentId}/key`).expect(403);
  await readOnly.post(`/licenses/${documentId}/suspend`).expect(403);

  expect(text).not.toContain(key);
});

it('shows each scope in the settings of API tokens', () => {
  const actions = api.strapi.contentAPI.permissions.getActionsMap() as Record<
    string,
    { controllers: Record<string, string[]> }
  >;
  const { controllers = {} } = actions['plugin::license-keys'] ?? {};
  const listed = Object.entries(controllers).flatMap(([name, verbs]) =>
    verbs.map((verb) => `${name}.${verb}`)
  );
  expect(listed).toEqual(expect.arrayContaining(SCOPES));
});
