import { ACCOUNT_NAMES, ACCOUNTS } from '../../src/demo/accounts';
import { isLoaded, load } from '../../src/demo/load/load';
import { recallLogins } from '../../src/demo/logins';
import { findSample } from '../../src/demo/sample';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import { STATES } from '../../src/plugins/license-keys/shared/states';
import { login } from '../support/admin';
import { clientOf } from '../support/api';
import { service } from '../support/plugin';
import { startStrapi, type TestStrapi } from '../support/strapi';

const LICENSES = 5000;

let app: TestStrapi;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('loads licenses in every state, a whole trail, a key that validates, and logins that work', async () => {
  const { strapi, http } = app;
  const reported: number[] = [];
  await load({ strapi }, (done) => {
    reported.push(done);
    return Promise.resolve();
  });

  expect(reported.at(-1)).toBe(1);
  expect(await isLoaded({ strapi })).toBe(true);
  const licenses = strapi.db.query(UID.license);
  expect(await licenses.count()).toBe(LICENSES);
  for (const state of STATES) {
    expect(await licenses.count({ where: { state } })).toBeGreaterThan(0);
  }
  expect(await service(strapi, 'audit').verify()).toMatchObject({
    chains: LICENSES,
    broken: null,
  });

  const { environment, ...device } = (await findSample({ strapi })) ?? {};
  const answer = await clientOf(http, environment).validate(device).expect(200);
  expect(answer.body).toMatchObject({ data: { valid: true } });

  const passwords = await recallLogins({ strapi });
  for (const name of ACCOUNT_NAMES) {
    const { email } = ACCOUNTS[name];
    await login(http, { email, password: passwords[name] });
  }
}, 180_000);
