import type { yup } from '@strapi/utils';

import type { Context } from '../../http';
import {
  assignSchema,
  auditSchema,
  createCustomerSchema,
  createSchema,
  createWithKeySchema,
  findCustomersSchema,
  findSchema,
  generateSchema,
  nothingSchema,
  offlineFileSchema as licenseFileSchema,
  randomAssignSchema,
  reasonSchema,
  updateSchema,
  walkSchema,
} from './integrators/schemas';
import { bodyParser, queryParser } from './parse';
import { activateSchema, deactivateSchema, offlineFileSchema, validateSchema } from './schemas';

interface Schemas<Query extends yup.AnySchema, Body extends yup.AnySchema> {
  query: Query;
  body: Body;
}

const query = <Query extends yup.AnySchema>(schema: Query) => ({
  query: schema,
  body: nothingSchema,
});

const body = <Body extends yup.AnySchema>(schema: Body) => ({ query: nothingSchema, body: schema });

/** What each route of the content API takes, by its handler: the parsers and the OpenAPI document read this. */
export const REQUESTS = {
  'licensing.validate': body(validateSchema),
  'licensing.activate': body(activateSchema),
  'licensing.deactivate': body(deactivateSchema),
  'licensing.offlineFile': body(offlineFileSchema),
  'license.find': query(findSchema),
  'license.findOne': query(nothingSchema),
  'license.readKey': query(nothingSchema),
  'license.create': body(createSchema),
  'license.createWithKey': body(createWithKeySchema),
  'license.update': body(updateSchema),
  'license.assign': body(assignSchema),
  'license.randomAssign': body(randomAssignSchema),
  'license.inactivate': body(reasonSchema),
  'license.reactivate': body(reasonSchema),
  'license.suspend': body(reasonSchema),
  'license.unsuspend': body(reasonSchema),
  'license.revoke': body(reasonSchema),
  'license.delete': query(reasonSchema),
  'license.offlineFile': query(licenseFileSchema),
  'activation.find': query(walkSchema),
  'activation.deactivate': body(reasonSchema),
  'customer.find': query(findCustomersSchema),
  'customer.create': body(createCustomerSchema),
  'generator.generate': body(generateSchema),
  'job.findOne': query(nothingSchema),
  'job.cancel': body(nothingSchema),
  'audit-entry.find': query(auditSchema),
} as const satisfies Record<string, Schemas<yup.AnySchema, yup.AnySchema>>;

export type RequestName = keyof typeof REQUESTS;

/** Reads a request: what its route does not take is refused, in the address as in the body. */
export const reader = <Name extends RequestName>(name: Name) => {
  const schemas: (typeof REQUESTS)[Name] = REQUESTS[name];
  const parseQuery = queryParser(schemas.query);
  const parseBody = bodyParser(schemas.body);
  return async (ctx: Context) => ({
    query: (await parseQuery(ctx.query)) as yup.InferType<(typeof REQUESTS)[Name]['query']>,
    body: (await parseBody(ctx.request.body ?? {})) as yup.InferType<
      (typeof REQUESTS)[Name]['body']
    >,
  });
};
