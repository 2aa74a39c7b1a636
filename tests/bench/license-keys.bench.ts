import path from 'node:path';

import supertest from 'supertest';

import type { ImportItem } from '../../src/plugins/license-keys/shared/imports';
import { login, registerSuperAdmin, type Admin } from '../support/admin';
import { NO_RATE_LIMITS, pathOf, startApi } from '../support/api';
import { createGenerator } from '../support/catalog';
import { startChild } from '../support/child';
import { createDatabase, type DatabaseClient, type TestDatabase } from '../support/database';
import { secrets } from '../support/env';
import { bodyOf, type Http } from '../support/http';
import { asIntegrator, createIntegrator, type Integrator } from '../support/integrator';
import { appDir } from '../support/paths';
import { freePort } from '../support/port';
import { eventually } from '../support/wait';
import { insertBare } from './bare-insert';
import { compare } from './throughput';

const COUNT = 100_000;
/** The smallest number of licenses that a job makes. */
const SMALL_JOB = 1001;
const DEVICES = 500;

interface Job {
  id: number;
  state: string;
  createdAt: string;
  finishedAt: string | null;
}

interface Bench {
  http: Http;
  url: string;
  shop: Integrator;
  admin: Admin;
  generator: string;
  product: string;
  customer: string;
  stop: () => Promise<void>;
}

/** The server, as a process of its own, on a database that has a product with a generator. */
const start = async (database: TestDatabase): Promise<Bench> => {
  const api = await startApi({ database });
  const product = await api.stock.product();
  const generator = await createGenerator(api.strapi, product, { type: 'chunk' });
  const customer = await api.stock.customer();
  const token = await createIntegrator(api, 'full-access');
  const { credentials } = await registerSuperAdmin(api.http);
  await api.stop();

  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = startChild(process.execPath, [path.join(appDir, 'tests/bench/server.mjs')], {
    cwd: appDir,
    env: {
      ...process.env,
      ...secrets,
      ...database.env,
      ...NO_RATE_LIMITS,
      NODE_ENV: 'production',
      PORT: port,
    },
  });
  await eventually(async () => {
    child.assertRunning();
    await fetch(`${url}/_health`);
  });
  const http = supertest(url);
  return {
    http,
    url,
    shop: asIntegrator(http, token),
    admin: await login(http, credentials),
    generator: generator.documentId,
    product: product.slug,
    customer: customer.documentId,
    stop: async () => {
      child.kill('SIGTERM');
      await child.ended;
    },
  };
};

const dataOf = <T>(response: { body: { data: T } }): T => bodyOf(response).data;

/** The seconds from the order of a job to its end. */
const durationOf = async ({ admin }: Bench, { id }: Job): Promise<number> => {
  const job = await eventually(
    async () => {
      const found = dataOf<Job>(await admin.get(`/license-keys/jobs/${String(id)}`).expect(200));
      if (found.finishedAt === null) throw new Error('The job is not at its end.');
      return found;
    },
    { timeout: 10 * 60_000, interval: 250 }
  );
  if (job.state !== 'succeeded') throw new Error(`The job ${job.state}.`);
  return (Date.parse(job.finishedAt ?? '') - Date.parse(job.createdAt)) / 1000;
};

/** Has licenses made by a job, and times it. */
const generate = async (bench: Bench, count: number): Promise<number> => {
  const { shop, generator } = bench;
  const ordered = await shop.post(`/generators/${generator}/generate`).send({ count }).expect(202);
  return durationOf(bench, dataOf<Job>(ordered));
};

const IMPORTS = '/license-keys/imports';

