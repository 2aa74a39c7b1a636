/** The seven states, in the order in which a license usually passes them: "sort by status" is this order. */
export const STATES = [
  'available',
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
] as const;

export type State = (typeof STATES)[number];

/** The state table: from each state, the states that it may change to. Everything else is refused. */
export const TRANSITIONS = {
  available: ['assigned'],
  assigned: ['active', 'expired'],
  active: ['inactive', 'suspended', 'expired', 'revoked'],
  inactive: ['active', 'revoked'],
  suspended: ['active'],
  expired: ['revoked'],
  revoked: [],
} as const satisfies Record<State, readonly State[]>;

/** The states that a new license may have: `assigned` with a customer, `available` without. */
export const FIRST_STATES = ['available', 'assigned'] as const satisfies readonly State[];

/** The states in which the fields of a license may still be edited. */
export const EDITABLE_STATES = [
  'available',
  'assigned',
  'active',
  'inactive',
  'suspended',
] as const satisfies readonly State[];

export const isState = (value: unknown): value is State => STATES.some((state) => state === value);

export const allowedFrom = (from: State): readonly State[] => TRANSITIONS[from];

export const canTransition = (from: State, to: State): boolean => allowedFrom(from).includes(to);

export const isEditable = (state: State): boolean =>
  EDITABLE_STATES.some((editable) => editable === state);

/**
 * The actions that change a license's state, by name: from which states, and to which.
 * `revoke` also starts from `suspended`: it then walks suspended → active → revoked in one step.
 */
export const STATE_ACTIONS = {
  assign: { from: ['available'], to: 'assigned' },
  activate: { from: ['assigned'], to: 'active' },
  inactivate: { from: ['active'], to: 'inactive' },
  reactivate: { from: ['inactive'], to: 'active' },
  suspend: { from: ['active'], to: 'suspended' },
  unsuspend: { from: ['suspended'], to: 'active' },
  expire: { from: ['assigned', 'active'], to: 'expired' },
  revoke: { from: ['active', 'inactive', 'expired', 'suspended'], to: 'revoked' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export type StateAction = keyof typeof STATE_ACTIONS;

/** The state actions that a person starts without further input, from the page's actions menu. */
export const PLAIN_ACTIONS = [
  'inactivate',
  'reactivate',
  'suspend',
  'unsuspend',
  'revoke',
] as const satisfies readonly StateAction[];

export type PlainAction = (typeof PLAIN_ACTIONS)[number];

export const isPlainAction = (value: unknown): value is PlainAction =>
  PLAIN_ACTIONS.some((action) => action === value);

/** What an audit entry can be about besides the actions that change a state. */
export const OTHER_AUDIT_ACTIONS = ['create', 'edit', 'deactivate', 'delete', 'export'] as const;

export type AuditAction = StateAction | (typeof OTHER_AUDIT_ACTIONS)[number];

export const AUDIT_ACTIONS: readonly AuditAction[] = [
  ...(Object.keys(STATE_ACTIONS) as StateAction[]),
  ...OTHER_AUDIT_ACTIONS,
];

export const startsFrom = (action: StateAction, state: State): boolean =>
  STATE_ACTIONS[action].from.some((from) => from === state);

/** The action that a legal change of state is, for changes that arrive without a name. */
export const actionOf = (from: State, to: State): StateAction | undefined =>
  (Object.keys(STATE_ACTIONS) as StateAction[]).find(
    (action) =>
      STATE_ACTIONS[action].to === to && startsFrom(action, from) && canTransition(from, to)
  );
