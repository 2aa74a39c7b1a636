import { SUCCESSES } from '../../../../shared/codes';
import { graceEnd, isInGrace } from '../../domain/expiry';
import type { Activation } from '../../domain/types';
import type { Subject } from '../../domain/verdict';
import type { Outcome, Verdict } from '../../services/licensing';

const licenseOf = (
  { license, product, activationCount }: Subject,
  graceDays: number,
  now: Date
) => ({
  id: license.documentId,
  state: license.state,
  product: { id: product.documentId, name: product.name, slug: product.slug },
  activationLimit: license.activationLimit,
  activationCount,
  expiresAt: license.expiresAt,
  inGracePeriod: isInGrace(license.expiresAt, graceDays, now),
  graceEndsAt: graceDays > 0 ? graceEnd(license.expiresAt, graceDays) : null,
  features: license.features,
});

/** Customer data, metadata and addresses are in no public answer. */
const activationOf = (activation: Activation | null, verifiedAt: Date) =>
  activation && {
    id: activation.documentId,
    fingerprint: activation.fingerprint,
    name: activation.name,
    activatedAt: activation.activatedAt,
    lastVerifiedAt: verifiedAt,
  };

export interface AnswerMeta {
  environment: string;
  requestId: string;
  nonce?: string | undefined;
}

const metaOf = ({ environment, requestId, nonce }: AnswerMeta, now: Date) => ({
  environment,
  timestamp: now,
  requestId,
  ...(nonce !== undefined && { nonce }),
});

/** The body of a validation's answer. */
export const verdictBody = (
  { subject, reasons, now }: Verdict,
  meta: AnswerMeta,
  graceDays: number
) => {
  const [first] = reasons;
  return {
    data: {
      valid: !first,
      code: first?.code ?? 'VALID',
      message: first?.message ?? SUCCESSES.VALID,
      reasons,
      license: subject && licenseOf(subject, graceDays, now),
      activation: activationOf(subject?.activation ?? null, now),
    },
    meta: metaOf(meta, now),
  };
};

/** The body of a successful activation's or deactivation's answer. */
export const outcomeBody = (
  { code, subject, now }: Outcome,
  meta: AnswerMeta,
  graceDays: number
) => ({
  data: {
    code,
    message: SUCCESSES[code],
    license: licenseOf(subject, graceDays, now),
    activation: activationOf(subject.activation, subject.activation?.lastVerifiedAt ?? now),
  },
  meta: metaOf(meta, now),
});
