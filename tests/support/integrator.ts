import type { Core } from '@strapi/strapi';
import type supertest from 'supertest';

import { contentApi } from '../../src/plugins/license-keys/server/src/routes/content-api';
import type { Http } from './http';
import { keepForAll } from './leaks/recorder';
import { unique } from './stock';

type Method = 'get' | 'post' | 'put' | 'delete';

/** A client with an API token: each method is a supertest request below an environment. */
export interface Integrator extends Record<Method, (path: string) => supertest.Test> {
  id: string;
  name: string;
  token: string;
}

interface TokenService {
  create: (token: object) => Promise<{ id: number; name: string; accessKey: string }>;
}

/** The routes that take an API token… */
export const TOKEN_ROUTES = contentApi.routes.filter(({ config }) => config.auth !== false);

/** …and what a token needs for them. */
export const SCOPES = [...new Set(TOKEN_ROUTES.map(({ handler }) => handler))];

export const scopeId = (scope: string): string => `plugin::license-keys.${scope}`;

/** The same token on another server of the same deployment, or in another environment. */
export const asIntegrator = (
  http: Http,
  { id, name, token }: Pick<Integrator, 'id' | 'name' | 'token'>,
  environment = 'production'
): Integrator => {
  const request = (method: Method) => (path: string) =>
    http[method](`/api/license-keys/${environment}${path}`).auth(token, { type: 'bearer' });
  return {
    id,
    name,
    token,
    get: request('get'),
    post: request('post'),
    put: request('put'),
    delete: request('delete'),
  };
};

/** An API token as the settings screen makes it: with just these scopes, or of a type that has its own. */
export const createIntegrator = async (
  { strapi, http }: { strapi: Core.Strapi; http: Http },
  scopes: readonly string[] | 'full-access' | 'read-only'
): Promise<Integrator> => {
  const service = strapi.service('admin::api-token-content-api') as unknown as TokenService;
  const type = typeof scopes === 'string' ? scopes : 'custom';
  const { id, name, accessKey } = await service.create({
    name: unique('token'),
    description: '',
    kind: 'content-api',
    lifespan: null,
    type,
    permissions: typeof scopes === 'string' ? null : scopes.map(scopeId),
  });
  keepForAll('an API token', accessKey);
  return asIntegrator(http, { id: String(id), name, token: accessKey });
};
