import { errors } from '@strapi/utils';

import { REFUSALS } from '../../shared/codes';
import type { RefusalCode } from '../../shared/codes';
import type { Decision, Refusal, RuleCode } from './domain/decision';
import type { Reason } from './domain/verdict';

/** A rule refused the request. Strapi answers 400; the plugin's own routes answer `status`. */
export class LicenseError extends errors.ApplicationError<'LicenseError'> {
  readonly status: number;

  constructor({ code, message, status = 400, details }: Refusal<RuleCode>) {
    super(message, { code, ...details });
    this.name = 'LicenseError';
    this.status = status;
  }
}

export const codeOf = ({ details }: LicenseError): string =>
  String((details as { code?: unknown }).code);

/** The value of a decision; throws what it refused. */
export const orThrow = <T>(decision: Decision<T>): T => {
  if (!decision.ok) {
    throw new LicenseError(decision.refusal);
  }
  return decision.value;
};

/** For a refusal that stands alone. */
export const ruleBroken = (code: RuleCode, message: string, details?: Record<string, unknown>) =>
  new LicenseError({ code, message, ...(details && { details }) });

/** A relation to something that does not exist, or not in this environment. */
export const unknownRelation = (field: string) =>
  ruleBroken('UNKNOWN_RELATION', `The ${field} does not exist.`, { field });

/** What software in the field gets for a failed activation or deactivation. */
export const answerRefused = (code: RefusalCode, reasons?: Reason[]) =>
  new LicenseError({
    code,
    message: REFUSALS[code].message,
    status: REFUSALS[code].status,
    ...(reasons && { details: { reasons } }),
  });

export const notFound = () => answerRefused('NOT_FOUND');

/** The license, or what there is of one. */
export const orNotFound = <T>(found: T | null): T => {
  if (found === null) {
    throw notFound();
  }
  return found;
};

/** For a cursor that is none, or one of another list. */
export const invalidCursor = () =>
  new LicenseError({
    code: 'INVALID_CURSOR',
    message: 'The cursor is not one of this list. Begin anew without a cursor.',
    details: { field: 'cursor' },
  });

export const noGenerator = () =>
  new LicenseError({ code: 'NOT_FOUND', message: 'There is no such generator.', status: 404 });

export const noJob = () =>
  new LicenseError({ code: 'NOT_FOUND', message: 'There is no such job.', status: 404 });

export const keyTaken = () =>
  ruleBroken('KEY_TAKEN', 'This environment already has a license with this key.', {
    field: 'key',
  });
