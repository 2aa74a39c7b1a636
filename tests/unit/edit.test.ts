import fc from 'fast-check';

import {
  decideChange,
  type LicensePatch,
} from '../../src/plugins/license-keys/server/src/domain/change';
import {
  accepted,
  after,
  aLicense,
  aRef,
  circumstances,
  DAY,
  NOW,
  refused,
} from '../support/domain';
import { ALL_STATES, isLegal } from '../support/states';

const CLOSED = [
  ['expired', 'LICENSE_EXPIRED'],
  ['revoked', 'LICENSE_REVOKED'],
] as const;
const OPEN = ALL_STATES.filter((state) => !['expired', 'revoked'].includes(state));

const EDITS: LicensePatch[] = [
  { activationLimit: 6 },
  { activationLimit: -1 },
  { expiresAt: after(DAY) },
  { features: {} },
  { metadata: { order: 'A-2' } },
];

const CASES = OPEN.flatMap((state) => EDITS.map((patch) => [state, patch] as const));

describe('an edit', () => {
  it.each(CASES)('of a license that is %s: %j', (state, patch) => {
    const change = accepted(decideChange(aLicense({ state }), patch, circumstances()));

    expect(change).toMatchObject({ action: 'edit', from: state, to: state, fields: patch });
    expect(Object.keys(change?.changes ?? {})).toEqual(Object.keys(patch));
  });

  it.each(CLOSED)('of a license that is %s is refused', (state, code) => {
    for (const patch of [...EDITS, { customer: aRef(21) }]) {
      expect(refused(decideChange(aLicense({ state }), patch, circumstances())).code).toBe(code);
    }
  });

  it('tells what a field was and what it became', () => {
    const license = aLicense({ expiresAt: after(DAY) });
    const patch = { activationLimit: 9, expiresAt: null, metadata: { order: 'A-1' } };

    expect(accepted(decideChange(license, patch, circumstances()))?.changes).toEqual({
      activationLimit: { before: 5, after: 9 },
      expiresAt: { before: after(DAY).toISOString(), after: null },
    });
  });

  it('sees a difference in JSON that looks like a reference', () => {
    const license = aLicense({ metadata: { documentId: 'same', seats: 1 } });
    const metadata = { documentId: 'same', seats: 2 };

    expect(accepted(decideChange(license, { metadata }, circumstances()))?.changes).toEqual({
      metadata: { before: license.metadata, after: metadata },
    });
  });

  it('does not take the order of members for a difference', () => {
    const license = aLicense({ features: { a: 1, b: { c: 2, d: 3 } } });
    const features = { b: { d: 3, c: 2 }, a: 1 };

    expect(accepted(decideChange(license, { features }, circumstances()))).toBeNull();
  });

  it.each([
    [{ activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT'],
    [{ expiresAt: NOW }, 'INVALID_EXPIRY'],
    [{ expiresAt: new Date(Number.NaN) }, 'INVALID_EXPIRY'],
  ] as const)('with %p is refused as %s', (patch, code) => {
    expect(refused(decideChange(aLicense(), patch, circumstances())).code).toBe(code);
  });

  it('may say a past expiry again as it is', () => {
    const license = aLicense({ expiresAt: after(-DAY) });
    const patch = { expiresAt: after(-DAY), activationLimit: 7 };

    expect(accepted(decideChange(license, patch, circumstances()))?.fields).toEqual({
      activationLimit: 7,
    });
  });
});

describe('whatever is asked for', () => {
  const patches = fc.record<LicensePatch>(
    {
      state: fc.constantFrom(...ALL_STATES),
      customer: fc.option(fc.constantFrom(aRef(20), aRef(21), aRef(22, 'staging'))),
      activationLimit: fc.oneof(fc.constantFrom(-1, 0, 5, 10_000, 10_001), fc.double()),
      expiresAt: fc.option(fc.date({ min: after(-DAY), max: after(DAY) })),
      key: fc.constantFrom('ABCD-EFGH-JKMN', 'OTHER'),
    },
    { requiredKeys: [] }
  );
  const licenses = fc
    .record({
      state: fc.constantFrom(...ALL_STATES),
      expiresAt: fc.option(fc.date({ noInvalidDate: true })),
    })
    .map(aLicense);

  it('leads to the same state or along the table', () => {
    fc.assert(
      fc.property(licenses, patches, (license, patch) => {
        const decision = decideChange(license, patch, circumstances());
        const change = decision.ok ? decision.value : null;
        if (!change) return;
        const { from, to, fields, action } = change;
        expect(from).toBe(license.state);
        expect(from === to || isLegal(license.state, patch.state ?? 'assigned')).toBe(true);
        expect(fields.state ?? from).toBe(to);
        expect(action === 'edit').toBe(from === to);
      })
    );
  });

  it('is done once: asked for again, it changes nothing', () => {
    fc.assert(
      fc.property(licenses, patches, (license, patch) => {
        const decision = decideChange(license, patch, circumstances());
        if (!decision.ok) return;
        const changed = { ...license, ...decision.value?.fields };
        expect(accepted(decideChange(changed, patch, circumstances()))).toBeNull();
      })
    );
  });
});
