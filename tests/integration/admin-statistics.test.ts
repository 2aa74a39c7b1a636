import type { Statistics } from '../../src/plugins/license-keys/shared/license';
import { LICENSE_VERBS, permissionId } from '../../src/plugins/license-keys/shared/permissions';
import { STATES, type State } from '../../src/plugins/license-keys/shared/states';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { bodyOf } from '../support/http';
import { keysOf, list } from '../support/listing';
import { daysFromNow } from '../support/stock';

const PATH = '/license-keys/statistics';

/** Licenses of the environment, by what they are: all expire within 30 days but for the last two. */
const EXPIRIES: { state: State; days: number | null }[] = [
  { state: 'available', days: 3 },
  { state: 'assigned', days: 6 },
  { state: 'active', days: 9 },
  { state: 'inactive', days: 12 },
  { state: 'suspended', days: 15 },
  { state: 'revoked', days: 18 },
  { state: 'expired', days: -1 },
  { state: 'active', days: 31 },
  { state: 'active', days: null },
];

let api: TestApi;
let admin: Admin;

const read = async (environment: string): Promise<Statistics['data']> =>
  bodyOf<Statistics>(await admin.get(PATH).query({ environment }).expect(200)).data;

beforeAll(async () => {
  api = await startApi();
  admin = await registerSuperAdmin(api.http);
  const product = await api.stock.product();
  const customer = await api.stock.customer({ name: 'Grace Hopper' });
  for (const [index, { state, days }] of EXPIRIES.entries()) {
    await api.stock.license({
      key: `LK-${String(index)}`,
      state,
      product,
      customer,
      expiresAt: days === null ? null : daysFromNow(days),
    });
  }
  await api.stock.license({ environment: 'staging' });
});

afterAll(() => api.stop());

it('counts each state, those without licenses too', async () => {
  const { states } = await read('production');

  expect(states).toEqual(
    STATES.map((state) => ({
      state,
      count: EXPIRIES.filter((wish) => wish.state === state).length,
    }))
  );
});

it('counts as expiring exactly what the list shows by that filter, the next first', async () => {
  const { expiring, expiringCount } = await read('production');
  const query = { environment: 'production', expires: '30', sort: 'expiresAt:asc' };
  const keys = keysOf(await list(admin, query));

  expect(keys).toEqual(['LK-0', 'LK-1', 'LK-2', 'LK-3', 'LK-4']);
  expect(expiringCount).toBe(keys.length);
  expect(expiring.map(({ key }) => key)).toEqual(keys);
  expect(expiring[1]).toMatchObject({ product: 'Pro Plan', customer: 'Grace Hopper' });
  expect(expiring[0]).toMatchObject({ customer: null });
});

it('counts the activations of the last 30 days, up to today', async () => {
  const { activations } = await read('staging');
  const today = new Date().toISOString().slice(0, 10);

  expect(activations).toHaveLength(30);
  expect(activations.at(-1)).toEqual({ day: today, count: 1 });
  expect(activations.slice(0, -1).every(({ count }) => count === 0)).toBe(true);
});

it('tells the last that was done in the environment, with the key cut', async () => {
  const { activity } = await read('staging');

  expect(activity.map(({ action }) => action)).toEqual(['activate', 'create']);
  // Neither what was changed nor from where, which is for who may read the audit log.
  expect(activity[0]).toEqual({
    id: expect.any(Number) as number,
    action: 'activate',
    licenseId: expect.any(String) as string,
    keyPrefix: expect.stringMatching(/^.{8}$/) as string,
    actorType: 'system',
    actorName: null,
    occurredAt: expect.any(String) as string,
  });
});

it('is empty where there are no licenses', async () => {
  const { expiring, expiringCount, activity, states } = await read('development');

  expect({ expiring, expiringCount, activity }).toEqual({
    expiring: [],
    expiringCount: 0,
    activity: [],
  });
  expect(states.every(({ count }) => count === 0)).toBe(true);
});

it('is for who may read licenses, whatever else they may', async () => {
  const others = LICENSE_VERBS.filter((verb) => verb !== 'read');
  const staff = await createAdminWith(
    api.http,
    admin,
    others.map((verb) => ({ action: permissionId(verb) }))
  );

  await staff.get(PATH).query({ environment: 'production' }).expect(403);
});
