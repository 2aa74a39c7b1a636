import {
  actionOf,
  allowedFrom,
  canTransition,
  isEditable,
  STATE_ACTIONS,
  startsFrom,
} from '../../../shared/states';
import type { AuditAction, State, StateAction } from '../../../shared/states';
import { accept, refuse } from './decision';
import type { Decision, Refusal } from './decision';
import { addValidity, isPast } from './expiry';
import { firstBrokenRule } from './fields';
import { canonicalJson } from './json';
import type { JsonObject, License, Ref, ScopedRef, Validity } from './types';

/** What somebody wants to write over a license; a field that is absent stays as it is. */
export interface LicensePatch {
  state?: State;
  customer?: ScopedRef | null;
  activationLimit?: number;
  expiresAt?: Date | null;
  features?: JsonObject;
  metadata?: JsonObject;
  key?: string;
  environment?: string;
  product?: Ref | null;
  generator?: Ref | null;
  validity?: Validity;
  assignedAt?: Date | null;
  firstActivatedAt?: Date | null;
}

export interface Circumstances {
  now: Date;
  graceDays: number;
}

type Writable = Omit<
  License,
  'id' | 'documentId' | 'key' | 'environment' | 'product' | 'generator' | 'validity'
>;

/** One audited step of a license. */
export interface Change {
  action: AuditAction;
  /** null before the license exists. */
  from: State | null;
  /** null after it is gone. */
  to: State | null;
  /** The fields that get another value; `state` among them when it does. */
  fields: Partial<Writable>;
  changes: Changes;
}

export type Changes = Record<string, { before: unknown; after: unknown }>;

const IMMUTABLE = [
  'key',
  'environment',
  'product',
  'generator',
  'validity',
  'assignedAt',
  'firstActivatedAt',
] as const;

const EDITABLE = ['customer', 'activationLimit', 'expiresAt', 'features', 'metadata'] as const;

const RELATIONS: readonly string[] = ['product', 'customer', 'generator'];

/** The value of a field as it stands in an audit entry and as it is compared. */
const plain = (field: string, value: unknown): unknown => {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
  }
  return value && RELATIONS.includes(field) ? (value as Ref).documentId : value;
};

const differs = (field: string, a: unknown, b: unknown) =>
  canonicalJson(plain(field, a)) !== canonicalJson(plain(field, b));

export const diff = <F extends object>(before: Partial<F>, after: Partial<F>): Changes =>
  Object.fromEntries(
    (Object.keys(after) as (keyof F & string)[])
      .filter((field) => differs(field, before[field] ?? null, after[field] ?? null))
      .map((field) => [
        field,
        { before: plain(field, before[field] ?? null), after: plain(field, after[field] ?? null) },
      ])
  );

export const invalidTransition = (from: State | null, to: State, allowed: readonly State[]) =>
  refuse(
    'INVALID_TRANSITION',
    from
      ? `A license that is ${from} cannot become ${to}.`
      : `A new license cannot start as ${to}.`,
    { from, to, allowed }
  );

const pickChanged = (license: License, patch: LicensePatch) =>
  Object.fromEntries(
    EDITABLE.filter((field) => field in patch && differs(field, license[field], patch[field])).map(
      (field) => [field, patch[field]]
    )
  ) as Partial<Writable>;

const immutableField = (license: License, patch: LicensePatch): Refusal | undefined => {
  const field = IMMUTABLE.find(
    (name) => patch[name] !== undefined && differs(name, license[name], patch[name])
  );
  return (
    field &&
    refuse('IMMUTABLE_FIELD', `The field "${field}" of a license never changes.`, { field }).refusal
  );
};

const brokenRelation = (license: License, patch: LicensePatch): Refusal | undefined => {
  if (patch.customer && patch.customer.environment !== license.environment) {
    return refuse(
      'CROSS_ENVIRONMENT_RELATION',
      `The customer belongs to ${patch.customer.environment}, the license to ${license.environment}.`,
      { field: 'customer' }
    ).refusal;
  }
  return undefined;
};

/** The state that the patch leads to: giving an available license a customer assigns it. */
const targetState = (license: License, patch: LicensePatch): State =>
  patch.state ?? (license.state === 'available' && patch.customer ? 'assigned' : license.state);

const brokenTransition = (
  license: License,
  to: State,
  patch: LicensePatch,
  { now, graceDays }: Circumstances
): Refusal | undefined => {
  const { state: from } = license;
  if (from !== to && !canTransition(from, to)) {
    return invalidTransition(from, to, allowedFrom(from)).refusal;
  }
  const customer = patch.customer === undefined ? license.customer : patch.customer;
  if (to !== 'available' && !customer) {
    return refuse('CUSTOMER_REQUIRED', `A license that is ${to} must have a customer.`, {
      field: 'customer',
      from,
      to,
    }).refusal;
  }
  if (to === 'available' && customer) {
    return invalidTransition(from, to, allowedFrom(from)).refusal;
  }
  const reenabled = to === 'active' && (from === 'inactive' || from === 'suspended');
  const expiresAt = patch.expiresAt === undefined ? license.expiresAt : patch.expiresAt;
  if (reenabled && isPast(expiresAt, graceDays, now)) {
    return refuse('LICENSE_EXPIRED', 'The license has expired: extend its expiry first.', {
      from,
      to,
      expiresAt,
    }).refusal;
  }
  return undefined;
};

