import { yup } from '@strapi/utils';

import { DEVICE_SORT_FIELDS, DEVICE_STATUSES, MAX_IDLE_DAYS } from '../../../../shared/devices';
import { MAX_REASON_LENGTH, MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { day, oneOf, pageFields, selectionOf, sortBy, text } from '../fields';

/** The allow-list of what the page may filter and sort by; a query string, so numbers come as text. */
export const deviceListSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    license: text(255),
    product: text(255),
    customer: text(255),
    status: oneOf(DEVICE_STATUSES),
    activatedFrom: day,
    activatedTo: day,
    verifiedFrom: day,
    verifiedTo: day,
    idleDays: yup.number().integer().min(1).max(MAX_IDLE_DAYS),
    sort: sortBy(DEVICE_SORT_FIELDS),
    ...pageFields,
  })
  .noUnknown();

export const deviceBulkSchema = yup
  .object({
    environment: yup.string().required(),
    selection: selectionOf(
      deviceListSchema
        .omit(['environment', 'sort', 'page', 'pageSize'])
        .default(undefined)
        .noUnknown()
    ),
    reason: text(MAX_REASON_LENGTH),
  })
  .noUnknown();
