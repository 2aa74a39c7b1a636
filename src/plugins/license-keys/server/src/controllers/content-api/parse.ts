import { validateYupSchema, yup } from '@strapi/utils';

import { discreet, isName } from '../discreet';

/** An object of just these fields; the error of another one names it where that can be no secret. */
export const exactly = <Shape extends Record<string, yup.AnySchema>>(shape: Shape) =>
  yup.object(shape).test('known', function (value) {
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
    if (unknown === undefined) {
      return true;
    }
    return isName(unknown)
      ? this.createError({ path: unknown, message: '${path} is not a field of this request' })
      : this.createError({
          path: 'body',
          message: 'There is a field that this request does not have',
        });
  });

const parser =
  (options: Parameters<typeof validateYupSchema>[1]) =>
  <Schema extends yup.AnySchema>(schema: Schema) => {
    const validate = validateYupSchema(schema, options);
    return async (input: unknown) => discreet(validate(input));
  };

/** Reads a JSON body by its schema. */
export const bodyParser = parser({});

/** Reads a query string by its schema; numbers come as text. */
export const queryParser = parser({ strict: false, stripUnknown: false });
