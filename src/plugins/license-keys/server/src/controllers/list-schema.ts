import { yup } from '@strapi/utils';

import { ACTIVATION_USES, EXPIRY_FILTERS, SORT_FIELDS } from '../../../shared/list';
import { MAX_SEARCH_LENGTH } from '../../../shared/limits';
import { STATES } from '../../../shared/states';
import { day, oneOf, pageFields, rowId, selectionOf, sortBy, text } from './fields';

/** The allow-list of what the page may filter and sort by; a query string, so numbers come as text. */
export const listSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    product: text(255),
    state: oneOf(STATES),
    customer: text(255),
    generator: text(255),
    createdFrom: day,
    createdTo: day,
    expires: oneOf(EXPIRY_FILTERS),
    expiresFrom: day,
    expiresTo: day,
    use: oneOf(ACTIVATION_USES),
    job: rowId,
    sort: sortBy(SORT_FIELDS),
    ...pageFields,
  })
  .noUnknown();

/** What the list is filtered by within an environment. */
export const filterSchema = listSchema
  .omit(['environment', 'sort', 'page', 'pageSize'])
  .noUnknown();

/** Selected rows, or all that a filter matches. */
export const selectionSchema = selectionOf(filterSchema.default(undefined));
