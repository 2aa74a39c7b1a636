import { REFUSALS, type Reason } from '../../../../../../shared/codes';
import { UNLIMITED } from '../../../../../../shared/limits';
import type { Preview } from '../../../../services/preview';

/**
 * All that speaks against the license, and the one thing that a validation does not ask about but
 * a customer with a further device runs into.
 */
export const findingsOf = ({ verdict, license }: Preview): Reason[] => {
  const { activationLimit: limit, activationCount: used } = license;
  const isFull = limit !== UNLIMITED && used >= limit;
  const { message, hint } = REFUSALS.LIMIT_EXCEEDED;
  return isFull
    ? [...verdict.reasons, { code: 'LIMIT_EXCEEDED', message, hint, limit, used }]
    : verdict.reasons;
};
