import { MAX_GENERATED } from '../../../../../shared/generators';
import {
  MAX_FINGERPRINT_LENGTH,
  MAX_KEY_LENGTH,
  MAX_NAME_LENGTH,
  MAX_POOL_ASSIGNMENT,
  MAX_REASON_LENGTH,
  MAX_SEARCH_LENGTH,
} from '../../../../../shared/limits';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../../../shared/list';
import { MAX_TTL_HOURS } from '../../../domain/offline-file';
import { customerFields, identity, instant, licenseFields, text, wholeNumber } from '../../fields';
import { listSchema } from '../../list-schema';
import { exactly } from '../parse';

const reason = text(MAX_REASON_LENGTH);

const place = {
  cursor: text(4096).min(1),
  limit: wholeNumber().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
};

/** The page's filters and sorts; the environment is in the address, and pages are walked by cursor. */
export const findSchema = exactly({
  ...listSchema.omit(['environment', 'page', 'pageSize']).fields,
  ...place,
});

export const walkSchema = exactly(place);

export const auditSchema = exactly({ license: identity().min(1), ...place });

export const findCustomersSchema = exactly({
  _q: text(MAX_SEARCH_LENGTH),
  email: text(MAX_NAME_LENGTH).min(1),
  ...place,
});

export const createCustomerSchema = exactly(customerFields);

export const offlineFileSchema = exactly({
  fingerprint: text(MAX_FINGERPRINT_LENGTH).min(1),
  ttlHours: wholeNumber().min(1).max(MAX_TTL_HOURS).default(MAX_TTL_HOURS),
});

const creation = {
  product: identity().required(),
  generator: identity().required(),
  customer: identity().nullable(),
  ...licenseFields,
};

export const createSchema = exactly(creation);

export const createWithKeySchema = exactly({ key: text(MAX_KEY_LENGTH).required(), ...creation });

export const updateSchema = exactly({
  version: instant.required(),
  customer: identity().nullable(),
  ...licenseFields,
});

export const assignSchema = exactly({ customer: identity().required(), reason });

export const randomAssignSchema = exactly({
  product: text(255).required(),
  customer: identity().required(),
  count: wholeNumber().min(1).max(MAX_POOL_ASSIGNMENT).required(),
  reason,
});

export const generateSchema = exactly({
  count: wholeNumber().min(1).max(MAX_GENERATED).required(),
});

export const reasonSchema = exactly({ reason });

export const nothingSchema = exactly({});
