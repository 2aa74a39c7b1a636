import type { Response } from 'supertest';

import {
  contentApi,
  type ContentApiRoute,
} from '../../src/plugins/license-keys/server/src/routes/content-api';
import { claim } from '../../src/plugins/license-keys/server/src/store/idempotency';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { startApi, type TestApi } from '../support/api';
import { openApi } from '../support/documented';
import { bodyOf } from '../support/http';
import { createIntegrator, scopeId, type Integrator } from '../support/integrator';
import { OPERATIONS, sendSample, type Sample } from '../support/operations';
import { service } from '../support/plugin';
import { daysFromNow, SYSTEM, unique } from '../support/stock';
import { readAll } from '../support/tables';

const READS = ['licensing.validate', 'licensing.offlineFile'];

const WRITES = contentApi.routes.filter(
  ({ method, handler }) => method !== 'GET' && !READS.includes(handler)
);

let api: TestApi;
/** May do everything but see keys, which no kept answer has. */
let shop: Integrator;

beforeAll(async () => {
  api = await startApi();
  // No job is run: what changes, changes by a request.
  await service(api.strapi, 'jobs').stop();
  const scopes = contentApi.routes.map(({ handler }) => handler as string);
  shop = await createIntegrator(
    api,
    scopes.filter((scope) => scope !== 'license.readKey' && !scope.startsWith('licensing.'))
  );
});

afterAll(() => api.stop());

const send = async (
  route: ContentApiRoute,
  sample: Pick<Sample, 'path' | 'body'>,
  once: string,
  who = shop
): Promise<Response> => sendSample(api.http, route, sample, who, once);

const answerOf = ({ status, text }: Response): string => `${String(status)} ${text}`;

const isReplayed = (response: Response): boolean => response.get('Idempotency-Replayed') === 'true';

const countEntries = async (): Promise<number> => {
  const rows: unknown[] = await api.strapi.db.connection(TABLE.auditEntry).select('id');
  return rows.length;
};

const routeOf = (handler: ContentApiRoute['handler']): ContentApiRoute => {
  const route = contentApi.routes.find((one) => one.handler === handler);
  if (!route) throw new Error(`There is no ${handler}.`);
  return route;
};

it('is a parameter of every operation that writes, and of no other', () => {
  const documented = Object.values(openApi.paths)
    .flatMap((verbs) => Object.values(verbs))
    .filter(({ parameters }) => parameters.some(({ name }) => name === 'Idempotency-Key'))
    .map(({ operationId }) => operationId);

  expect(documented.sort()).toEqual(WRITES.map(({ handler }) => handler).sort());
});

describe.each(WRITES.map((route) => [route.handler, route] as const))('%s', (handler, route) => {
  it('gives the first answer again, though what it is about is gone, and has one effect', async () => {
    const sample = await OPERATIONS[handler](api);
    const once = unique('once');
    const [before, entries] = [await readAll(api.strapi), await countEntries()];

    const first = await send(route, sample, once);
    const after = await readAll(api.strapi);
    const second = await send(route, sample, once);

    expect(first.status).toBeLessThan(300);
    expect(isReplayed(first)).toBe(false);
    expect(after).not.toEqual(before);
    expect(await countEntries()).toBe(entries + (sample.entries ?? NaN));
    expect(answerOf(second)).toBe(answerOf(first));
    expect(isReplayed(second)).toBe(true);
    expect(await readAll(api.strapi)).toEqual(after);

    await sample.remove?.();
    const third = await send(route, sample, once);
    expect(answerOf(third)).toBe(answerOf(first));
    expect(isReplayed(third)).toBe(true);
  });

  it('has one effect and one answer where it comes more than once at the same moment', async () => {
    const sample = await OPERATIONS[handler](api);
    const once = unique('once');
    const entries = await countEntries();

    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => send(route, sample, once))
    );

    expect(answers[0]?.status).toBeLessThan(300);
    expect(new Set(answers.map(answerOf)).size).toBe(1);
    expect(answers.filter(isReplayed)).toHaveLength(3);
    expect(await countEntries()).toBe(entries + (sample.entries ?? NaN));
  });

  it('is refused with the key of another request, and changes nothing', async () => {
    const sample = await OPERATIONS[handler](api);
    const once = unique('once');
    const first = await send(route, sample, once);
    const after = await readAll(api.strapi);

    const other = await send(route, { ...sample, ...sample.other }, once);

    expect(sample.other).toBeDefined();
    expect(other.status).toBe(422);
    expect(bodyOf<object>(other)).toMatchObject({
      error: { name: 'LicenseError', details: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    });
    expect(await readAll(api.strapi)).toEqual(after);
    expect(answerOf(await send(route, sample, once))).toBe(answerOf(first));
  });
});

