import { startApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { startMeasured, type MeasuredServer } from '../support/heap';
import { bodyOf } from '../support/http';
import { asIntegrator, createIntegrator, type Integrator } from '../support/integrator';

jest.setTimeout(300_000);

const FEW = 5000;
const MANY = 50_000;
/** Bytes that a license may add while its job runs: less than its key and its documentId, were they kept, would. */
const PER_LICENSE = 100;

interface Job {
  id: number;
  state: string;
  done: number;
}

let database: TestDatabase;
let server: MeasuredServer;
let shop: Integrator;
let generator: string;

beforeAll(async () => {
  database = await createDatabase();
  // Gone before the job comes: it would take it up itself.
  const api = await startApi({ database });
  const integrator = await createIntegrator(api, 'full-access');
  ({ documentId: generator } = await api.stock.generator(await api.stock.product()));
  await api.stop();
  server = await startMeasured({ database });
  shop = asIntegrator(server.http, integrator);
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

/** The least that is in use, garbage aside, during the last fifth of a job that makes so many licenses. */
const leastAtTheEndOf = async (count: number): Promise<number> => {
  const order = shop.post(`/generators/${generator}/generate`).send({ count });
  let { data: job } = bodyOf<{ data: Job }>(await order.expect(202));
  let least = Infinity;
  while (job.state === 'queued' || job.state === 'running') {
    ({ data: job } = bodyOf<{ data: Job }>(await shop.get(`/jobs/${job.id}`).expect(200)));
    const { bytes } = await server.heap();
    // A part at work has its keys in memory; between two parts there are none.
    if (job.done >= 0.8 * count) least = Math.min(least, bytes);
  }
  expect(job.state).toBe('succeeded');
  return least;
};

it('a job needs no more memory, however many licenses it has made', async () => {
  // The first job warms the server up.
  await leastAtTheEndOf(FEW);
  const few = await leastAtTheEndOf(FEW);

  expect((await leastAtTheEndOf(MANY)) - few).toBeLessThan((0.8 * MANY - FEW) * PER_LICENSE);
});
