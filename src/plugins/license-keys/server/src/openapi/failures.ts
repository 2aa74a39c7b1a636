import type { RuleCode } from '../domain/decision';
import { ref } from './json-schema';
import type { JsonSchema } from './json-schema';

/** What a status can mean: errors of Strapi's by their name, refusals of the plugin's by their code. */
export interface Failure {
  names?: readonly string[];
  codes?: readonly RuleCode[];
}

export type Failures = Record<number, Failure>;

const TITLES: Record<number, string> = {
  400: 'The request is not of the form, or a rule refuses it.',
  401: 'There is no valid API token.',
  403: 'It is not permitted.',
  404: 'There is no such thing in this environment, or no such environment.',
  409: 'The state of things does not allow it.',
  413: 'The body is larger than 64 KB.',
  422: 'The Idempotency-Key was used before, for another request.',
  429: 'Too many requests.',
  503: 'The database cannot be reached. Try again.',
};

const named = (names: readonly string[]): JsonSchema => ({
  properties: { name: { enum: names } },
});

const coded = (codes: readonly string[]): JsonSchema => ({
  properties: {
    name: { const: 'LicenseError' },
    details: { required: ['code'], properties: { code: { enum: codes } } },
  },
});

const schemaOf = (status: number, { names = [], codes = [] }: Failure): JsonSchema => ({
  allOf: [
    ref('Failure'),
    {
      properties: {
        error: {
          properties: { status: { const: status } },
          anyOf: [
            ...(names.length > 0 ? [named(names)] : []),
            ...(codes.length > 0 ? [coded(codes)] : []),
          ],
        },
      },
    },
  ],
});

/** The responses that are failures, as OpenAPI has them. */
export const failureResponses = (failures: Failures): Record<string, object> =>
  Object.fromEntries(
    Object.entries(failures).map(([status, failure]) => [
      status,
      {
        description: TITLES[Number(status)],
        content: { 'application/json': { schema: schemaOf(Number(status), failure) } },
      },
    ])
  );

/** Failures together: what both can mean. */
export const together = (...all: Failures[]): Failures => {
  const result: Failures = {};
  for (const [status, { names = [], codes = [] }] of all.flatMap((one) => Object.entries(one))) {
    const known = result[Number(status)];
    result[Number(status)] = {
      names: [...(known?.names ?? []), ...names],
      codes: [...(known?.codes ?? []), ...codes],
    };
  }
  return result;
};
