import type { Response } from 'supertest';

import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { TABLE, UID } from '../../src/plugins/license-keys/server/src/uids';
import { createProduct } from '../support/catalog';
import {
  dataOf,
  GENERATORS,
  openGenerators,
  refusedWith,
  type Generators,
} from '../support/generators';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { service } from '../support/plugin';
import { queriesDuring } from '../support/queries';
import { SYSTEM } from '../support/stock';

const PATTERN = 'ENT-{YYYY}{MM}-{####}-{XXXXXXXXXXXX}';
let app: Generators['app'];
let admin: Generators['admin'];
let product: Generators['product'];
let create: Generators['create'];
let generate: Generators['generate'];
let licensesOf: Generators['licensesOf'];
let expectWholeTrail: Generators['expectWholeTrail'];

beforeAll(async () => {
  ({ app, admin, product, create, generate, licensesOf, expectWholeTrail } =
    await openGenerators());
});

afterAll(() => app.stop());

describe('a small batch', () => {
  it('is there at once, each license with its own audit entry', async () => {
    const { documentId } = await create({
      type: 'chunk',
      format: { prefix: 'PRO-' },
      activationLimit: 3,
      validity: { amount: 1, unit: 'month' },
      features: { 'it’s': ['"quoted"', '\\', null] },
      metadata: { note: 'ß' },
    });
    const { licenses, job } = await generate(documentId, 25);

    expect(job).toBeNull();
    expect(new Set(licenses?.map(({ key }) => key)).size).toBe(25);
    const row: unknown = await app.strapi.db.query(UID.license).findOne({
      where: { documentId: licenses?.[0]?.documentId },
      populate: ['product', 'generator', 'customer'],
    });
    expect(row).toMatchObject({
      key: licenses?.[0]?.key,
      environment: 'production',
      state: 'available',
      product: { documentId: product.documentId },
      generator: { documentId },
      customer: null,
      activationLimit: 3,
      validity: { amount: 1, unit: 'month' },
      features: { 'it’s': ['"quoted"', '\\', null] },
      metadata: { note: 'ß' },
      expiresAt: null,
      assignedAt: null,
    });
    const trail = await app.strapi.db.query(UID.auditEntry).findMany({
      where: { licenseId: { $in: licenses?.map((license) => license.documentId) } },
    });
    expect(trail).toHaveLength(25);
    expect(trail[0]).toMatchObject({
      action: 'create',
      from: null,
      to: 'available',
      actorType: 'admin',
      actorId: String(admin.id),
      keyPrefix: expect.stringMatching(/^PRO-.{4}$/) as string,
    });
    const read = await admin.get(`${GENERATORS}/${documentId}`);
    expect(dataOf(read)).toMatchObject({ generatedCount: 25, licenseCount: 25 });
    await expectWholeTrail();
  });

  it('takes as many statements for a thousand licenses as for ten', async () => {
    const { documentId } = await create({ type: 'chunk' });
    const statements = async (count: number) =>
      queriesDuring(app.strapi, async () =>
        service(app.strapi, 'generating').generate({ documentId, count, actor: SYSTEM })
      );

    const ten = await statements(10);

    expect(ten.some((sql) => sql.startsWith(`INSERT INTO "${TABLE.license}"`))).toBe(true);
    expect(await statements(1000)).toEqual(ten);
    expect(await licensesOf(documentId)).toHaveLength(1010);
  });

  it.each([0, -1, 1.5, 100_001, '5', null])('is refused for a count of %j', async (count) => {
    const { documentId } = await create();
    await admin.post(`${GENERATORS}/${documentId}/generate`).send({ count }).expect(400);
  });

  it('is made whole where keys collide, or not at all', async () => {
    const { documentId } = await create({ type: 'custom', format: { function: 'hundred' } });
    const { licenses } = await generate(documentId, 20);
    expect(new Set(licenses?.map(({ key }) => key)).size).toBe(20);

    const response = await admin
      .post(`${GENERATORS}/${documentId}/generate`)
      .send({ count: 81 })
      .expect(400);

    expect(response.body).toMatchObject(refusedWith('KEYS_EXHAUSTED'));
    expect(await licensesOf(documentId)).toHaveLength(20);
    await app.strapi.db.connection(TABLE.license).where('key', 'like', 'HUNDRED-%').delete();
    await app.strapi.db.connection(TABLE.auditEntry).where('key_prefix', 'HUNDRED-').delete();
  });

  it('is refused before it starts where the format is too weak for it', async () => {
    const { documentId } = await create({ type: 'custom', format: { pattern: PATTERN } });
    // Stored when a weaker format was allowed.
    await app.strapi.db
      .connection(TABLE.generator)
      .where({ document_id: documentId })
      .update({ format: JSON.stringify({ pattern: '{##}' }) });

    const response = await admin
      .post(`${GENERATORS}/${documentId}/generate`)
      .send({ count: 5 })
      .expect(400);

    expect(response.body).toMatchObject(refusedWith('INVALID_FORMAT'));
    expect(await licensesOf(documentId)).toEqual([]);
  });
});

