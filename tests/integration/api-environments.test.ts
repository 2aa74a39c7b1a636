import type { Response } from 'supertest';

import { ACTIONS, clientOf, pathOf, startApi, type TestApi } from '../support/api';
import { META, reason } from '../support/contract';
import { bodyOf } from '../support/http';

interface Meta {
  timestamp: string;
  requestId: string;
}

interface Answer {
  meta?: Partial<Meta>;
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi({
    env: { LICENSE_RATE_LIMIT_PER_KEY: '1000', LICENSE_RATE_LIMIT_UNKNOWN_KEY: '1000' },
  });
});

afterAll(() => api.stop());

/** Everything of an answer that does not differ from one request to the next. */
const observable = (response: Response): object => {
  const { meta, ...body } = bodyOf<Answer>(response);
  const { timestamp, requestId, ...rest } = meta ?? {};
  const sort = (names: object): string[] => Object.keys(names).sort();
  return {
    status: response.status,
    headers: sort(response.headers),
    length: response.get('Content-Length'),
    body,
    rest,
    measured: [typeof timestamp, typeof requestId],
  };
};

describe('an environment that is not configured', () => {
  it.each(ACTIONS)('does not exist for %s', async (action) => {
    const { key } = await api.stock.license();

    for (const environment of ['sandbox', 'Production', 'production%20', '__proto__', '%E0%A4%A']) {
      const response = await api.http
        .post(pathOf(action, environment))
        .send({ key, fingerprint: 'device-1' })
        .expect(404);
      expect(bodyOf<object>(response)).toStrictEqual({
        data: null,
        error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
      });
    }
  });
});

describe('a key of another environment', () => {
  it.each(ACTIONS)('is answered by %s exactly as one that does not exist', async (action) => {
    const { key } = await api.stock.license({ environment: 'staging' });
    const unknown = key.replace(/^KEY/, 'YEK');
    const send = async (text: string): Promise<Response> =>
      api.client[action]({ key: text, fingerprint: 'device-1', nonce: 'n' });

    const wrong = await send(key);

    expect(observable(wrong)).toStrictEqual(observable(await send(unknown)));
    expect(wrong.text).toContain('NOT_FOUND');
  });

  it('is another license where both environments have it', async () => {
    const key = 'SHARED-KEY';
    await api.stock.license({ key, environment: 'production', state: 'suspended' });
    await api.stock.license({ key, environment: 'staging', state: 'inactive' });

    for (const [environment, code] of [
      ['production', 'SUSPENDED'],
      ['staging', 'INACTIVE'],
    ] as const) {
      const response = await clientOf(api.http, environment).validate({ key }).expect(200);
      expect(bodyOf<object>(response)).toMatchObject({
        data: { code, reasons: [reason(code)] },
        meta: { ...META, environment },
      });
    }
    const elsewhere = await clientOf(api.http, 'development').validate({ key }).expect(200);
    expect(bodyOf<object>(elsewhere)).toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});
