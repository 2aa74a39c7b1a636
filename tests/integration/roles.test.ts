import type { GenerateAnswer } from '../../src/plugins/license-keys/shared/generators';
import type { ImportItem } from '../../src/plugins/license-keys/shared/imports';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import type { LicenseVerb } from '../../src/plugins/license-keys/shared/permissions';
import { startInBulk } from '../support/bulk';
import { createAdminWith, registerSuperAdmin, type Staff } from '../support/admin';
import { bodyOf } from '../support/http';
import { endedJob } from '../support/jobs';
import { permissionsFor } from '../support/permissions';
import { stockOf, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

const API = '/license-keys';
const ENVIRONMENT = 'environment=production';

let app: TestStrapi;
let staff: Staff;
let stock: Stock;

beforeAll(async () => {
  app = await startStrapi();
  staff = await createAdminWith(app.http, await registerSuperAdmin(app.http), []);
  stock = stockOf(app.strapi);
});

afterAll(async () => {
  await app.stop();
});

/** A role that can start a job sees it end, and what came of it. */
const follow = async (jobId: number | undefined): Promise<void> => {
  const id = Number(jobId);
  const job = await endedJob(staff, id);
  expect(job).toMatchObject({ state: 'succeeded', succeeded: job.total });
  await staff.get(`${API}/jobs/${id}/items`).expect(200);
  await staff.get(`${API}/jobs/${id}/results`).expect(200);
  await staff.post(`${API}/jobs/${id}/cancel`).expect(400);
  await staff.delete(`${API}/jobs/${id}`).expect(204);
};

/** What a page needs of which the first permission leads there, to the end of what the others are for. */
const WORK: [LicenseVerb[], () => Promise<void>][] = [
  [
    ['read-generators', 'create-generator'],
    async () => {
      const { documentId: product } = await stock.product();
      await staff.get(`${API}/pool-health?${ENVIRONMENT}`).expect(200);
      const options = await staff.get(`${API}/product-options?${ENVIRONMENT}`).expect(200);
      expect(options.text).toContain(product);
      await staff
        .post(`${API}/generators`)
        .send({ environment: 'production', name: 'Mine', product, type: 'uuid' })
        .expect(201);
    },
  ],
  [
    ['read-generators', 'generate'],
    async () => {
      const { documentId } = await stock.generator(await stock.product());
      const answer = await staff
        .post(`${API}/generators/${documentId}/generate`)
        .send({ count: 1500 })
        .expect(202);
      await follow(bodyOf<GenerateAnswer>(answer).data.job?.id);
    },
  ],
  [
    ['read-devices', 'deactivate-device'],
    async () => {
      const { documentId: license } = await stock.license();
      await staff.get(`${API}/product-options?${ENVIRONMENT}`).expect(200);
      await staff.get(`${API}/customer-options?${ENVIRONMENT}&_q=`).expect(200);
      const order = { environment: 'production', selection: { filter: { license } } };
      await follow(await startInBulk(staff, '/activations/bulk', order));
    },
  ],
  [
    ['import', 'assign', 'create-customer'],
    async () => {
      const { key } = await stock.license({ state: 'available' });
      const uploaded = await staff
        .post(`${API}/imports?${ENVIRONMENT}&kind=assign&fileName=mine.csv`)
        .set('Content-Type', 'text/csv')
        .send(`license_key,customer_email\n${key},ada@example.com\n`)
        .expect(201);
      const { id, mapping } = bodyOf<{ data: ImportItem }>(uploaded).data;
      const answer = await staff.post(`${API}/imports/${id}/commit`).send({ mapping }).expect(202);
      await follow(bodyOf<{ data: JobItem }>(answer).data.id);
    },
  ],
];

it.each(WORK)('a role of %j does its work to the end', async (verbs, work) => {
  await staff.permit(permissionsFor(verbs));
  await work();
});
