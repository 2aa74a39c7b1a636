/**
 * Why a line of a file, or one of many licenses or devices, was refused or left as it is, and why a job stopped.
 * The page has a sentence for each in every language; the server's own is English.
 */
export const REASON_CODES = [
  // What a file says.
  'INVALID_LINE',
  'INVALID_TEXT',
  'VALUE_REQUIRED',
  'INVALID_EMAIL',
  'INVALID_DATE',
  'DATE_IN_FUTURE',
  'INVALID_STATE',
  'INVALID_DEVICES',
  'NO_DEVICES',
  'AMBIGUOUS_PRODUCT',
  // What is there already.
  'KEY_TAKEN',
  'ALREADY_ASSIGNED',
  'POOL_EXHAUSTED',
  'PRODUCT_MISMATCH',
  'LIMIT_EXCEEDED',
  'DONE_BEFORE',
  'SAME_CUSTOMER',
  'SAME_LICENSE',
  // What is not there.
  'UNKNOWN_RELATION',
  'NOT_FOUND',
  'ACTIVATION_NOT_FOUND',
  'IMPORT_GONE',
  // The rules of licenses.
  'INVALID_TRANSITION',
  'IMMUTABLE_FIELD',
  'CUSTOMER_REQUIRED',
  'CROSS_ENVIRONMENT_RELATION',
  'PRODUCT_REQUIRED',
  'GENERATOR_PRODUCT_MISMATCH',
  'INVALID_KEY',
  'INVALID_ACTIVATION_LIMIT',
  'INVALID_EXPIRY',
  'INVALID_FEATURES',
  'INVALID_METADATA',
  'LICENSE_EXPIRED',
  'LICENSE_NOT_EXPIRED',
  'LICENSE_REVOKED',
  // The rules of generators.
  'GENERATOR_INACTIVE',
  'INVALID_FORMAT',
  'KEYS_EXHAUSTED',
  'KEY_FUNCTION_FAILED',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];
