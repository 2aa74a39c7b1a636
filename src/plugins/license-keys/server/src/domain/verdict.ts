import { REFUSALS } from '../../../shared/codes';
import type { Reason, RefusalCode } from '../../../shared/codes';
import { UNLIMITED } from '../../../shared/limits';
import { graceEnd, isPast } from './expiry';
import type { Activation, License, Product } from './types';

export type { Reason };

/** All that a decision about a license rests on, as one query reads it. */
export interface Subject {
  license: Pick<
    License,
    | 'id'
    | 'documentId'
    | 'key'
    | 'environment'
    | 'state'
    | 'activationLimit'
    | 'expiresAt'
    | 'features'
  >;
  product: Product;
  /** The active activation of the fingerprint that was sent, if there is one. */
  activation: Activation | null;
  /** Slots that are held. */
  activationCount: number;
}

export interface Question {
  /** `validate` asks whether the license may be used now, `activate` whether one more device may use it. */
  purpose: 'validate' | 'activate';
  product?: string | undefined;
  fingerprint?: string | undefined;
}

export const reason = (
  code: RefusalCode,
  figures: Pick<Reason, 'at' | 'limit' | 'used'> = {}
): Reason => ({
  code,
  message: REFUSALS[code].message,
  ...figures,
  hint: REFUSALS[code].hint,
});

type Check = (
  subject: Subject,
  question: Question,
  graceDays: number,
  now: Date
) => Reason | undefined;

const when = (condition: boolean, code: RefusalCode): Reason | undefined =>
  condition ? reason(code) : undefined;

const lacksActivation = ({ license, activation }: Subject, { fingerprint }: Question) =>
  license.state === 'assigned' || (fingerprint !== undefined && !activation);

/** The checks in the contract's order of precedence; `NOT_FOUND` comes before them all. */
const CHECKS: readonly Check[] = [
  ({ product }, question) =>
    when(
      question.product !== undefined &&
        ![product.slug, product.documentId].includes(question.product),
      'PRODUCT_MISMATCH'
    ),
  ({ license }) => when(license.state === 'revoked', 'REVOKED'),
  ({ license }) => when(license.state === 'suspended', 'SUSPENDED'),
  ({ license }) => when(license.state === 'inactive', 'INACTIVE'),
  ({ license }, _question, graceDays, now) => {
    const end = graceEnd(license.expiresAt, graceDays);
    return license.state === 'expired' || isPast(license.expiresAt, graceDays, now)
      ? reason('EXPIRED', end ? { at: end.toISOString() } : {})
      : undefined;
  },
  ({ product }) => when(!product.active, 'PRODUCT_INACTIVE'),
  ({ license }) => when(license.state === 'available', 'NOT_ASSIGNED'),
  (subject, question) =>
    when(question.purpose === 'validate' && lacksActivation(subject, question), 'NOT_ACTIVATED'),
  ({ license, activation, activationCount }, question) =>
    question.purpose === 'activate' &&
    !activation &&
    license.activationLimit !== UNLIMITED &&
    activationCount >= license.activationLimit
      ? reason('LIMIT_EXCEEDED', { limit: license.activationLimit, used: activationCount })
      : undefined,
];

/** Everything that speaks against the license, first things first; empty for a good one. */
export const judge = (
  subject: Subject | null,
  question: Question,
  graceDays: number,
  now: Date
): Reason[] =>
  subject
    ? CHECKS.flatMap((check) => check(subject, question, graceDays, now) ?? [])
    : [reason('NOT_FOUND')];
