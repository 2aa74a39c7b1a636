import { yup } from '@strapi/utils';

import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, parseSort } from '../../../../shared/list';
import { MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { STATES } from '../../../../shared/states';
import type { State } from '../../../../shared/states';
import { isStorableText } from '../../domain/json';

const MAX_REASON_LENGTH = 500;
const MAX_PAGE = 1_000_000;

const text = (max: number) =>
  yup
    .string()
    .max(max)
    .test('storable', '${path} has characters that cannot be stored', (value) =>
      isStorableText(value ?? '')
    );

/** The allow-list of what the page may filter and sort by; a query string, so numbers come as text. */
export const listSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    product: text(255),
    state: yup.mixed<State>().oneOf([...STATES]),
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
