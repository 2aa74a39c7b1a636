import { FIRST_STATES } from '../../../shared/states';
import type { State } from '../../../shared/states';
import { diff, invalidTransition } from './change';
import type { Change } from './change';
import { accept, refuse } from './decision';
import type { Decision, Refusal } from './decision';
import { addValidity } from './expiry';
import { firstBrokenRule } from './fields';
import type { JsonObject, License, Ref, ScopedRef, Validity } from './types';

export interface GeneratorRef extends ScopedRef {
  product: Ref | null;
  validity: Validity;
  /** What new licenses start with. */
  activationLimit: number;
  features: JsonObject;
  metadata: JsonObject;
}

/** A license that somebody wants to create; what is absent gets its default. */
export interface LicenseDraft {
  key: string;
  environment: string;
  state?: State | undefined;
  product: ScopedRef | null;
  generator: GeneratorRef | null;
  customer: ScopedRef | null;
  activationLimit: number;
  /** Absent: as the generator says, from assignment. null: lifetime, whatever the generator says. */
  expiresAt?: Date | null | undefined;
  features: JsonObject;
  metadata: JsonObject;
}

export type NewLicense = Omit<License, 'id' | 'documentId'>;

const RELATIONS = ['product', 'generator', 'customer'] as const;

const brokenRelation = (draft: LicenseDraft): Refusal | undefined => {
  const { product, generator, environment } = draft;
  if (!product) {
    return refuse('PRODUCT_REQUIRED', 'A license must have a product.', { field: 'product' })
      .refusal;
  }
  const foreign = RELATIONS.find((name) => {
    const target = draft[name];
    return target && target.environment !== environment;
  });
  if (foreign) {
    return refuse(
      'CROSS_ENVIRONMENT_RELATION',
      `The ${foreign} belongs to another environment than the license.`,
      { field: foreign }
    ).refusal;
  }
  return generator?.product && generator.product.id !== product.id
    ? refuse('GENERATOR_PRODUCT_MISMATCH', 'The generator belongs to another product.', {
        field: 'generator',
      }).refusal
    : undefined;
};

const firstState = (draft: LicenseDraft): Decision<State> => {
  const natural = draft.customer ? 'assigned' : 'available';
  const wanted = draft.state ?? natural;
  if (wanted === 'assigned' && !draft.customer) {
    return refuse('CUSTOMER_REQUIRED', 'A license that is assigned must have a customer.', {
      field: 'customer',
      from: null,
      to: wanted,
    });
  }
  return wanted === natural ? accept(natural) : invalidTransition(null, wanted, FIRST_STATES);
};

/** Decides whether a license may be created so, and completes it. */
export const decideCreation = (
  draft: LicenseDraft,
  now: Date
): Decision<{ license: NewLicense; change: Change }> => {
  const { key, activationLimit, features, metadata } = draft;
  const expiresAt = draft.expiresAt ?? null;
  const refusal =
    firstBrokenRule({ key, activationLimit, expiresAt, features, metadata }, now) ??
    brokenRelation(draft);
  if (refusal) {
    return { ok: false, refusal };
  }
  const state = firstState(draft);
  if (!state.ok) {
    return state;
  }
  if (!draft.product) {
    throw new Error('A draft without a product passed the relation rules.');
  }
  const assigned = state.value === 'assigned';
  const validity = draft.expiresAt === null ? null : (draft.generator?.validity ?? null);
  const license: NewLicense = {
    key,
    environment: draft.environment,
    state: state.value,
    product: draft.product,
    generator: draft.generator,
    customer: draft.customer,
    activationLimit,
    expiresAt: expiresAt ?? (assigned ? addValidity(now, validity) : null),
    validity,
    assignedAt: assigned ? now : null,
    firstActivatedAt: null,
    features,
    metadata,
  };
  return accept({ license, change: creationOf(license) });
};

/** The audited step that a new license begins with. */
export const creationOf = (license: NewLicense): Change => {
  const { key: _key, environment: _environment, state, ...audited } = license;
  return { action: 'create', from: null, to: state, fields: {}, changes: diff({}, audited) };
};