const notEditable = (state: State): Refusal =>
  state === 'revoked'
    ? refuse('LICENSE_REVOKED', 'A revoked license cannot be edited.').refusal
    : refuse('LICENSE_EXPIRED', `A license that is ${state} cannot be edited.`).refusal;

/** What assigning adds: the instant, and the expiry that counts from it, unless the patch says which: null is lifetime. */
const assignment = (
  license: License,
  patch: LicensePatch,
  { now }: Circumstances
): Partial<Writable> => ({
  assignedAt: now,
  ...(license.expiresAt === null &&
    patch.expiresAt === undefined &&
    license.validity && { expiresAt: addValidity(now, license.validity) }),
});

/**
 * Decides whether `patch` may be written over `license`, and what comes with it.
 * Null where it changes nothing; a refusal names the rule that it would break.
 */
export const decideChange = (
  license: License,
  patch: LicensePatch,
  circumstances: Circumstances
): Decision<Change | null> => {
  const edited = pickChanged(license, patch);
  const to = targetState(license, patch);
  const from = license.state;
  const isTransition = from !== to;
  const isEdit = Object.keys(edited).length > 0;

  const refusal =
    immutableField(license, patch) ??
    firstBrokenRule(edited, circumstances.now) ??
    brokenRelation(license, patch) ??
    (isTransition || 'customer' in edited
      ? brokenTransition(license, to, patch, circumstances)
      : undefined) ??
    (isEdit && !isEditable(from) ? notEditable(from) : undefined);
  if (refusal) {
    return { ok: false, refusal };
  }
  if (!isTransition && !isEdit) {
    return accept(null);
  }
  const fields: Partial<Writable> = {
    ...edited,
    ...(isTransition && { state: to }),
    ...(isTransition && to === 'assigned' && assignment(license, patch, circumstances)),
    ...(from === 'assigned' && to === 'active' && { firstActivatedAt: circumstances.now }),
  };
  const { state: _state, ...audited } = fields;
  return accept({
    action: isTransition ? (actionOf(from, to) ?? 'edit') : 'edit',
    from,
    to,
    fields,
    changes: diff<Writable>(license, audited),
  });
};

/** Whoever assigns gives a license that nobody has; taking it from a customer is an edit. */
const alreadyAssigned: { ok: false; refusal: Refusal } = {
  ok: false,
  refusal: {
    code: 'ALREADY_ASSIGNED',
    message: 'The license belongs to another customer.',
    status: 409,
    details: { field: 'customer' },
  },
};

/**
 * As `decideChange`, for an action by name: it is refused from a state that it does not start from, and to a
 * license that has been through it already it does nothing more.
 */
export const decideAction = (
  license: License,
  action: Exclude<StateAction, 'revoke'>,
  patch: Omit<LicensePatch, 'state'>,
  circumstances: Circumstances
): Decision<Change | null> => {
  const { to } = STATE_ACTIONS[action];
  const isDone = license.state === to;
  if (!isDone && !startsFrom(action, license.state)) {
    return invalidTransition(license.state, to, allowedFrom(license.state));
  }
  const decided = decideChange(license, { ...patch, state: to }, circumstances);
  return isDone && decided.ok && decided.value ? alreadyAssigned : decided;
};

/**
 * The steps of a revocation: one, or two for a suspended license, which passes through `active`
 * without a reader ever seeing it. Empty for a license that is revoked already.
 */
export const decideRevocation = (license: License): Decision<Change[]> => {
  const { state } = license;
  if (state === 'revoked') {
    return accept([]);
  }
  const path: State[] = state === 'suspended' ? ['active', 'revoked'] : ['revoked'];
  if (state !== 'suspended' && !canTransition(state, 'revoked')) {
    return invalidTransition(state, 'revoked', allowedFrom(state));
  }
  let from: State = state;
  return accept(
    path.map((to) => {
      const step: Change = {
        action: actionOf(from, to) ?? 'revoke',
        from,
        to,
        fields: { state: to },
        changes: {},
      };
      from = to;
      return step;
    })
  );
};

/** The move to `expired`, which only time brings about. */
export const decideExpiration = (
  license: License,
  circumstances: Circumstances
): Decision<Change | null> =>
  license.state === 'expired' ||
  isPast(license.expiresAt, circumstances.graceDays, circumstances.now)
    ? decideAction(license, 'expire', {}, circumstances)
    : refuse('LICENSE_NOT_EXPIRED', 'The license has not passed its expiry and grace.', {
        expiresAt: license.expiresAt,
      });
