import {
  decideChange,
  type LicensePatch,
} from '../../src/plugins/license-keys/server/src/domain/change';
import { accepted, aLicense, aRef, circumstances, NOW, refused } from '../support/domain';
import {
  ALL_STATES,
  allowedAfter,
  ILLEGAL_CHANGES,
  LEGAL_CHANGES,
  SAME_STATE,
} from '../support/states';

const decide = decideChange;
const EDITABLE = ALL_STATES.filter((state) => !['expired', 'revoked'].includes(state));
const WITH_CUSTOMER = ALL_STATES.filter((state) => state !== 'available');

describe('a change of state', () => {
  it.each(LEGAL_CHANGES)('from %s to %s is the action %s', (from, to, action) => {
    const patch = { state: to, ...(from === 'available' && { customer: aRef(20) }) };

    const change = accepted(decide(aLicense({ state: from }), patch, circumstances()));

    expect(change).toMatchObject({ action, from, to, fields: { state: to } });
  });

  it.each(ILLEGAL_CHANGES)('from %s to %s is refused and says what is allowed', (from, to) => {
    const refusal = refused(decide(aLicense({ state: from }), { state: to }, circumstances()));

    expect(refusal).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from, to, allowed: allowedAfter(from) },
    });
  });

  it.each(SAME_STATE)('from %s to %s is nothing', (from, to) => {
    expect(decide(aLicense({ state: from }), { state: to }, circumstances())).toEqual({
      ok: true,
      value: null,
    });
  });

  it('notes when a license is first activated', () => {
    const change = accepted(
      decide(aLicense({ state: 'assigned' }), { state: 'active' }, circumstances())
    );

    expect(change?.fields).toEqual({ state: 'active', firstActivatedAt: NOW });
  });

  it.each(['inactive', 'suspended'] as const)(
    'keeps the first activation of a license that is %s',
    (state) => {
      const change = accepted(decide(aLicense({ state }), { state: 'active' }, circumstances()));

      expect(change?.fields).toEqual({ state: 'active' });
    }
  );
});

describe('the customer', () => {
  it('assigns an available license by being given', () => {
    const customer = aRef(21);

    const change = accepted(
      decide(aLicense({ state: 'available' }), { customer }, circumstances())
    );

    expect(change).toEqual({
      action: 'assign',
      from: 'available',
      to: 'assigned',
      fields: { state: 'assigned', customer, assignedAt: NOW },
      changes: {
        customer: { before: null, after: customer.documentId },
        assignedAt: { before: null, after: NOW.toISOString() },
      },
    });
  });

  it('is needed to assign', () => {
    const license = aLicense({ state: 'available' });

    expect(refused(decide(license, { state: 'assigned' }, circumstances())).code).toBe(
      'CUSTOMER_REQUIRED'
    );
  });

  it('does not stay with a license that is said to be available', () => {
    const patch: LicensePatch = { state: 'available', customer: aRef(20) };

    expect(refused(decide(aLicense({ state: 'available' }), patch, circumstances())).code).toBe(
      'INVALID_TRANSITION'
    );
  });

  it.each(WITH_CUSTOMER)('cannot be taken from a license that is %s', (state) => {
    expect(refused(decide(aLicense({ state }), { customer: null }, circumstances())).code).toBe(
      'CUSTOMER_REQUIRED'
    );
  });

  it.each(EDITABLE.filter((state) => state !== 'available'))(
    'can be replaced while a license is %s, which it stays',
    (state) => {
      const change = accepted(decide(aLicense({ state }), { customer: aRef(21) }, circumstances()));

      expect(change).toMatchObject({
        action: 'edit',
        from: state,
        to: state,
        changes: { customer: { before: 'document-20', after: 'document-21' } },
      });
    }
  );

  it.each(EDITABLE)('is of the environment of the license that is %s', (state) => {
    const patch = { customer: aRef(21, 'staging') };

    expect(refused(decide(aLicense({ state }), patch, circumstances()))).toMatchObject({
      code: 'CROSS_ENVIRONMENT_RELATION',
      details: { field: 'customer' },
    });
  });
});

describe('what never changes', () => {
  const OTHERS: LicensePatch[] = [
    { key: 'ANOTHER-KEY' },
    { environment: 'staging' },
    { product: aRef(11) },
    { product: null },
    { generator: aRef(31) },
    { generator: null },
    { assignedAt: NOW },
    { assignedAt: null },
    { firstActivatedAt: NOW },
  ];

  it.each(OTHERS)('refuses %j', (patch) => {
    const [field] = Object.keys(patch);

    expect(refused(decide(aLicense(), patch, circumstances()))).toMatchObject({
      code: 'IMMUTABLE_FIELD',
      details: { field },
    });
  });

  it('may be said again as it is', () => {
    const license = aLicense();
    const { key, environment, product, generator, assignedAt, firstActivatedAt } = license;

    expect(
      accepted(
        decide(
          license,
          { key, environment, product, generator, assignedAt, firstActivatedAt },
          circumstances()
        )
      )
    ).toBeNull();
  });
});
