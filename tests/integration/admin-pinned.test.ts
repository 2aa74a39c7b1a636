import type { Response } from 'supertest';

import { admin as adminRoutes } from '../../src/plugins/license-keys/server/src/routes/admin';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { goodRequests } from '../support/fuzz/good';
import type { Good } from '../support/fuzz/rows';

type Method = 'get' | 'post' | 'put' | 'delete';

/** All that are about one thing; views belong to whoever saved them, in whichever environment. */
const BY_ID = adminRoutes.routes
  .filter(({ path }) => path.includes('/:') && !path.startsWith('/views'))
  .map(({ method, path }) => `${method} ${path}`);

let database: TestDatabase;
let token: string;
let requests: Record<string, Good>;
let foreign: { customer: string; license: string };

/** A request in good faith for each of them, about something in production. */
const prepare = async (api: TestApi, admin: Admin): Promise<typeof requests> => {
  const { adminPanel } = await goodRequests(api, admin);
  const made: typeof requests = {};
  for (const route of BY_ID) made[route] = (await adminPanel[route]?.()) ?? {};
  return made;
};

beforeAll(async () => {
  database = await createDatabase();
  const api = await startApi({ database });
  const admin = await registerSuperAdmin(api.http);
  token = admin.token;
  requests = await prepare(api, admin);
  const { documentId: customer } = await api.stock.customer();
  const { documentId: license } = await api.stock.license({ environment: 'staging' });
  foreign = { customer, license };
  await api.stop();
});

afterAll(() => database.drop());

describe.each(['staging', 'production'])(
  'a server pinned to %s, asked about production',
  (pinned) => {
    let api: TestApi;
    const isOwn = pinned === 'production';
    const exists = isOwn ? 200 : 400;

    beforeAll(async () => {
      const env = { LICENSE_PINNED_ENVIRONMENT: pinned, LICENSE_PREVIEW_PASSWORD: 'false' };
      api = await startApi({ database, env });
    });

    afterAll(() => api.stop());

    const send = async (route: string, { query = {}, body }: Good, id = ''): Promise<Response> => {
      const [method = '', path = ''] = route.split(' ');
      return api.http[method.toLowerCase() as Method](
        `/license-keys${path.replace(/:(id|documentId)/, id)}`
      )
        .auth(token, { type: 'bearer' })
        .query(query)
        .send(body);
    };

    it.each(BY_ID)('knows what %s is about, or not', async (route) => {
      const good = requests[route] ?? {};
      const [id] = good.ids ?? [];

      const { status } = await send(route, good, id);

      expect(status === 404).toBe(!isOwn);
    });

    it('has lists of it, or not', async () => {
      const query = { environment: 'production' };
      for (const path of ['/licenses', '/generators', '/customers', '/activations', '/jobs']) {
        expect((await send(`GET ${path}`, { query })).status).toBe(exists);
      }
      for (const path of ['/audit-entries', '/audit-actors', '/audit-status']) {
        expect((await send(`GET ${path}`, { query })).status).toBe(exists);
      }
      const body = { ...query, format: 'csv', filter: {} };
      expect((await send('POST /exports/audit-entries', { body })).status).toBe(exists);
    });

    it('takes a customer for its own only', async () => {
      const body = {
        environment: pinned,
        action: 'assign',
        selection: { ids: [foreign.license] },
        customer: foreign.customer,
      };

      const { status, text } = await send('POST /bulk/dry-run', { body });

      expect(status).toBe(exists);
      if (!isOwn) expect(text).toContain('UNKNOWN_RELATION');
    });
  }
);
