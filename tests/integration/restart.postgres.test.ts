import type { Response } from 'supertest';

import type { Product } from '../../src/plugins/license-keys/server/src/domain/types';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { pathOf, startApi, type TestApi } from '../support/api';
import { createGenerator } from '../support/catalog';
import { createPostgres, type TestDatabase } from '../support/database';
import { bodyOf } from '../support/http';
import { createIntegrator, type Integrator } from '../support/integrator';
import { createCluster, type Cluster } from '../support/postgres';
import { service } from '../support/plugin';
import { fingerprints, outcomeOf, tally } from '../support/race';
import { auditOf, devicesOf } from '../support/rows';
import { SYSTEM } from '../support/stock';
import { eventually } from '../support/wait';

jest.setTimeout(120_000);

let cluster: Cluster;
let database: TestDatabase;
let api: TestApi;
let shop: Integrator;

beforeAll(async () => {
  cluster = await createCluster();
  await cluster.start();
  database = await createPostgres(cluster.url);
  // There, knex and the job engine tell of every connection that breaks.
  jest.spyOn(console, 'log').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
  api = await startApi({ database });
  shop = await createIntegrator(api, 'full-access');
  for (const transport of api.strapi.log.transports) transport.silent = true;
});

afterAll(async () => {
  await api.stop();
  await cluster.remove();
});

type Client = (turn: number) => Promise<Response>;

const TURNS = ['validate', 'activate', 'offline-file', 'deactivate'] as const;

/** Devices that ask about a license in turn; each round is another device. */
const devices = (key: string): Client[] =>
  fingerprints(20).map((client) => async (turn) => {
    const action = TURNS[turn % TURNS.length] ?? 'validate';
    const fingerprint = `${client}-${String(turn - (turn % TURNS.length))}`;
    return api.http.post(pathOf(action)).send({ key, fingerprint });
  });

const suspender =
  (license: string): Client =>
  async (turn) =>
    shop.post(`/licenses/${license}/${turn % 2 === 0 ? 'suspend' : 'unsuspend'}`);

/** Somebody who takes two licenses with each order, and repeats an order until it is answered. */
const buyerOf = async ({ slug }: Product) => {
  const { id, documentId: customer } = await api.stock.customer();
  const bought: string[] = [];
  let order = 1;
  const buy: Client = async () => {
    const response = await shop
      .post('/licenses/random-assign')
      .set('Idempotency-Key', `${customer}-${String(order)}`)
      .send({ product: slug, customer, count: 2 });
    if (response.status !== 503) {
      order += 1;
      const { data } = bodyOf<{ data: { documentId: string }[] | null }>(response);
      bought.push(...(data ?? []).map((license) => license.documentId));
    }
    return response;
  };
  return { id, bought, buy };
};

/** Two of them, at a pool that is large enough. */
const openShop = async () => {
  const product = await api.stock.product();
  const { documentId } = await createGenerator(api.strapi, product);
  await service(api.strapi, 'generating').generate({ documentId, count: 1000, actor: SYSTEM });
  return [await buyerOf(product), await buyerOf(product)];
};

/** Clients that ask one after the other until they are told to stop. */
const load = (clients: readonly Client[]) => {
  const answers: Response[] = [];
  let stopped = false;
  const loops = clients.map(async (ask) => {
    for (let turn = 0; !stopped; turn += 1) answers.push(await ask(turn));
  });
  return {
    answers,
    stop: async (): Promise<Response[]> => {
      stopped = true;
      await Promise.all(loops);
      return answers;
    },
  };
};

const OUTCOMES = [
  '200 VALID',
  '200 NOT_ACTIVATED',
  '201 ACTIVATED',
  '200 ALREADY_ACTIVATED',
  '200 ',
  '200 DEACTIVATED',
  '403 NOT_ACTIVATED',
  '404 ACTIVATION_NOT_FOUND',
  // Offline files, and what tokens do.
  '200 ',
  '403 NOT_ACTIVATED',
  '400 INVALID_TRANSITION',
  '503 ',
];