/** Brings in so many keys of another system with a customer for every ten of them, and times the job. */
const bringIn = async (bench: Bench, count: number): Promise<number> => {
  const { admin, product } = bench;
  const lines = Array.from({ length: count }, (_value, index) => {
    const customer = `customer-${String(index % (count / 10))}@example.com`;
    return `OLD-${String(index)}-${product},${product},${customer},assigned`;
  });
  const uploaded = await admin
    .post(`${IMPORTS}?environment=production&kind=keys&fileName=keys.csv`)
    .set('Content-Type', 'text/csv')
    .send(['key,product,customer_email,state', ...lines].join('\n'))
    .expect(201);
  const { id, mapping } = dataOf<ImportItem>(uploaded);
  const ordered = await admin.post(`${IMPORTS}/${id}/commit`).send({ mapping }).expect(202);
  return durationOf(bench, dataOf<Job>(ordered));
};

const memoryOf = async ({ http }: Bench) =>
  bodyOf<{ now: number; peak: number }>(await http.get('/api/bench/memory').expect(200));

/** Keys of licenses that are in use, each with a device. */
const activate = async ({ http, shop, product, customer }: Bench): Promise<string[]> => {
  const keys: string[] = [];
  while (keys.length < DEVICES) {
    const given = await shop
      .post('/licenses/random-assign')
      .send({ product, customer, count: 100 })
      .expect(200);
    for (const { key } of dataOf<{ key: string }[]>(given)) {
      await http.post(pathOf('activate')).send({ key, fingerprint: 'device' }).expect(201);
      keys.push(key);
    }
  }
  return keys;
};

const askValidate = ({ url }: Bench, keys: readonly string[]) => {
  let turn = 0;
  return () => {
    const key = keys[(turn += 1) % keys.length] ?? '';
    return { url: `${url}${pathOf('validate')}`, body: { key, fingerprint: 'device' } };
  };
};

const askRest = ({ url }: Bench, keys: readonly string[]) => {
  let turn = 0;
  return () => {
    const key = keys[(turn += 1) % keys.length] ?? '';
    const filters = `filters[environment][$eq]=production&filters[key][$eq]=${key}`;
    return { url: `${url}/api/bench/licenses?${filters}` };
  };
};

const MEGABYTE = 1024 * 1024;

const lines: string[] = [];

const tell = (what: string, value: string): void => {
  lines.push(`  ${what.padEnd(60)}${value.padStart(12)}`);
};

afterAll(() => {
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
});

describe.each<[DatabaseClient]>([['postgres'], ['sqlite']])('on %s', (client) => {
  let database: TestDatabase;
  let bench: Bench;

  beforeAll(async () => {
    database = await createDatabase(client);
    bench = await start(database);
    // Rows to copy, and everything at its working temperature.
    await generate(bench, SMALL_JOB);
    lines.push('', client);
  });

  afterAll(async () => {
    await bench.stop();
    await database.drop();
  });

  it('generates licenses', async () => {
    const db = database.connect();
    const bare = await insertBare(db, client, COUNT);
    await db.destroy();

    const before = await memoryOf(bench);
    const seconds = await generate(bench, COUNT);
    const { peak } = await memoryOf(bench);

    tell(`${COUNT.toLocaleString('en')} licenses by a job`, `${seconds.toFixed(1)} s`);
    tell('as many rows by INSERT … SELECT alone', `${bare.toFixed(1)} s`);
    tell('ratio', (seconds / bare).toFixed(2));
    tell(
      'growth of the peak of memory',
      `${String(Math.round((peak - before.now) / MEGABYTE))} MB`
    );
  });

  it('brings keys in', async () => {
    const before = await memoryOf(bench);
    const seconds = await bringIn(bench, COUNT);
    const { peak } = await memoryOf(bench);

    tell(`${COUNT.toLocaleString('en')} keys by an import`, `${seconds.toFixed(1)} s`);
    tell(
      'growth of the peak of memory',
      `${String(Math.max(0, Math.round((peak - before.peak) / MEGABYTE)))} MB`
    );
  });

  it('validates keys', async () => {
    const keys = await activate(bench);

    const [validate, rest] = await compare(askValidate(bench, keys), askRest(bench, keys));

    tell('POST …/validate, a second', String(Math.round(validate)));
    tell('Strapi’s own REST, found by a filter, a second', String(Math.round(rest)));
    tell('ratio', (validate / rest).toFixed(2));
  });
});
