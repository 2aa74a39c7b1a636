import { startApi } from '../support/api';
import { createDatabase } from '../support/database';
import { startServer, type TestServer } from '../support/server';

const ROLES = ['strapi-author', 'strapi-editor', 'strapi-super-admin'];

describe('two processes that start at the same moment on an empty PostgreSQL', () => {
  it('both come up, and make everything once', async () => {
    const database = await createDatabase();
    const start = async (): Promise<TestServer> => startServer({ database });
    const servers = await Promise.all([start(), start()]);
    const { strapi, stop } = await startApi({ database });

    const roles = (await strapi.db.query('admin::role').findMany()) as { code: string }[];
    expect(roles.map(({ code }) => code).sort()).toEqual(ROLES);
    for (const { http } of servers) await http.get('/api/license-keys/health').expect(200);

    await stop();
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });
});
