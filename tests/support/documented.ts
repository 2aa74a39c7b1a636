import { readFileSync } from 'node:fs';
import path from 'node:path';

import addFormats from 'ajv-formats';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

import { observed, type Http } from './http';
import { appDir } from './paths';

interface Operation {
  operationId: string;
  parameters: { name: string }[];
  responses: Record<string, { content?: unknown; headers?: Record<string, unknown> }>;
}

interface OpenApi {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { headers: Record<string, object> };
}

export const OPENAPI_FILE = path.join(appDir, 'docs/openapi.json');

/** The document as it is kept in the repository. */
export const openApi = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as OpenApi;

const PREFIX = openApi.servers[0]?.url ?? '';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openApi, 'openapi');

/** Paths with the most fixed parts first: `/{environment}/licenses/random-assign` is no license. In capitals too. */
const paths = Object.keys(openApi.paths)
  .map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`, 'i'),
  }))
  .sort((a, b) => a.template.split('{').length - b.template.split('{').length);

const validators = new Map<string, ValidateFunction>();

const validatorOf = (...pointer: string[]): ValidateFunction => {
  const escaped = pointer.map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
  );
  const $ref = `openapi#/${escaped.join('/')}`;
  const validator = validators.get($ref) ?? ajv.compile({ $ref });
  validators.set($ref, validator);
  return validator;
};

interface Answer {
  status: number;
  text: string;
  body: unknown;
  headers: Record<string, string | undefined>;
}

/** A header of the document that an answer has, and that is not said of it, or not of this form. */
const strayHeaderOf = ({ headers }: Answer, described: object = {}): string | undefined =>
  Object.keys(openApi.components.headers).find((name) => {
    const value = headers[name.toLowerCase()];
    if (value === undefined) return false;
    const validate = validatorOf('components', 'headers', name, 'schema');
    return !(name in described && (validate(value) || validate(Number(value))));
  });

/** What an answer of the content API has that the document does not say; undefined where it is as written. */
export const deviationOf = (method: string, url: string, response: Answer): string | undefined => {
  const { pathname } = new URL(url);
  if (!pathname.toLowerCase().startsWith(`${PREFIX}/`)) return undefined;

  const route = pathname.slice(PREFIX.length);
  const verb = method.toLowerCase();
  const known = paths.find(
    ({ template, pattern }) => pattern.test(route) && openApi.paths[template]?.[verb]
  );
  if (!known) return undefined;

  const status = String(response.status);
  const described = openApi.paths[known.template]?.[verb]?.responses[status];
  const where = `${method} ${known.template} ${status}`;
  if (!described) return `${where} is not in the document: ${response.text}`;
  const stray = strayHeaderOf(response, described.headers);
  if (stray !== undefined) return `${where} has a header that is not as in the document: ${stray}`;
  if (!described.content) return response.text ? `${where} has a body` : undefined;

  const validate = validatorOf(
    'paths',
    known.template,
    verb,
    'responses',
    status,
    'content',
    'application/json',
    'schema'
  );
  return validate(response.body)
    ? undefined
    : `${where} deviates: ${ajv.errorsText(validate.errors)}\n${response.text}`;
};

/** The same client, with every answer of the content API held against the OpenAPI document. */
export const documented = (http: Http): Http =>
  observed(http, (response, { method, url }) => {
    const deviation = deviationOf(method, url, response);
    if (deviation !== undefined) throw new Error(deviation);
  });
