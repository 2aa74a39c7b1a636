import type { RefusalCode } from '../../../shared/codes';
import type { ReasonCode } from '../../../shared/reasons';

/** Codes of the rules that a write can break; `RefusalCode` are those that software in the field can meet. */
export type RuleCode =
  | 'UNKNOWN_ENVIRONMENT'
  | 'USE_CASE_ONLY'
  | 'APPEND_ONLY'
  | 'TOO_MANY_ROWS'
  | 'IN_USE'
  | 'EDIT_CONFLICT'
  | 'INVALID_CURSOR'
  | 'NOT_UNIQUE'
  | 'INVALID_VALIDITY'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'RATE_LIMITED'
  | 'SIGNING_KEY_GIVEN'
  | 'PERMISSION_REQUIRED'
  | 'PASSWORD_REQUIRED'
  | 'INVALID_FILE'
  | 'FILE_TOO_LARGE'
  | 'INVALID_MAPPING'
  | 'IMPORT_STARTED'
  | 'SELECTION_CHANGED'
  | ReasonCode
  | RefusalCode;

/**
 * Why something was refused: a stable code for programs, a sentence for people. The rules of the domain are met by
 * the items of jobs, too: their codes are reasons.
 */
export interface Refusal<Code extends RuleCode = ReasonCode> {
  code: Code;
  message: string;
  /** HTTP status, 400 where it is not given. */
  status?: number;
  details?: Record<string, unknown>;
}

export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });

export const refuse = (
  code: ReasonCode,
  message: string,
  details?: Record<string, unknown>
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, message, ...(details && { details }) },
});
