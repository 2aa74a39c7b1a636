import { yup } from '@strapi/utils';

import {
  ACTIVATION_USES,
  DEFAULT_PAGE_SIZE,
  EXPIRY_FILTERS,
  MAX_PAGE_SIZE,
  parseSort,
} from '../../../../shared/list';
import type { ActivationUse, ExpiryFilter } from '../../../../shared/list';
import { MAX_REASON_LENGTH, MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { STATES } from '../../../../shared/states';
import type { State } from '../../../../shared/states';
import { isStorableText } from '../../domain/json';

const MAX_PAGE = 1_000_000;

const text = (max: number) =>
  yup
    .string()
    .max(max)
    .test('storable', '${path} has characters that cannot be stored', (value) =>
      isStorableText(value ?? '')
    );

/** A day as `YYYY-MM-DD`. */
const day = yup
  .string()
  .test('day', '${path} must be a day as YYYY-MM-DD', (value) =>
    value === undefined
      ? true
      : /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  );

/** The allow-list of what the page may filter and sort by; a query string, so numbers come as text. */
export const listSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    product: text(255),
    state: yup.mixed<State>().oneOf([...STATES]),
    customer: text(255),
    generator: text(255),
    createdFrom: day,
    createdTo: day,
    expires: yup.mixed<ExpiryFilter>().oneOf([...EXPIRY_FILTERS]),
    expiresFrom: day,
    expiresTo: day,
    use: yup.mixed<ActivationUse>().oneOf([...ACTIVATION_USES]),
    sort: yup
      .string()
      .test('sort', '${path} must be one of the sort fields, with :asc or :desc', (value) =>
        value === undefined ? true : parseSort(value) !== undefined
      ),
    page: yup.number().integer().min(1).max(MAX_PAGE).default(1),
    pageSize: yup.number().integer().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  })
  .noUnknown();

export const environmentSchema = yup.object({ environment: yup.string().required() }).noUnknown();

export const actionSchema = yup.object({ reason: text(MAX_REASON_LENGTH) }).noUnknown();

/** A page of a license's devices or of its history. */
export const sliceSchema = yup
  .object({
    page: yup.number().integer().min(1).max(MAX_PAGE).default(1),
    pageSize: yup.number().integer().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  })
  .noUnknown();

export const searchSchema = yup
  .object({ environment: yup.string().required(), _q: text(MAX_SEARCH_LENGTH).default('') })
  .noUnknown();

/** Customers by a text, or the one with a documentId. */
export const customerOptionsSchema = searchSchema.shape({ documentId: text(255) });

export const generatorOptionsSchema = yup
  .object({ environment: yup.string().required(), product: text(255) })
  .noUnknown();
