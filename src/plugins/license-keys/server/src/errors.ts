import { errors } from '@strapi/utils';

import { REFUSALS } from '../../shared/codes';
import type { RefusalCode } from '../../shared/codes';
import { refuse } from './domain/decision';
import type { Decision, Refusal, RuleCode } from './domain/decision';
import type { Reason } from './domain/verdict';

/** A rule refused the request. Strapi answers 400; the plugin's own routes answer `status`. */
export class LicenseError extends errors.ApplicationError<'LicenseError'> {
  readonly status: number;

  constructor({ code, message, status = 400, details }: Refusal) {
    super(message, { code, ...details });
    this.name = 'LicenseError';
    this.status = status;
  }
}

/** The value of a decision; throws what it refused. */
export const orThrow = <T>(decision: Decision<T>): T => {
  if (!decision.ok) {
    throw new LicenseError(decision.refusal);
  }
  return decision.value;
};

/** For a refusal that stands alone. */
export const ruleBroken = (code: RuleCode, message: string, details?: Record<string, unknown>) =>
  new LicenseError(refuse(code, message, details).refusal);

/** What software in the field gets for a failed activation or deactivation. */
export const answerRefused = (code: RefusalCode, reasons?: Reason[]) =>
  new LicenseError({
    code,
    message: REFUSALS[code].message,
    status: REFUSALS[code].status,
    ...(reasons && { details: { reasons } }),
  });

export const notFound = () => answerRefused('NOT_FOUND');
