import { decideChange } from '../../src/plugins/license-keys/server/src/domain/change';
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

const MONTH = { amount: 1, unit: 'month' } as const;

describe('the expiry of an assigned license', () => {
  const customer = aRef(20);
  const assign = (expiresAt: Date | null, patch = {}) =>
    accepted(
      decideChange(
        aLicense({ state: 'available', expiresAt, validity: MONTH }),
        { customer, ...patch },
        circumstances()
      )
    )?.fields;

  it('counts from the assignment', () => {
    expect(assign(null)).toMatchObject({
      assignedAt: NOW,
      expiresAt: new Date('2026-04-15T12:00:00.000Z'),
    });
  });

  it('is the one that the license has already', () => {
    expect(assign(after(DAY))).not.toHaveProperty('expiresAt');
  });

  it('is the one that comes with the assignment', () => {
    expect(assign(null, { expiresAt: after(DAY) })).toMatchObject({ expiresAt: after(DAY) });
  });

  it('is never where that comes with the assignment, whatever the generator says', () => {
    expect(assign(null, { expiresAt: null })).toEqual({
      customer,
      state: 'assigned',
      assignedAt: NOW,
    });
    expect(assign(after(DAY), { expiresAt: null })).toMatchObject({ expiresAt: null });
  });

  it('is never, where the generator sets no validity', () => {
    const license = aLicense({ state: 'available' });
    const change = accepted(decideChange(license, { customer }, circumstances()));

    expect(change?.fields).not.toHaveProperty('expiresAt');
  });
});

describe.each(['inactive', 'suspended'] as const)('a license that is %s', (state) => {
  const expired = aLicense({ state, expiresAt: after(-DAY) });
  const reenable = (graceDays: number, now = NOW, patch = {}) =>
    decideChange(expired, { state: 'active', ...patch }, circumstances({ graceDays, now }));

  it('does not become active past its expiry', () => {
    expect(refused(reenable(0))).toMatchObject({
      code: 'LICENSE_EXPIRED',
      details: { from: state, to: 'active', expiresAt: after(-DAY) },
    });
  });

  it('becomes active until the last instant of its grace', () => {
    expect(accepted(reenable(2, after(DAY - 1)))?.to).toBe('active');
    expect(refused(reenable(2, after(DAY))).code).toBe('LICENSE_EXPIRED');
  });

  it('becomes active where its expiry is extended with it', () => {
    expect(accepted(reenable(0, NOW, { expiresAt: after(DAY) }))?.fields).toEqual({
      state: 'active',
      expiresAt: after(DAY),
    });
  });

  it('may have its expiry extended first', () => {
    const change = accepted(decideChange(expired, { expiresAt: null }, circumstances()));

    expect(change).toMatchObject({ action: 'edit', to: state, fields: { expiresAt: null } });
  });
});