describe('a format of which there are only so many keys', () => {
  const short = (available: number, count: number) =>
    refusedWith('KEYS_EXHAUSTED', { available, count });

  it('is refused before it starts, of few and of many, and counts those that exist', async () => {
    const { documentId } = await create({ type: 'custom', format: { function: 'listed' } });
    const ask = async (count: number) =>
      admin.post(`${GENERATORS}/${documentId}/generate`).send({ count }).expect(400);
    const jobs = () => app.strapi.db.connection(TABLE.job).count('* as total');
    const before = await jobs();

    expect((await ask(1501)).body).toMatchObject(short(1500, 1501));
    expect(await jobs()).toEqual(before);
    expect(await licensesOf(documentId)).toEqual([]);

    await generate(documentId, 1000);
    expect((await ask(501)).body).toMatchObject(short(500, 501));
    expect(await licensesOf(documentId)).toHaveLength(1000);
    expect((await generate(documentId, 500)).licenses).toHaveLength(500);
    expect((await ask(1)).body).toMatchObject(short(0, 1));
  });

  it('is promised once, to generators that share it and to orders that come at once', async () => {
    const shared = { type: 'custom', format: { function: 'shared' } };
    const generators = [await create(shared), await create(shared)];
    const answers = await Promise.all(
      generators.map(async ({ documentId }) =>
        admin.post(`${GENERATORS}/${documentId}/generate`).send({ count: 1001 })
      )
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 400]);
    const [accepted, refused] = answers.toSorted((a, b) => a.status - b.status);
    expect(refused?.body).toMatchObject(short(499, 1001));
    const { job } = bodyOf<{ data: { job: JobItem } }>(accepted as Response).data;
    expect(await endedJob(admin, job.id)).toMatchObject({ state: 'succeeded', done: 1001 });
    for (const { documentId } of generators) {
      const more = admin.post(`${GENERATORS}/${documentId}/generate`).send({ count: 500 });
      expect((await more.expect(400)).body).toMatchObject(short(499, 500));
    }
  });

  it('has all its keys where a generator made others before', async () => {
    const { documentId, version } = await create({ type: 'custom', format: { pattern: PATTERN } });
    await generate(documentId, 30);
    await admin
      .put(`${GENERATORS}/${documentId}`)
      .send({ version, format: { function: 'few' } })
      .expect(200);

    expect((await generate(documentId, 20)).licenses).toHaveLength(20);
    const more = admin.post(`${GENERATORS}/${documentId}/generate`).send({ count: 1 });
    expect((await more.expect(400)).body).toMatchObject(short(0, 1));
  });
});

