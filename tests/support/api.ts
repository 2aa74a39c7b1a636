import type supertest from 'supertest';

import type { Http } from './http';
import { stockOf, type Stock } from './stock';
import { startStrapi, type StartOptions, type TestStrapi } from './strapi';

/** In the order in which a device uses them. */
export const ACTIONS = ['validate', 'activate', 'offline-file', 'deactivate'] as const;
export type Action = (typeof ACTIONS)[number];

/** A request to each public route, as software in the field sends it. */
export type Client = Record<Action, (body: object) => supertest.Test>;

export interface TestApi extends TestStrapi {
  stock: Stock;
  /** Of the environment `production`. */
  client: Client;
}

export const pathOf = (action: Action, environment = 'production'): string =>
  `/api/license-keys/${environment}/${action}`;

export const clientOf = (http: Http, environment?: string): Client => {
  const post = (action: Action) => (body: object) =>
    http.post(pathOf(action, environment)).send(body);
  return {
    validate: post('validate'),
    activate: post('activate'),
    'offline-file': post('offline-file'),
    deactivate: post('deactivate'),
  };
};

/** For tests that ask more often than a client may. */
export const NO_RATE_LIMITS = {
  LICENSE_RATE_LIMIT_PER_KEY: '0',
  LICENSE_RATE_LIMIT_UNKNOWN_KEY: '0',
};

/** The application with its public API; without rate limits, unless `env` sets them. */
export const startApi = async ({ env = {}, ...options }: StartOptions = {}): Promise<TestApi> => {
  const app = await startStrapi({ ...options, env: { ...NO_RATE_LIMITS, ...env } });
  return { ...app, stock: stockOf(app.strapi), client: clientOf(app.http) };
};