it('shows a token the keys that there still are', async () => {
  const sample = await OPERATIONS['license.create'](api);
  const reader = await createIntegrator(api, [
    'license.create',
    'license.assign',
    'license.readKey',
  ]);
  const once = unique('once');
  const made = async () =>
    bodyOf<{ data: object }>(await send(routeOf('license.create'), sample, once, reader)).data;

  const { key, ...rest } = (await made()) as { key: string };
  expect(key).toEqual(expect.any(String));
  expect(await made()).toEqual({ key, ...rest });
  const { documentId } = rest as { documentId: string };
  await service(api.strapi, 'licenses').delete({ documentId, actor: SYSTEM });
  expect(await made()).toEqual(rest);
});

describe('a key that has just been forgotten', () => {
  it('is new again, also where it goes while it is looked up', async () => {
    const now = new Date();
    const wish = { scope: unique('scope'), request: 'x', now, expiresAt: daysFromNow(1) };
    await api.strapi.db.connection.transaction(async (db) => {
      const forget = async (): Promise<void> => {
        await db(TABLE.idempotency).where({ scope: wish.scope }).delete();
      };
      await claim(db, wish);
      // As a sweep on another connection: nothing is found any more where something was in the way.
      db.on('query-response', (_rows, { sql }: { sql: string }) => {
        if (sql.startsWith('insert')) void forget();
      });
      expect(await claim(db, wish)).toBeNull();
    });
  });
});

describe('a refusal', () => {
  it('of a license that is not there is given again', async () => {
    const { body } = await OPERATIONS['license.update'](api);
    const request = { path: '/production/licenses/nothing', ...(body && { body }) };
    const once = unique('once');

    const first = await send(routeOf('license.update'), request, once);
    const second = await send(routeOf('license.update'), request, once);

    expect(first.status).toBe(404);
    expect(answerOf(second)).toBe(answerOf(first));
    expect(isReplayed(second)).toBe(true);
  });

  it('of a job that is not there is given again', async () => {
    const request = { path: '/production/jobs/999999/cancel' };
    const once = unique('once');

    const first = await send(routeOf('job.cancel'), request, once);
    const second = await send(routeOf('job.cancel'), request, once);

    expect(first.status).toBe(404);
    expect(bodyOf<object>(first)).toMatchObject({ error: { details: { code: 'NOT_FOUND' } } });
    expect(answerOf(second)).toBe(answerOf(first));
    expect(isReplayed(second)).toBe(true);
  });

  it.each(['license.create', 'license.update'] as const)(
    'of a customer to a token that may not assign is given again: %s',
    async (handler) => {
      const sample = await OPERATIONS[handler](api);
      const bare = await createIntegrator(api, [handler]);
      const once = unique('once');

      const first = await send(routeOf(handler), sample, once, bare);
      const second = await send(routeOf(handler), sample, once, bare);

      expect(first.status).toBe(403);
      expect(bodyOf<object>(first)).toMatchObject({
        error: { details: { permission: scopeId('license.assign') } },
      });
      expect(answerOf(second)).toBe(answerOf(first));
      expect(isReplayed(second)).toBe(true);
    }
  );
});
