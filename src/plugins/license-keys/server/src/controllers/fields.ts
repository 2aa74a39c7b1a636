import { yup } from '@strapi/utils';

import { MAX_BULK_SELECTION } from '../../../shared/bulk';
import { MAX_ACTIVATION_LIMIT, MAX_ID, MAX_NAME_LENGTH, UNLIMITED } from '../../../shared/limits';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, SORT_ORDERS, sortParser } from '../../../shared/list';
import { isEmail } from '../domain/fields';
import { isShallow, isStorableText } from '../domain/json';
import type { JsonObject } from '../domain/types';

/*
 * The fields of which the schemas of requests are made. `meta.schema` is what JSON Schema says of a rule
 * that is a function here: the OpenAPI document is made of these schemas.
 */

/** Of at most so many characters. What was sent is not quoted: it may be a license key. */
export const text = (max: number) =>
  yup
    .string()
    .typeError('${path} must be a string')
    .max(max)
    .test(
      'storable',
      '${path} has characters that cannot be stored',
      (value) => typeof value !== 'string' || isStorableText(value)
    );

/** A documentId. */
export const identity = () => text(64);

export const wholeNumber = () => yup.number().typeError('${path} must be a number').integer();

/** ISO 8601: without its zone an instant would be another one on every server. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/i;

/** An instant, or a day as its beginning in UTC; its further rules are the domain's. */
export const instant = yup
  .string()
  .typeError('${path} must be a date')
  .nullable()
  .meta({ schema: { format: 'date-time' } })
  .test('instant', '${path} must be a date, such as 2026-12-31T23:59:59Z', (value) =>
    value === undefined || value === null
      ? true
      : INSTANT.test(value) && !Number.isNaN(Date.parse(value))
  );

export const toDate = (value: string | null | undefined): Date | null | undefined =>
  typeof value === 'string' ? new Date(value) : value;

/** A day as `YYYY-MM-DD`. */
export const day = yup
  .string()
  .typeError('${path} must be a day as YYYY-MM-DD')
  .meta({ schema: { format: 'date' } })
  .test('day', '${path} must be a day as YYYY-MM-DD', (value) =>
    value === undefined
      ? true
      : /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  );

/** Levels of the deepest value that is taken: what is done with it goes down level by level. */
export const MAX_LEVELS = 40;

/** Its rules are the domain's; here it only has to be of the kind. */
const jsonObject = yup
  .mixed<JsonObject>()
  .meta({ schema: { type: 'object' } })
  .test('shallow', '${path} is too deep', (value: unknown) => isShallow(value, MAX_LEVELS));

/** What may be said of a license when it is made, and later. */
export const licenseFields = {
  activationLimit: yup
    .number()
    .typeError('${path} must be a number')
    .meta({
      schema: {
        type: 'integer',
        minimum: UNLIMITED,
        maximum: MAX_ACTIVATION_LIMIT,
        description: `Devices at a time: 1 to ${String(MAX_ACTIVATION_LIMIT)}, or ${String(UNLIMITED)} for any number.`,
      },
    }),
  expiresAt: instant,
  features: jsonObject,
  metadata: jsonObject,
};

/** What is said of a customer when one is made. */
export const customerFields = {
  name: text(MAX_NAME_LENGTH).trim().required(),
  email: text(MAX_NAME_LENGTH)
    .required()
    .meta({ schema: { format: 'email' } })
    .test(
      'email',
      'This is not a valid e-mail address.',
      (value) => typeof value !== 'string' || value === '' || isEmail(value)
    ),
  company: text(MAX_NAME_LENGTH),
};

export const MAX_PAGE = 1_000_000;

export const rowId = yup.number().integer().min(1).max(MAX_ID);

export const pageSize = yup.number().integer().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE);

export const pageFields = {
  page: yup.number().integer().min(1).max(MAX_PAGE).default(1),
  pageSize,
};

export const oneOf = <T extends string>(values: readonly T[]) => yup.mixed<T>().oneOf([...values]);

/** One of the fields, with `:asc` or `:desc`. */
export const sortBy = (fields: readonly string[]) => {
  const parse = sortParser(fields);
  return yup
    .string()
    .meta({ schema: { pattern: `^(${fields.join('|')}):(${SORT_ORDERS.join('|')})$` } })
    .test('sort', '${path} must be one of the sort fields, with :asc or :desc', (value) =>
      value === undefined ? true : parse(value) !== undefined
    );
};

/** Of a selection, as its dry run gave it. */
export const fingerprint = text(64).required();

/** Rows by their documentIds, or all that a filter of their list matches: one of the two. */
export const selectionOf = <Filter extends yup.AnySchema>(filter: Filter) =>
  yup
    .object({
      ids: yup.array().of(text(64).required()).min(1).max(MAX_BULK_SELECTION),
      filter,
    })
    .noUnknown()
    .required()
    .test(
      'one',
      '${path} must have ids or a filter',
      (value: { ids?: unknown; filter?: unknown } | undefined) =>
        value === undefined || (value.ids === undefined) !== (value.filter === undefined)
    );
