import { startApi, type TestApi } from '../support/api';
import { projectClient } from '../support/database';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { activateAll, fingerprints, outcomeOf, PATIENT, tally } from '../support/race';
import { auditOf, devicesOf } from '../support/rows';
import { SYSTEM } from '../support/stock';

const CROWD = projectClient() === 'postgres' ? 1000 : 200;

jest.setTimeout(150_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ env: PATIENT });
});

afterAll(() => api.stop());

// Whatever has raced before, the trail is whole and agrees with the licenses.
afterEach(async () => {
  expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
});

const heldBy = async (documentId: string): Promise<string[]> =>
  (await devicesOf(api.strapi, documentId))
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map(({ fingerprint }) => fingerprint);

const countOf = async (key: string): Promise<number> => {
  const response = await api.client.validate({ key }).expect(200);
  return bodyOf<{ data: { license: { activationCount: number } } }>(response).data.license
    .activationCount;
};

describe('many devices at the same moment', () => {
  it.each(['assigned', 'active'] as const)(
    `get exactly the slots that there are: 5 of ${String(CROWD)} on a license that is %s`,
    async (state) => {
      const { key, documentId } = await api.stock.license({
        state,
        activationLimit: 5,
        devices: [],
      });

      const outcomes = await activateAll([api.client], key, fingerprints(CROWD));

      expect(tally(outcomes)).toEqual({
        '201 ACTIVATED': 5,
        '409 LIMIT_EXCEEDED': CROWD - 5,
      });
      expect(await heldBy(documentId)).toHaveLength(5);
      expect(await countOf(key)).toBe(5);
      const actions = (await auditOf(api.strapi, documentId)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'activate')).toHaveLength(5);
    }
  );

  it('all get one where there is no limit', async () => {
    const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: [] });

    const outcomes = await activateAll([api.client], key, fingerprints(60));

    expect(tally(outcomes)).toEqual({ '201 ACTIVATED': 60 });
    expect(await heldBy(documentId)).toHaveLength(60);
  });
});

describe('one device many times at the same moment', () => {
  it('gets one activation', async () => {
    const { key, documentId } = await api.stock.license({
      state: 'assigned',
      activationLimit: 5,
    });
    const times = 60;

    const outcomes = await activateAll([api.client], key, Array<string>(times).fill('device-1'));

    expect(tally(outcomes)).toEqual({ '201 ACTIVATED': 1, '200 ALREADY_ACTIVATED': times - 1 });
    expect(await devicesOf(api.strapi, documentId)).toHaveLength(1);
  });

  it('is deactivated once', async () => {
    const { key, documentId } = await api.stock.license({ devices: ['device-1'] });
    const body = { key, fingerprint: 'device-1' };

    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async () => outcomeOf(await api.client.deactivate(body)))
    );

    expect(tally(outcomes)).toEqual({ '200 DEACTIVATED': 1, '200 ALREADY_DEACTIVATED': 39 });
    const actions = (await auditOf(api.strapi, documentId)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'deactivate')).toHaveLength(1);
  });
});

describe('a change of the license against activations', () => {
  const CHANGES = ['revoke', 'suspend', 'inactivate', 'delete'] as const;
  const REFUSALS = {
    revoke: '403 REVOKED',
    suspend: '403 SUSPENDED',
    inactivate: '403 INACTIVE',
    delete: '404 NOT_FOUND',
  };

  it.each(CHANGES)('by %s: whoever comes later is refused, and nobody half', async (change) => {
    const outcomes: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: ['d'] });
      const activate = async (fingerprint: string): Promise<string> =>
        outcomeOf(await api.client.activate({ key, fingerprint }));
      const [early, late] = [fingerprints(4), ['late-1', 'late-2', 'late-3', 'late-4']];

      const [before, , after] = await Promise.all([
        Promise.all(early.map(activate)),
        service(api.strapi, 'licenses')[change]({ documentId, actor: SYSTEM }),
        Promise.all(late.map(activate)),
      ]);

      const activated = [...before, ...after].filter((outcome) => outcome === '201 ACTIVATED');
      const devices = await devicesOf(api.strapi, documentId);
      const blocked = change === 'suspend' || change === 'inactivate';
      expect(devices).toHaveLength(change === 'delete' ? 0 : 1 + activated.length);
      expect(await heldBy(documentId)).toHaveLength(blocked ? 1 + activated.length : 0);
      expect(await activate('afterwards')).toBe(REFUSALS[change]);
      outcomes.push(...before, ...after);
    }
    const expected = ['201 ACTIVATED', REFUSALS[change]];
    expect(outcomes.filter((outcome) => !expected.includes(outcome))).toEqual([]);
  });
});

describe('devices that come and go', () => {
  it('keep the count exact at every moment', async () => {
    const limit = 3;
    const { key, documentId } = await api.stock.license({ activationLimit: limit, devices: [] });
    const churn = async (fingerprint: string): Promise<string[]> => {
      const outcomes: string[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const action = turn % 2 === 0 ? 'activate' : 'deactivate';
        outcomes.push(outcomeOf(await api.client[action]({ key, fingerprint })));
      }
      return outcomes;
    };

    const outcomes = (await Promise.all(fingerprints(12).map(churn))).flat();

    const counts = tally(outcomes);
    const { '201 ACTIVATED': activated = 0, '200 DEACTIVATED': deactivated = 0 } = counts;
    expect(activated).toBeGreaterThanOrEqual(limit);
    expect(await heldBy(documentId)).toHaveLength(activated - deactivated);
    expect(await countOf(key)).toBe(activated - deactivated);

    let held = 0;
    for (const { action } of await auditOf(api.strapi, documentId)) {
      held += { activate: 1, deactivate: -1 }[action] ?? 0;
      expect(held).toBeGreaterThanOrEqual(0);
      expect(held).toBeLessThanOrEqual(limit);
    }
    expect(held).toBe(activated - deactivated);
  });
});
