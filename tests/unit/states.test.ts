import {
  actionOf,
  allowedFrom,
  canTransition,
  FIRST_STATES,
  isEditable,
  isPlainAction,
  isState,
  STATE_ACTIONS,
  STATES,
  type StateAction,
} from '../../src/plugins/license-keys/shared/states';
import {
  ALL_PAIRS,
  ALL_STATES,
  allowedAfter,
  FIRST_STATES as EXPECTED_FIRST_STATES,
  ILLEGAL_CHANGES,
  isLegal,
  LEGAL_CHANGES,
} from '../support/states';

describe('the state table', () => {
  it('has the seven states, in the order of a license’s life', () => {
    expect(STATES).toEqual(ALL_STATES);
  });

  it.each(ALL_PAIRS)('from %s to %s is as the decisions say', (from, to) => {
    expect(canTransition(from, to)).toBe(isLegal(from, to));
  });

  it.each(ALL_STATES)('lists what may follow on %s', (from) => {
    expect(allowedFrom(from)).toEqual(allowedAfter(from));
  });

  it('lets a license start as available or assigned only', () => {
    expect(FIRST_STATES).toEqual(EXPECTED_FIRST_STATES);
  });

  it('closes expired and revoked licenses to edits', () => {
    expect(ALL_STATES.filter((state) => !isEditable(state))).toEqual(['expired', 'revoked']);
  });

  it.each(['status', 'ACTIVE', '', null, undefined, 3, ['active']])(
    'does not take %p for a state',
    (value) => {
      expect(isState(value)).toBe(false);
    }
  );
});

describe('the names of changes', () => {
  it.each(LEGAL_CHANGES)('from %s to %s is %s', (from, to, action) => {
    expect(actionOf(from, to)).toBe(action);
  });

  it.each(ILLEGAL_CHANGES)('from %s to %s has no name', (from, to) => {
    expect(actionOf(from, to)).toBeUndefined();
  });

  it('cover no edge that the table lacks, but for the two steps of revoking a suspended license', () => {
    const edges = (Object.keys(STATE_ACTIONS) as StateAction[]).flatMap((action) =>
      STATE_ACTIONS[action].from.map((from) => [from, STATE_ACTIONS[action].to] as const)
    );

    expect(edges.filter(([from, to]) => !isLegal(from, to))).toEqual([['suspended', 'revoked']]);
  });

  it('mark what the page offers without further input', () => {
    const plain = Object.keys(STATE_ACTIONS).filter(isPlainAction);

    expect(plain.sort()).toEqual(['inactivate', 'reactivate', 'revoke', 'suspend', 'unsuspend']);
  });
});
