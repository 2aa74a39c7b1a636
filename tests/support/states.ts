import type { State, StateAction } from '../../src/plugins/license-keys/shared/states';

/** The table of the product's decisions, written out a second time on purpose. */
export const LEGAL_CHANGES: readonly (readonly [from: State, to: State, action: StateAction])[] = [
  ['available', 'assigned', 'assign'],
  ['assigned', 'active', 'activate'],
  ['assigned', 'expired', 'expire'],
  ['active', 'inactive', 'inactivate'],
  ['active', 'suspended', 'suspend'],
  ['active', 'expired', 'expire'],
  ['active', 'revoked', 'revoke'],
  ['inactive', 'active', 'reactivate'],
  ['inactive', 'revoked', 'revoke'],
  ['suspended', 'active', 'unsuspend'],
  ['expired', 'revoked', 'revoke'],
];

export const ALL_STATES: readonly State[] = [
  'available',
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
];

export const FIRST_STATES: readonly State[] = ['available', 'assigned'];

export const allowedAfter = (from: State): State[] =>
  LEGAL_CHANGES.filter(([state]) => state === from).map(([, to]) => to);

export const isLegal = (from: State, to: State): boolean => allowedAfter(from).includes(to);

export const ALL_PAIRS = ALL_STATES.flatMap((from) => ALL_STATES.map((to) => [from, to] as const));

export const SAME_STATE = ALL_PAIRS.filter(([from, to]) => from === to);

export const ILLEGAL_CHANGES = ALL_PAIRS.filter(([from, to]) => from !== to && !isLegal(from, to));
