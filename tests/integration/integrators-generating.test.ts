import { dataOf, openGenerators, type Generators } from '../support/generators';
import { asIntegrator, createIntegrator } from '../support/integrator';
import { endedJob } from '../support/jobs';

let app: Generators['app'];
let admin: Generators['admin'];
let create: Generators['create'];
let generate: Generators['generate'];
let licensesOf: Generators['licensesOf'];

beforeAll(async () => {
  ({ app, admin, create, generate, licensesOf } = await openGenerators());
});

afterAll(() => app.stop());

describe('integrators', () => {
  const path = (documentId: string) => `/generators/${documentId}/generate`;

  it('get a small batch at once, and its keys where their token may see them', async () => {
    const { documentId } = await create({ type: 'chunk' });
    const blind = await createIntegrator(app, ['generator.generate']);
    const seeing = await createIntegrator(app, ['generator.generate', 'license.readKey']);

    const hidden = await blind.post(path(documentId)).send({ count: 2 }).expect(201);
    const shown = await seeing.post(path(documentId)).send({ count: 2 }).expect(201);

    const keys = (await licensesOf(documentId)).map(({ key }) => key);
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(hidden.text).not.toContain(key);
    expect(dataOf<{ key: string }[]>(shown).every(({ key }) => keys.includes(key))).toBe(true);
  });

  it('make nothing twice by repeating a request', async () => {
    const { documentId } = await create();
    const integrator = await createIntegrator(app, ['generator.generate', 'license.readKey']);
    const ask = async (count: number) =>
      integrator.post(path(documentId)).set('Idempotency-Key', `order-${count}`).send({ count });

    expect(dataOf<object[]>(await ask(3))).toEqual(dataOf<object[]>(await ask(3)));
    const jobs = [await ask(1500), await ask(1500)];

    expect(jobs.map(({ status }) => status)).toEqual([202, 202]);
    const [first, second] = jobs.map((response) => dataOf<{ id: number }>(response).id);
    expect(first).toBe(second);
    expect(await endedJob(admin, first ?? 0)).toMatchObject({ state: 'succeeded', done: 1500 });
    expect(await licensesOf(documentId)).toHaveLength(1503);
  });

  it('follow a large batch, list what it made, and stop it', async () => {
    const { documentId } = await create();
    const scopes = ['generator.generate', 'job.findOne', 'job.cancel', 'license.find'];
    const integrator = await createIntegrator(app, scopes);
    const started = await integrator.post(path(documentId)).send({ count: 1200 }).expect(202);
    const { id } = dataOf<{ id: number }>(started);

    await endedJob(admin, id);

    const job = await integrator.get(`/jobs/${id}`).expect(200);
    expect(dataOf(job)).toMatchObject({ state: 'succeeded', total: 1200, done: 1200 });
    const list = await integrator.get(`/licenses?job=${id}&limit=100`).expect(200);
    expect(dataOf<object[]>(list)).toHaveLength(100);
    const late = await integrator.post(`/jobs/${id}/cancel`).expect(200);
    expect(dataOf(late)).toMatchObject({ state: 'succeeded' });
  });

  it('reach the generators and jobs of the environment that they ask only', async () => {
    const { documentId } = await create();
    const integrator = await createIntegrator(app, 'full-access');
    const elsewhere = asIntegrator(app.http, integrator, 'staging');
    const { job } = await generate(documentId, 1001);

    await elsewhere.post(path(documentId)).send({ count: 1 }).expect(404);
    await elsewhere.get(`/jobs/${job?.id ?? 0}`).expect(404);
    await integrator.get('/jobs/nothing').expect(404);
    await endedJob(admin, job?.id ?? 0);
  });

  it('need the scope', async () => {
    const { documentId } = await create();
    const integrator = await createIntegrator(app, ['license.find']);
    await integrator.post(path(documentId)).send({ count: 1 }).expect(403);
  });
});
