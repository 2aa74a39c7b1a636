import type { Circumstances } from '../../src/plugins/license-keys/server/src/domain/change';
import type {
  GeneratorRef,
  LicenseDraft,
} from '../../src/plugins/license-keys/server/src/domain/creation';
import type { Decision, Refusal } from '../../src/plugins/license-keys/server/src/domain/decision';
import type { License, ScopedRef } from '../../src/plugins/license-keys/server/src/domain/types';

/** Values for the unit tests of the rules; what a test does not name is plain and harmless. */
export const NOW = new Date('2026-03-15T12:00:00.000Z');

export const DAY = 24 * 60 * 60 * 1000;

export const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

export const aRef = (id: number, environment = 'production'): ScopedRef => ({
  id,
  documentId: `document-${String(id)}`,
  environment,
});

export const aLicense = (fields: Partial<License> = {}): License => {
  const { state = 'active' } = fields;
  const isAssigned = state !== 'available';
  return {
    id: 1,
    documentId: 'license-1',
    key: 'ABCD-EFGH-JKMN',
    environment: 'production',
    product: aRef(10),
    customer: isAssigned ? aRef(20) : null,
    generator: aRef(30),
    activationLimit: 5,
    expiresAt: null,
    validity: null,
    assignedAt: isAssigned ? after(-DAY) : null,
    firstActivatedAt: null,
    features: { seats: 5 },
    metadata: { order: 'A-1' },
    ...fields,
    state,
  };
};

export const aGenerator = (fields: Partial<GeneratorRef> = {}): GeneratorRef => ({
  ...aRef(30),
  product: aRef(10),
  validity: null,
  activationLimit: 1,
  features: {},
  metadata: {},
  ...fields,
});

export const aDraft = (fields: Partial<LicenseDraft> = {}): LicenseDraft => ({
  key: 'ABCD-EFGH-JKMN',
  environment: 'production',
  product: aRef(10),
  generator: null,
  customer: null,
  activationLimit: 5,
  features: { seats: 5 },
  metadata: { order: 'A-1' },
  ...fields,
});

export const circumstances = (given: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  graceDays: 0,
  ...given,
});

/** The value of a decision that must have been taken. */
export const accepted = <T>(decision: Decision<T>): T => {
  if (!decision.ok) throw new Error(`It was refused: ${decision.refusal.code}`);
  return decision.value;
};

/** The refusal of a decision that must have been one. */
export const refused = (decision: Decision<unknown>): Refusal => {
  if (decision.ok) throw new Error(`It was accepted: ${JSON.stringify(decision.value)}`);
  return decision.refusal;
};
