import fc from 'fast-check';

import {
  judge,
  type Question,
  type Reason,
  type Subject,
} from '../../src/plugins/license-keys/server/src/domain/verdict';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { after, DAY, NOW } from '../support/domain';
import { aDevice, aSubject } from '../support/subjects';
import { ALL_STATES } from '../support/states';

const VALIDATE: Question = { purpose: 'validate' };
const ACTIVATE: Question = { purpose: 'activate', fingerprint: 'another-device' };
const GRACE = 7;

/** As the contract has them: first match wins, in this order. */
const CONTRACT = [
  ['NOT_FOUND', 'License Not Found', 'CHECK_KEY'],
  ['PRODUCT_MISMATCH', 'Product Mismatch', 'CHECK_PRODUCT'],
  ['REVOKED', 'License Revoked', 'CONTACT_VENDOR'],
  ['SUSPENDED', 'License Suspended', 'CONTACT_VENDOR'],
  ['INACTIVE', 'License Inactive', 'CONTACT_VENDOR'],
  ['EXPIRED', 'License Expired', 'RENEW'],
  ['PRODUCT_INACTIVE', 'Product Inactive', 'CONTACT_VENDOR'],
  ['NOT_ASSIGNED', 'License Not Assigned', 'CONTACT_VENDOR'],
  ['NOT_ACTIVATED', 'License Not Activated', 'ACTIVATE'],
  ['LIMIT_EXCEEDED', 'Limit Exceeded', 'DEACTIVATE_A_DEVICE'],
] as const;

const codesOf = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);
const ask = (subject: Subject | null, question = VALIDATE, graceDays = 0, now = NOW) =>
  judge(subject, question, graceDays, now);

describe('a good license', () => {
  it('has nothing against it', () => {
    expect(ask(aSubject())).toEqual([]);
    expect(ask(aSubject(), ACTIVATE)).toEqual([]);
  });

  it.each(['pro-plan', 'product-1'])('is one of the product %s', (product) => {
    expect(ask(aSubject(), { ...VALIDATE, product })).toEqual([]);
  });

  it('is good for a device that holds a slot, though all are taken', () => {
    const subject = aSubject({ activation: aDevice(), activationLimit: 1, activationCount: 1 });

    expect(ask(subject, { ...VALIDATE, fingerprint: 'device-1' })).toEqual([]);
    expect(ask(subject, { ...ACTIVATE, fingerprint: 'device-1' })).toEqual([]);
  });
});

describe('each reason alone', () => {
  const full = aSubject({ activationLimit: 2, activationCount: 2 });
  const inState = (state: State) => aSubject({ state });

  it.each([
    ['NOT_FOUND', null, VALIDATE, {}],
    ['PRODUCT_MISMATCH', aSubject(), { ...VALIDATE, product: 'other' }, {}],
    ['REVOKED', inState('revoked'), VALIDATE, {}],
    ['SUSPENDED', inState('suspended'), VALIDATE, {}],
    ['INACTIVE', inState('inactive'), VALIDATE, {}],
    ['EXPIRED', inState('expired'), VALIDATE, {}],
    ['EXPIRED', aSubject({ expiresAt: NOW }), VALIDATE, { at: NOW.toISOString() }],
    ['PRODUCT_INACTIVE', aSubject({ productActive: false }), VALIDATE, {}],
    ['NOT_ASSIGNED', inState('available'), VALIDATE, {}],
    ['NOT_ACTIVATED', inState('assigned'), VALIDATE, {}],
    ['NOT_ACTIVATED', aSubject(), { ...VALIDATE, fingerprint: 'unknown' }, {}],
    ['LIMIT_EXCEEDED', full, ACTIVATE, { limit: 2, used: 2 }],
  ] as const)('%s', (code, subject, question, figures) => {
    const row = CONTRACT.find(([name]) => name === code);

    expect(ask(subject, question)).toEqual([
      { code, message: row?.[1], hint: row?.[2], ...figures },
    ]);
  });

  it('does not count a limit that there is not, nor one that is not reached', () => {
    for (const activationLimit of [-1, 3]) {
      expect(ask(aSubject({ activationLimit, activationCount: 2 }), ACTIVATE)).toEqual([]);
    }
  });

  it('lets an assigned license be activated', () => {
    expect(ask(inState('assigned'), ACTIVATE)).toEqual([]);
  });
});

describe('the expiry', () => {
  const subject = aSubject({ expiresAt: NOW });

  it.each([
    [0, -1, []],
    [0, 0, ['EXPIRED']],
    [GRACE, 0, []],
    [GRACE, GRACE * DAY - 1, []],
    [GRACE, GRACE * DAY, ['EXPIRED']],
  ])('with %i days of grace, %i ms after it: %j', (graceDays, elapsed, codes) => {
    expect(codesOf(ask(subject, VALIDATE, graceDays, after(elapsed)))).toEqual(codes);
    expect(codesOf(ask(subject, ACTIVATE, graceDays, after(elapsed)))).toEqual(codes);
  });

  it('names the instant at which the grace ended', () => {
    expect(ask(subject, VALIDATE, GRACE, after(8 * DAY))).toMatchObject([
      { code: 'EXPIRED', at: after(GRACE * DAY).toISOString() },
    ]);
  });
});

describe('all that is wrong', () => {
  interface Flaws {
    state: State;
    mismatch: boolean;
    past: boolean;
    productInactive: boolean;
    unknownDevice: boolean;
    full: boolean;
    purpose: Question['purpose'];
  }

  const flaws: fc.Arbitrary<Flaws> = fc.record({
    state: fc.constantFrom(...ALL_STATES),
    mismatch: fc.boolean(),
    past: fc.boolean(),
    productInactive: fc.boolean(),
    unknownDevice: fc.boolean(),
    full: fc.boolean(),
    purpose: fc.constantFrom('validate', 'activate'),
  });

  const subjectOf = ({ state, past, productInactive, unknownDevice, full }: Flaws) =>
    aSubject({
      state,
      expiresAt: past ? after(-1) : after(1),
      productActive: !productInactive,
      activation: unknownDevice ? null : aDevice(),
      activationLimit: 2,
      activationCount: full ? 2 : 1,
    });

  const conditionsOf = (given: Flaws): Record<string, boolean> => ({
    PRODUCT_MISMATCH: given.mismatch,
    REVOKED: given.state === 'revoked',
    SUSPENDED: given.state === 'suspended',
    INACTIVE: given.state === 'inactive',
    EXPIRED: given.state === 'expired' || given.past,
    PRODUCT_INACTIVE: given.productInactive,
    NOT_ASSIGNED: given.state === 'available',
    NOT_ACTIVATED:
      given.purpose === 'validate' && (given.state === 'assigned' || given.unknownDevice),
    LIMIT_EXCEEDED: given.purpose === 'activate' && given.unknownDevice && given.full,
  });

  it('is listed in the order of the contract', () => {
    fc.assert(
      fc.property(flaws, (given) => {
        const conditions = conditionsOf(given);
        const expected = CONTRACT.map(([code]) => code).filter((code) => conditions[code]);
        const question = {
          purpose: given.purpose,
          product: given.mismatch ? 'other' : 'pro-plan',
          fingerprint: 'device-1',
        };
        expect(codesOf(ask(subjectOf(given), question))).toEqual(expected);
      }),
      { numRuns: 1000 }
    );
  });
});