/** Suspensions and their ends, in their order. */
const suspensionsOf = async (license: string): Promise<string[]> => {
  const trail = await auditOf(api.strapi, license);
  return trail.map(({ action }) => action).filter((action) => action.includes('suspend'));
};

/** Nothing was done twice: after a suspension comes its end, and so on. */
const expectAlternating = async (license: string): Promise<void> => {
  const actions = await suspensionsOf(license);
  expect(actions).not.toHaveLength(0);
  expect(actions).toEqual(
    actions.map((_action, index) => (index % 2 === 0 ? 'suspend' : 'unsuspend'))
  );
};

/** What a buyer was told is what the buyer has; an order that was cut off is repeated before. */
const expectBought = async ({
  id,
  bought,
  buy,
}: Awaited<ReturnType<typeof buyerOf>>): Promise<void> => {
  expect((await buy(0)).status).toBe(200);
  const owned: unknown = await api.strapi.db
    .connection(TABLE.license)
    .where({ customer_id: id })
    .orderBy('document_id')
    .pluck('document_id');
  expect(owned).toEqual([...bought].sort());
};

describe.each([
  ['stopped', 'SIGINT'],
  ['crashing', 'SIGQUIT'],
] as const)('PostgreSQL, %s and started again under load', (_how, signal) => {
  it('is 503 with Retry-After meanwhile, and leaves nothing half written', async () => {
    const { key, documentId } = await api.stock.license({ activationLimit: -1, devices: [] });
    const suspended = await api.stock.license();
    const buyers = await openShop();
    const { answers, stop } = load([
      ...devices(key),
      suspender(suspended.documentId),
      ...buyers.map(({ buy }) => buy),
    ]);
    const statusSeen = async (status: number, since: number): Promise<void> =>
      eventually(
        async () => {
          await Promise.resolve();
          expect(answers.slice(since).map((answer) => answer.status)).toContain(status);
        },
        { interval: 10 }
      );
    await statusSeen(201, 0);
    await eventually(async () => {
      expect(await suspensionsOf(suspended.documentId)).not.toHaveLength(0);
    });

    await cluster.stop(signal);
    await statusSeen(503, 0);
    await cluster.start();
    await statusSeen(201, answers.length);

    const all = await stop();
    expect(Object.keys(tally(all.map(outcomeOf))).filter((one) => !OUTCOMES.includes(one))).toEqual(
      []
    );
    for (const answer of all.filter(({ status }) => status === 503)) {
      expect(Number(answer.get('Retry-After'))).toBeGreaterThan(0);
    }
    const counts = tally(all.map(outcomeOf));
    const made = await devicesOf(api.strapi, documentId);
    const actions = tally((await auditOf(api.strapi, documentId)).map(({ action }) => action));
    expect(made.length).toBeGreaterThanOrEqual(counts['201 ACTIVATED'] ?? 0);
    expect(actions.activate).toBe(made.length);
    expect(actions.deactivate ?? 0).toBe(made.filter((one) => one.deactivatedAt).length);
    await expectAlternating(suspended.documentId);
    for (const buyer of buyers) await expectBought(buyer);
    const given = buyers.flatMap(({ bought }) => bought);
    expect(new Set(given).size).toBe(given.length);
    expect(await service(api.strapi, 'audit').verify()).toMatchObject({ broken: null });
  });

  it('finds the job engine at work again', async () => {
    const jobs = service(api.strapi, 'jobs');
    const id = await jobs.enqueue(
      {
        type: 'bulk',
        environment: 'production',
        payload: { action: 'suspend', customer: null, reason: null },
        actor: { type: 'system', id: null, name: null, ip: null, requestId: null },
        now: new Date(),
        total: 0,
      },
      async () => Promise.resolve()
    );

    await eventually(async () => {
      expect(await jobs.find(id)).toMatchObject({ state: 'succeeded' });
    });
  });
});
