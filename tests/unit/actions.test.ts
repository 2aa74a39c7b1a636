import {
  decideAction,
  decideExpiration,
  decideRevocation,
} from '../../src/plugins/license-keys/server/src/domain/change';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { accepted, after, aLicense, aRef, circumstances, NOW, refused } from '../support/domain';
import { ALL_STATES, allowedAfter, LEGAL_CHANGES } from '../support/states';

const ACTIONS = [
  ['assign', 'assigned'],
  ['activate', 'active'],
  ['inactivate', 'inactive'],
  ['reactivate', 'active'],
  ['suspend', 'suspended'],
  ['unsuspend', 'active'],
  ['expire', 'expired'],
] as const;

const startsOf = (name: string): State[] =>
  LEGAL_CHANGES.filter(([, , action]) => action === name).map(([from]) => from);

describe.each(ACTIONS)('%s', (action, to) => {
  const starts = startsOf(action);
  const decide = (state: State) =>
    decideAction(
      aLicense({ state }),
      action,
      action === 'assign' && state === 'available' ? { customer: aRef(20) } : {},
      circumstances()
    );

  it.each(starts)(`moves a license from %s to ${to}`, (from) => {
    expect(accepted(decide(from))).toMatchObject({ action, from, to });
  });

  it(`changes nothing where the license is ${to}`, () => {
    expect(accepted(decide(to))).toBeNull();
  });

  it.each(ALL_STATES.filter((state) => state !== to && !starts.includes(state)))(
    'is refused from %s',
    (from) => {
      expect(refused(decide(from))).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from, to, allowed: allowedAfter(from) },
      });
    }
  );
});

describe('assign', () => {
  const assign = (customer: ReturnType<typeof aRef>) =>
    decideAction(aLicense({ state: 'assigned' }), 'assign', { customer }, circumstances());

  it('changes nothing for the customer who has the license', () => {
    expect(accepted(assign(aRef(20)))).toBeNull();
  });

  it('does not take the license from its customer', () => {
    expect(refused(assign(aRef(21)))).toMatchObject({
      code: 'ALREADY_ASSIGNED',
      status: 409,
      details: { field: 'customer' },
    });
  });
});

describe('revoke', () => {
  it.each(startsOf('revoke'))('is one step from %s', (from) => {
    expect(accepted(decideRevocation(aLicense({ state: from })))).toEqual([
      { action: 'revoke', from, to: 'revoked', fields: { state: 'revoked' }, changes: {} },
    ]);
  });

  it('walks the legal path from suspended, whatever the expiry', () => {
    const license = aLicense({ state: 'suspended', expiresAt: after(-1) });

    expect(accepted(decideRevocation(license))).toEqual([
      {
        action: 'unsuspend',
        from: 'suspended',
        to: 'active',
        fields: { state: 'active' },
        changes: {},
      },
      {
        action: 'revoke',
        from: 'active',
        to: 'revoked',
        fields: { state: 'revoked' },
        changes: {},
      },
    ]);
  });

  it('has nothing to do on a revoked license', () => {
    expect(accepted(decideRevocation(aLicense({ state: 'revoked' })))).toEqual([]);
  });

  it.each(['available', 'assigned'] as const)('is refused from %s', (from) => {
    expect(refused(decideRevocation(aLicense({ state: from })))).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from, to: 'revoked', allowed: allowedAfter(from) },
    });
  });
});

describe('expire', () => {
  const decide = (state: State, expiresAt: Date | null, graceDays = 0) =>
    decideExpiration(aLicense({ state, expiresAt }), circumstances({ graceDays }));

  it.each(['assigned', 'active'] as const)('moves a license that is %s and past', (from) => {
    expect(accepted(decide(from, NOW))).toMatchObject({ action: 'expire', from, to: 'expired' });
  });

  it.each([
    ['has a lifetime', null, 0],
    ['has an instant left', after(1), 0],
    ['is in its grace', NOW, 1],
  ] as const)('is refused while a license %s', (_case, expiresAt, graceDays) => {
    expect(refused(decide('active', expiresAt, graceDays)).code).toBe('LICENSE_NOT_EXPIRED');
  });

  it.each(['available', 'inactive', 'suspended', 'revoked'] as const)(
    'is refused of a license that is %s, though past',
    (from) => {
      expect(refused(decide(from, NOW))).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from, to: 'expired' },
      });
    }
  );

  it('changes nothing on an expired license', () => {
    expect(accepted(decide('expired', null))).toBeNull();
  });
});
