import type { JSONWebKeySet } from 'jose';

import { clientOf, startApi } from '../support/api';
import { createDatabase } from '../support/database';
import { bodyOf, type Http } from '../support/http';
import { startServer, type TestServer } from '../support/server';
import { kidOf } from '../support/signatures';

const ROLES = ['strapi-author', 'strapi-editor', 'strapi-super-admin'];

const published = async (http: Http): Promise<JSONWebKeySet> =>
  bodyOf<JSONWebKeySet>(await http.get('/api/license-keys/jwks.json').expect(200));

const signingKid = async (http: Http): Promise<string> =>
  kidOf(await clientOf(http).validate({ key: 'NO-SUCH-KEY', nonce: 'n' }).expect(200));

describe('two processes that start at the same moment on an empty PostgreSQL', () => {
  it('both come up, make everything once, and sign with the same key', async () => {
    const database = await createDatabase();
    const start = async (): Promise<TestServer> => startServer({ database });
    const servers = await Promise.all([start(), start()]);
    const { strapi, stop } = await startApi({ database });

    const roles = (await strapi.db.query('admin::role').findMany()) as { code: string }[];
    expect(roles.map(({ code }) => code).sort()).toEqual(ROLES);
    for (const { http } of servers) await http.get('/api/license-keys/health').expect(200);

    const [first, second] = await Promise.all(servers.map(({ http }) => published(http)));
    const [key, ...others] = first?.keys ?? [];
    expect(others).toEqual([]);
    expect(key).toMatchObject({
      kid: expect.any(String) as string,
      x: expect.any(String) as string,
    });
    expect(second).toEqual(first);
    for (const { http } of servers) expect(await signingKid(http)).toBe(key?.kid);

    await stop();
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });
});
