import { createPostgres } from '../support/database';
import { service } from '../support/plugin';
import { SYSTEM } from '../support/stock';
import { startStrapi } from '../support/strapi';
import { eventually } from '../support/wait';

it('a database that is named by its parts is reached by requests and by jobs', async () => {
  const database = await createPostgres();
  const { hostname, port, pathname, username, password } = new URL(database.env.DATABASE_URL ?? '');
  expect(password).not.toBe('');
  const app = await startStrapi({
    database,
    env: {
      DATABASE_URL: '',
      DATABASE_HOST: hostname,
      DATABASE_PORT: port,
      DATABASE_NAME: pathname.slice(1),
      DATABASE_USERNAME: username,
      DATABASE_PASSWORD: decodeURIComponent(password),
    },
  });
  await app.http.get('/api/license-keys/health').expect(200);

  const jobs = service(app.strapi, 'jobs');
  const id = await jobs.enqueue({
    type: 'bulk',
    environment: 'production',
    payload: { action: 'suspend', customer: null, reason: null },
    actor: SYSTEM,
    now: new Date(),
    total: 0,
  });
  await eventually(async () => {
    expect(await jobs.find(id)).toMatchObject({ state: 'succeeded' });
  });
  await app.stop();
});
