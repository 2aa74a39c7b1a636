import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Response } from 'supertest';

import { contentApi } from '../../src/plugins/license-keys/server/src/routes/content-api';
import { startApi, type TestApi } from '../support/api';
import { deviationOf, openApi, OPENAPI_FILE } from '../support/documented';
import { createIntegrator, type Integrator } from '../support/integrator';
import { OPERATIONS, sendSample } from '../support/operations';
import { appDir } from '../support/paths';
import { service } from '../support/plugin';

let api: TestApi;
let shop: Integrator;

beforeAll(async () => {
  api = await startApi();
  await service(api.strapi, 'jobs').stop();
  shop = await createIntegrator(api, 'full-access');
});

afterAll(() => api.stop());

it('is served as it is kept', async () => {
  const response = await api.http.get('/api/license-keys/openapi.json').expect(200);
  expect(response.body).toEqual(openApi);
});

it('is OpenAPI 3.1', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(appDir, 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js'),
    OPENAPI_FILE,
  ]);
  expect(JSON.parse(stdout)).toEqual({ valid: true });
});

it('says of every operation all that it answers where it succeeds, and no more', async () => {
  const promised = Object.values(openApi.paths)
    .flatMap((verbs) => Object.values(verbs))
    .flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter((status) => status.startsWith('2'))
        .map((status) => `${operationId} ${status}`)
    );

  const seen: string[] = [];
  for (const route of contentApi.routes) {
    const sample = await OPERATIONS[route.handler](api);
    // Each answer is held against the document on its way.
    for (const request of sample.also ? [sample, { ...sample, ...sample.also }] : [sample]) {
      const { status } = await sendSample(api.http, route, request, shop);
      seen.push(`${route.handler} ${String(status)}`);
    }
  }

  expect([...new Set(seen)].sort()).toEqual(promised.sort());
});

describe('an answer that is not as it is written is found', () => {
  const url = () => `${api.url}/api/license-keys/production/licenses`;

  const answered = async (): Promise<Response> => {
    await api.stock.license();
    return shop.get('/licenses').expect(200);
  };

  it.each<[string, (response: Response) => object, string]>([
    ['by a field', ({ body }) => ({ body: { ...(body as object), secret: 1 } }), 'deviates'],
    ['by its status', () => ({ status: 418 }), 'is not in the document'],
    [
      'by a header that belongs elsewhere',
      ({ headers }) => ({ headers: { ...headers, 'retry-after': '1' } }),
      'Retry-After',
    ],
  ])('%s', async (_how, change, found) => {
    const response = await answered();
    const { status, text, headers } = response;
    const answer = { status, text, headers, body: response.body as unknown };

    expect(deviationOf('GET', url(), answer)).toBeUndefined();
    expect(deviationOf('GET', url(), { ...answer, ...change(response) })).toContain(found);
  });
});
