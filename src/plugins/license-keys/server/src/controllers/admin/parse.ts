import { validateYupSchema } from '@strapi/utils';
import type { yup } from '@strapi/utils';

import { isShallow } from '../../domain/json';
import { invalid } from '../../http';
import type { Context } from '../../http';
import { discreet } from '../discreet';
import { MAX_LEVELS } from '../fields';

/** Reads the body of a request; one that has none is taken for an empty one. */
export const bodyParser = <Schema extends yup.AnySchema>(schema: Schema) => {
  const validate = validateYupSchema(schema);
  return async ({ request }: Context) => {
    const body: unknown = request.body ?? {};
    // What a message quotes is printed level by level.
    if (!isShallow(body, MAX_LEVELS)) {
      throw invalid('body', `The body must not be deeper than ${String(MAX_LEVELS)} levels.`);
    }
    return discreet(validate(body));
  };
};

/** Reads a query string, where numbers come as text; what is not on its list is refused, not left out. */
export const queryParser = <Schema extends yup.AnySchema>(schema: Schema) => {
  const validate = validateYupSchema(schema, { strict: false, stripUnknown: false });
  return async (ctx: Context) => discreet(validate(ctx.query));
};
