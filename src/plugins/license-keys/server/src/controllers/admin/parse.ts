import { validateYupSchema } from '@strapi/utils';
import type { yup } from '@strapi/utils';

import type { Context } from '../../http';

/** Reads the body of a request; one that has none is taken for an empty one. */
export const bodyParser = <Schema extends yup.AnySchema>(schema: Schema) => {
  const validate = validateYupSchema(schema);
  return async (ctx: Context) => validate(ctx.request.body ?? {});
};

/** Reads a query string, where numbers come as text; what is not on its list is refused, not left out. */
export const queryParser = <Schema extends yup.AnySchema>(schema: Schema) => {
  const validate = validateYupSchema(schema, { strict: false, stripUnknown: false });
  return async (ctx: Context) => validate(ctx.query);
};
