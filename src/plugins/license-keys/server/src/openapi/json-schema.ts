/** A schema of JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export interface JsonSchema {
  [keyword: string]: unknown;
  type?: string | string[];
}

export const TEXT: JsonSchema = { type: 'string' };
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
export const INSTANT: JsonSchema = { type: 'string', format: 'date-time' };
export const ID: JsonSchema = { type: 'string', description: 'A documentId.' };

/** An object of just these members, all of them required but the optional ones. */
export const record = (
  properties: Record<string, JsonSchema>,
  optional: readonly string[] = []
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

export const nullable = (schema: JsonSchema): JsonSchema =>
  typeof schema.type === 'string' && !('enum' in schema)
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

export const oneOf = (values: readonly string[]): JsonSchema => ({
  type: 'string',
  enum: [...values],
});

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
