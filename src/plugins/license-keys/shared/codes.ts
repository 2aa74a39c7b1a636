/** What to do next about a reason; part of the public contract. */
export type Hint =
  | 'CHECK_KEY'
  | 'CHECK_PRODUCT'
  | 'CONTACT_VENDOR'
  | 'RENEW'
  | 'ACTIVATE'
  | 'DEACTIVATE_A_DEVICE'
  | 'CHECK_FINGERPRINT';

interface Code {
  message: string;
  /** HTTP status where an activation, deactivation or offline file is refused with this code. */
  status: number;
  hint: Hint;
}

/** The reasons for a negative answer, in their order of precedence. */
export const REFUSALS = {
  NOT_FOUND: { message: 'License Not Found', status: 404, hint: 'CHECK_KEY' },
  PRODUCT_MISMATCH: { message: 'Product Mismatch', status: 403, hint: 'CHECK_PRODUCT' },
  REVOKED: { message: 'License Revoked', status: 403, hint: 'CONTACT_VENDOR' },
  SUSPENDED: { message: 'License Suspended', status: 403, hint: 'CONTACT_VENDOR' },
  INACTIVE: { message: 'License Inactive', status: 403, hint: 'CONTACT_VENDOR' },
  EXPIRED: { message: 'License Expired', status: 403, hint: 'RENEW' },
  PRODUCT_INACTIVE: { message: 'Product Inactive', status: 403, hint: 'CONTACT_VENDOR' },
  NOT_ASSIGNED: { message: 'License Not Assigned', status: 403, hint: 'CONTACT_VENDOR' },
  NOT_ACTIVATED: { message: 'License Not Activated', status: 403, hint: 'ACTIVATE' },
  LIMIT_EXCEEDED: { message: 'Limit Exceeded', status: 409, hint: 'DEACTIVATE_A_DEVICE' },
  ACTIVATION_NOT_FOUND: {
    message: 'Activation Not Found',
    status: 404,
    hint: 'CHECK_FINGERPRINT',
  },
} as const satisfies Record<string, Code>;

export type RefusalCode = keyof typeof REFUSALS;

/** The positive answers. */
export const SUCCESSES = {
  VALID: 'License valid',
  ACTIVATED: 'License activated',
  ALREADY_ACTIVATED: 'License already activated',
  DEACTIVATED: 'License deactivated',
  ALREADY_DEACTIVATED: 'License already deactivated',
} as const;

export type SuccessCode = keyof typeof SUCCESSES;

export type AnswerCode = RefusalCode | SuccessCode;

/** One thing that is wrong with a license, with the figures it rests on and what to do next. */
export interface Reason {
  code: RefusalCode;
  message: string;
  /** ISO 8601: the instant from which the reason holds. */
  at?: string;
  limit?: number;
  used?: number;
  hint: Hint;
}
