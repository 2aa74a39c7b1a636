import type { yup } from '@strapi/utils';

import type { JsonSchema } from './json-schema';

interface Rule {
  name?: string;
  params?: Record<string, unknown>;
}

interface Described {
  type: string;
  oneOf: unknown[];
  meta?: { schema?: JsonSchema };
  tests: Rule[];
}

type Translate = (params: Record<string, unknown>) => JsonSchema;

/** What a rule of yup is in JSON Schema; a rule that is a function says so itself, in `meta.schema`. */
const RULES: Record<string, Record<string, Translate>> = {
  string: {
    required: () => ({ minLength: 1 }),
    min: ({ min }) => ({ minLength: min }),
    max: ({ max }) => ({ maxLength: max }),
  },
  number: {
    integer: () => ({ type: 'integer' }),
    min: ({ min }) => ({ minimum: min }),
    max: ({ max }) => ({ maximum: max }),
  },
};

const typeOf = (type: string, values: unknown[]): JsonSchema => ({
  ...(type !== 'mixed' && { type }),
  ...(values.length > 0 && { type: 'string', enum: values }),
});

const withNull = (schema: JsonSchema): JsonSchema =>
  typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;

const isObject = (schema: yup.AnySchema): schema is yup.AnyObjectSchema => schema.type === 'object';

export const isRequired = (schema: yup.AnySchema): boolean => schema.spec.presence === 'required';

export const fieldsOf = (schema: yup.AnySchema): [string, yup.AnySchema][] =>
  isObject(schema) ? Object.entries(schema.fields as Record<string, yup.AnySchema>) : [];

const objectOf = (schema: yup.AnySchema): JsonSchema => {
  const fields = fieldsOf(schema);
  const required = fields.filter(([, field]) => isRequired(field)).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fromYup(field)])),
  };
};

/** What a schema of yup accepts, as JSON Schema: as far as its rules can be said there, never less. */
export const fromYup = (schema: yup.AnySchema): JsonSchema => {
  if (isObject(schema)) {
    return objectOf(schema);
  }
  const { type, oneOf, meta, tests } = schema.describe() as unknown as Described;
  const { nullable, default: preset } = schema.spec as { nullable: boolean; default?: unknown };
  const rules = tests.map(({ name = '', params = {} }) => RULES[type]?.[name]?.(params) ?? {});
  const translated: JsonSchema = [
    ...rules,
    meta?.schema ?? {},
    preset === undefined ? {} : { default: preset },
  ].reduce((all, one) => ({ ...all, ...one }), typeOf(type, oneOf));
  return nullable ? withNull(translated) : translated;
};
