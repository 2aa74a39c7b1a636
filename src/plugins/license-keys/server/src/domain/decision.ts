import type { RefusalCode } from '../../../shared/codes';

/** Codes of the rules that a write can break; `RefusalCode` are those that software in the field can meet. */
export type RuleCode =
  | 'INVALID_TRANSITION'
  | 'IMMUTABLE_FIELD'
  | 'CUSTOMER_REQUIRED'
  | 'CROSS_ENVIRONMENT_RELATION'
  | 'UNKNOWN_RELATION'
  | 'PRODUCT_REQUIRED'
  | 'GENERATOR_PRODUCT_MISMATCH'
  | 'INVALID_KEY'
  | 'KEY_TAKEN'
  | 'INVALID_ACTIVATION_LIMIT'
  | 'INVALID_EXPIRY'
  | 'INVALID_FEATURES'
  | 'INVALID_METADATA'
  | 'UNKNOWN_ENVIRONMENT'
  | 'LICENSE_EXPIRED'
  | 'LICENSE_NOT_EXPIRED'
  | 'LICENSE_REVOKED'
  | 'USE_CASE_ONLY'
  | 'APPEND_ONLY'
  | 'TOO_MANY_ROWS'
  | 'IN_USE'
  | 'EDIT_CONFLICT'
  | 'GENERATOR_INACTIVE'
  | 'NOT_UNIQUE'
  | 'INVALID_FORMAT'
  | 'INVALID_VALIDITY'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'RATE_LIMITED'
  | 'PERMISSION_REQUIRED'
  | 'PASSWORD_REQUIRED'
  | RefusalCode;

/** Why something was refused: a stable code for programs, a sentence for people. */
export interface Refusal {
  code: RuleCode;
  message: string;
  /** HTTP status, 400 where it is not given. */
  status?: number;
  details?: Record<string, unknown>;
}

export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });

export const refuse = (
  code: RuleCode,
  message: string,
  details?: Record<string, unknown>
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, message, ...(details && { details }) },
});
