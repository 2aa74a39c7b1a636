import { decideCreation } from '../../src/plugins/license-keys/server/src/domain/creation';
import { accepted, aDraft, after, aGenerator, aRef, DAY, NOW, refused } from '../support/domain';
import { ALL_STATES, FIRST_STATES } from '../support/states';

const create = (fields: Parameters<typeof aDraft>[0]) => decideCreation(aDraft(fields), NOW);
const customer = aRef(20);
const MONTH = { amount: 1, unit: 'month' } as const;

describe('the first state', () => {
  it.each([undefined, 'available'] as const)('is available without a customer (%s)', (state) => {
    const { license, change } = accepted(create({ state }));

    expect(license).toMatchObject({ state: 'available', assignedAt: null, expiresAt: null });
    expect(change).toMatchObject({ action: 'create', from: null, to: 'available', fields: {} });
  });

  it.each([undefined, 'assigned'] as const)('is assigned with a customer (%s)', (state) => {
    const { license, change } = accepted(create({ state, customer }));

    expect(license).toMatchObject({ state: 'assigned', assignedAt: NOW, customer });
    expect(change).toMatchObject({ action: 'create', from: null, to: 'assigned' });
  });

  it.each(ALL_STATES.filter((state) => !FIRST_STATES.includes(state)))(
    'is never %s, with or without a customer',
    (state) => {
      for (const draft of [{ state }, { state, customer }]) {
        expect(refused(create(draft))).toMatchObject({
          code: 'INVALID_TRANSITION',
          details: { from: null, to: state, allowed: FIRST_STATES },
        });
      }
    }
  );

  it('cannot be assigned to nobody', () => {
    expect(refused(create({ state: 'assigned' })).code).toBe('CUSTOMER_REQUIRED');
  });

  it('cannot be available and somebody’s', () => {
    expect(refused(create({ state: 'available', customer })).code).toBe('INVALID_TRANSITION');
  });
});

describe('the expiry of a new license', () => {
  const generator = aGenerator({ validity: MONTH });

  it('counts from the assignment', () => {
    expect(accepted(create({ generator, customer })).license.expiresAt).toEqual(
      new Date('2026-04-15T12:00:00.000Z')
    );
  });

  it('does not run in the pool', () => {
    expect(accepted(create({ generator })).license.expiresAt).toBeNull();
  });

  it('is the explicit one, where there is one', () => {
    expect(
      accepted(create({ generator, customer, expiresAt: after(DAY) })).license.expiresAt
    ).toEqual(after(DAY));
  });

  it.each([null, customer])('is never where that is asked for, for %j', (somebody) => {
    const draft = { generator, customer: somebody, expiresAt: null };

    expect(accepted(create(draft)).license).toMatchObject({ expiresAt: null, validity: null });
  });
});

describe('a new license', () => {
  it.each([
    [{ product: null }, 'PRODUCT_REQUIRED', 'product'],
    [{ product: aRef(10, 'staging') }, 'CROSS_ENVIRONMENT_RELATION', 'product'],
    [{ customer: aRef(20, 'staging') }, 'CROSS_ENVIRONMENT_RELATION', 'customer'],
    [
      { generator: aGenerator({ environment: 'staging' }) },
      'CROSS_ENVIRONMENT_RELATION',
      'generator',
    ],
    [{ generator: aGenerator({ product: aRef(11) }) }, 'GENERATOR_PRODUCT_MISMATCH', 'generator'],
    [{ key: '' }, 'INVALID_KEY', 'key'],
    [{ activationLimit: 0 }, 'INVALID_ACTIVATION_LIMIT', 'activationLimit'],
    [{ expiresAt: NOW }, 'INVALID_EXPIRY', 'expiresAt'],
  ])('with %j is refused as %s', (fields, code, field) => {
    expect(refused(create(fields))).toMatchObject({ code, details: { field } });
  });

  it('is audited whole, but for its key', () => {
    const { change } = accepted(create({ customer, expiresAt: after(DAY) }));

    expect(change.changes).toEqual({
      product: { before: null, after: 'document-10' },
      customer: { before: null, after: 'document-20' },
      activationLimit: { before: null, after: 5 },
      expiresAt: { before: null, after: after(DAY).toISOString() },
      assignedAt: { before: null, after: NOW.toISOString() },
      features: { before: null, after: { seats: 5 } },
      metadata: { before: null, after: { order: 'A-1' } },
    });
  });
});