describe('a large batch', () => {
  it('is a job, whose licenses the list shows and whose results tell no key', async () => {
    const { documentId } = await create({ type: 'chunk' });
    const { job } = await generate(documentId, 5000);
    expect(job).toMatchObject({ type: 'generate', action: 'generate', total: 5000 });

    const id = job?.id ?? 0;
    expect(await endedJob(admin, id)).toMatchObject({
      state: 'succeeded',
      done: 5000,
      total: 5000,
      succeeded: 5000,
      remainingSeconds: null,
    });
    const list = await admin
      .get('/license-keys/licenses')
      .query({ environment: 'production', job: id, pageSize: 1 })
      .expect(200);
    const { data, meta } = bodyOf<Paged<{ key: string }>>(list);
    expect(meta.pagination.total).toBe(5000);
    const results = await admin.get(`/license-keys/jobs/${String(id)}/results`).expect(200);
    expect(results.text.split('\n').filter((line) => line.includes('succeeded'))).toHaveLength(
      5000
    );
    expect(results.text).not.toContain(data[0]?.key);
    expect(dataOf(await admin.get(`${GENERATORS}/${documentId}`))).toMatchObject({
      generatedCount: 5000,
    });
    await expectWholeTrail();
  });

  it('is made as it was ordered, whatever is edited meanwhile', async () => {
    const { documentId, version } = await create({ activationLimit: 3 });
    const { job } = await generate(documentId, 3000);
    await admin
      .put(`${GENERATORS}/${documentId}`)
      .send({ version, activationLimit: 9 })
      .expect(200);

    await endedJob(admin, job?.id ?? 0);

    const limits: unknown = await app.strapi.db
      .connection(TABLE.license)
      .join(TABLE.generator, `${TABLE.generator}.id`, `${TABLE.license}.generator_id`)
      .where(`${TABLE.generator}.document_id`, documentId)
      .distinct(`${TABLE.license}.activation_limit as limit`);
    expect(limits).toEqual([{ limit: 3 }]);
  });

  it('fails for good with a sentence where there are no more keys, and keeps what it made', async () => {
    const { documentId } = await create({ type: 'custom', format: { function: 'hundred' } });
    const { job } = await generate(documentId, 1001);

    expect(await endedJob(admin, job?.id ?? 0)).toMatchObject({
      state: 'failed',
      done: 100,
      total: 1001,
      error: 'The format makes hardly any keys that do not exist already.',
      errorCode: 'KEYS_EXHAUSTED',
    });
    expect(await licensesOf(documentId)).toHaveLength(100);
    await expectWholeTrail();
  });

  it('makes each key once where two jobs draw from the same few', async () => {
    await app.strapi.db.connection(TABLE.license).where('key', 'like', 'HUNDRED-%').delete();
    await app.strapi.db.connection(TABLE.auditEntry).where('key_prefix', 'HUNDRED-').delete();
    const generators = [
      await create({ type: 'custom', format: { function: 'hundred' } }),
      await create({ type: 'custom', format: { function: 'hundred' } }),
    ];
    const jobs = await Promise.all(generators.map(({ documentId }) => generate(documentId, 1001)));

    const ended: JobItem[] = await Promise.all(
      jobs.map(({ job }) => endedJob(admin, job?.id ?? 0))
    );

    expect(ended.reduce((sum, { done }) => sum + done, 0)).toBe(100);
    const keys = (await Promise.all(generators.map(({ documentId }) => licensesOf(documentId))))
      .flat()
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(100);
    await expectWholeTrail();
  });

  it.each(['generator', 'product'] as const)(
    'stops where its %s is switched off meanwhile, and goes on where it is on again',
    async (what) => {
      const own = await createProduct(app.strapi);
      const { documentId } = await create({ product: own.documentId });
      const one = what === 'product' ? own.documentId : documentId;
      const turn = async (active: boolean): Promise<void> => {
        await app.strapi.db
          .query(UID[what])
          .update({ where: { documentId: one }, data: { active } });
      };
      const { job } = await generate(documentId, 20_000);
      const id = job?.id ?? 0;
      await turn(false);

      const { done, ...ended } = await endedJob(admin, id);
      expect(ended).toMatchObject({
        state: 'failed',
        error: 'The generator or its product is inactive: it makes no licenses.',
      });
      expect(done).toBeLessThan(20_000);
      expect(await licensesOf(documentId)).toHaveLength(done);

      await turn(true);
      await admin.post(`/license-keys/jobs/${id}/retry`).expect(204);
      expect(await endedJob(admin, id)).toMatchObject({ state: 'succeeded', done: 20_000 });
    }
  );

  it('stops where it is cancelled, and goes on where it is tried again', async () => {
    const { documentId } = await create();
    const { job } = await generate(documentId, 20_000);
    const id = String(job?.id);
    await admin.post(`/license-keys/jobs/${id}/cancel`).expect(204);
    const { state, done } = await endedJob(admin, Number(id));
    expect(state).toBe('cancelled');
    expect(done).toBeLessThan(20_000);

    await admin.post(`/license-keys/jobs/${id}/retry`).expect(204);

    expect(await endedJob(admin, Number(id))).toMatchObject({ state: 'succeeded', done: 20_000 });
    expect(dataOf(await admin.get(`${GENERATORS}/${documentId}`))).toMatchObject({
      licenseCount: 20_000,
    });
  });
});
