import type { yup } from '@strapi/utils';

import { REQUESTS } from '../controllers/content-api/requests';
import { idempotencyKeySchema } from '../controllers/content-api/schemas';
import { contentApi } from '../routes/content-api';
import type { ContentApiRoute } from '../routes/content-api';
import { ANSWERS } from './answers';
import { failureResponses } from './failures';
import { fieldsOf, fromYup, isRequired } from './from-yup';
import { HEADERS, headersOf, takesIdempotencyKey } from './headers';
import type { JsonSchema } from './json-schema';
import { OPERATIONS } from './operations';
import type { Operation } from './operations';

const VERSION = '1';
const JSON_TYPE = 'application/json';

/** What the names of parameters do not say. */
const DESCRIPTIONS: Record<string, string> = {
  _q: 'Text to be found in the customer’s name or e-mail, the product’s name, or the key.',
  product: 'A documentId.',
  customer: 'A documentId.',
  generator: 'A documentId.',
  license: 'A documentId; of a license that may be gone.',
  email: 'Whole, whatever its case.',
  createdFrom: 'The first day, in UTC.',
  createdTo: 'The last day, in UTC.',
  expires: 'Within so many days from now, in the past, or never.',
  expiresFrom: 'The first day, in UTC.',
  expiresTo: 'The last day, in UTC.',
  use: 'How many of the license’s slots are held: none, some, all.',
  sort: '`createdAt:desc` where it is absent.',
  cursor: 'The `nextCursor` of the page before, with the same filters and sort.',
  limit: 'Rows of a page.',
  reason: 'Kept in the audit trail.',
  fingerprint: 'Of one device; without it, the file is for all that hold a slot.',
  ttlHours: 'Hours for which the file is good.',
};

const parameter = (
  place: 'query' | 'path' | 'header',
  name: string,
  schema: JsonSchema,
  description = DESCRIPTIONS[name]
) => ({
  name,
  in: place,
  ...(description && { description }),
  required: place === 'path',
  schema,
});

const IDEMPOTENCY_KEY = {
  ...parameter('header', 'Idempotency-Key', fromYup(idempotencyKeySchema)),
  description:
    'The same key with the same request within 24 hours gets the first answer again and has no second effect.',
};

const parametersOf = (
  route: ContentApiRoute,
  environments: readonly string[],
  query: yup.AnySchema | undefined,
  descriptions: Operation['parameters'] = {}
) => [
  ...[...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) =>
    parameter('path', name, {
      type: 'string',
      ...(name === 'environment' && { enum: [...environments] }),
    })
  ),
  ...(query ? fieldsOf(query) : []).map(([name, field]) =>
    parameter('query', name, fromYup(field), descriptions[name])
  ),
  ...(takesIdempotencyKey(route) ? [IDEMPOTENCY_KEY] : []),
];

const bodyOf = (schema: yup.AnySchema) => ({
  required: fieldsOf(schema).some(([, field]) => isRequired(field)),
  content: { [JSON_TYPE]: { schema: fromYup(schema) } },
});

const SUCCESSES: Record<string, string> = {
  201: 'It was made.',
  304: 'The copy with this ETag is still right.',
};

const successResponses = (answers: Operation['answers']): Record<string, object> =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: SUCCESSES[status] ?? 'It is so.',
        ...(schema && { content: { [JSON_TYPE]: { schema } } }),
      },
    ])
  );

const responsesOf = (route: ContentApiRoute, { answers, failures }: Operation) => {
  const responses = { ...successResponses(answers), ...failureResponses(failures) };
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, ...headersOf(route, status) },
    ])
  );
};

const operationOf = (route: ContentApiRoute, environments: readonly string[]) => {
  const { handler, method, config } = route;
  const operation = OPERATIONS[handler];
  const request = operation.request && REQUESTS[operation.request];
  const takesBody = request && (method === 'POST' || method === 'PUT');
  return {
    operationId: handler,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    security: config.auth === false ? [] : [{ apiToken: [`plugin::license-keys.${handler}`] }],
    parameters: parametersOf(route, environments, request?.query, operation.parameters),
    ...(takesBody && { requestBody: bodyOf(request.body) }),
    responses: responsesOf(route, operation),
  };
};

/** The content API as OpenAPI 3.1, made of its routes and of the schemas that validate. */
export const openApiDocument = ({
  url,
  environments,
}: {
  /** Where the routes begin. */
  url: string;
  environments: readonly string[];
}) => {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of contentApi.routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operationOf(route, environments),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'License Keys',
      version: VERSION,
      description:
        'Validation needs no token: the license key is the credential. Everything else takes a Strapi API token with the scope that the operation names.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    tags: [
      { name: 'Validation', description: 'For software in the field.' },
      { name: 'Licenses', description: 'For the systems of whoever sells licenses.' },
      { name: 'Activations' },
      { name: 'Customers', description: 'Whom licenses are assigned to.' },
      { name: 'Audit' },
      { name: 'Service' },
    ],
    paths,
    components: {
      securitySchemes: {
        apiToken: { type: 'http', scheme: 'bearer', description: 'A Strapi API token.' },
      },
      headers: HEADERS,
      schemas: ANSWERS,
    },
  };
};
