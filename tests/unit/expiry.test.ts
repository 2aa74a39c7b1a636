import fc from 'fast-check';

import {
  addValidity,
  graceEnd,
  isInGrace,
  isPast,
  isValidity,
} from '../../src/plugins/license-keys/server/src/domain/expiry';
import { after, DAY, NOW } from '../support/domain';

const starts = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2150-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const months = fc.integer({ min: 1, max: 1200 });

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastDayOf = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;

const add = (start: Date, amount: number, unit: 'day' | 'month' | 'year'): Date => {
  const end = addValidity(start, { amount, unit });
  if (!end) throw new Error('A validity has an end.');
  return end;
};

describe('a validity in months', () => {
  it.each([
    ['2026-01-31T10:30:00.000Z', 1, '2026-02-28T10:30:00.000Z'],
    ['2028-01-31T10:30:00.000Z', 1, '2028-02-29T10:30:00.000Z'],
    ['2026-01-31T00:00:00.000Z', 3, '2026-04-30T00:00:00.000Z'],
    ['2026-02-28T23:59:59.999Z', 1, '2026-03-28T23:59:59.999Z'],
    ['2026-12-31T23:59:59.999Z', 2, '2027-02-28T23:59:59.999Z'],
    ['2026-03-15T12:00:00.000Z', 12, '2027-03-15T12:00:00.000Z'],
  ])('from %s, %i of them, ends at %s', (start, amount, end) => {
    expect(add(new Date(start), amount, 'month').toISOString()).toBe(end);
  });

  it('moves by months, keeps the time of day and clamps the day to the month', () => {
    fc.assert(
      fc.property(starts, months, (start, amount) => {
        const end = add(start, amount, 'month');
        const index = start.getUTCFullYear() * 12 + start.getUTCMonth() + amount;
        const [year, month] = [Math.floor(index / 12), index % 12];
        expect([end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate()]).toEqual([
          year,
          month,
          Math.min(start.getUTCDate(), lastDayOf(year, month)),
        ]);
        expect(end.toISOString().slice(11)).toBe(start.toISOString().slice(11));
      })
    );
  });

  it('is longer with every month', () => {
    fc.assert(
      fc.property(starts, months, (start, amount) => {
        expect(add(start, amount + 1, 'month').getTime()).toBeGreaterThan(
          add(start, amount, 'month').getTime()
        );
      })
    );
  });
});

describe('a validity', () => {
  it('in years is twelve months each', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 100 }), (start, amount) => {
        expect(add(start, amount, 'year')).toEqual(add(start, amount * 12, 'month'));
      })
    );
  });

  it('of a year ends on February 28 for who began on February 29', () => {
    expect(add(new Date('2028-02-29T08:00:00Z'), 1, 'year')).toEqual(
      new Date('2029-02-28T08:00:00Z')
    );
  });

  it('in days is so many times 24 hours', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 36_500 }), (start, amount) => {
        expect(add(start, amount, 'day').getTime() - start.getTime()).toBe(amount * DAY);
      })
    );
  });

  it('leaves the instant that it counts from alone', () => {
    const start = new Date(NOW);
    add(start, 1, 'month');

    expect(start).toEqual(NOW);
  });

  it('that is none lasts for ever', () => {
    expect(addValidity(NOW, null)).toBeNull();
  });

  it.each([
    null,
    { amount: 1, unit: 'day' },
    { amount: 36_500, unit: 'day' },
    { amount: 1200, unit: 'month' },
    { amount: 100, unit: 'year' },
  ])('may be %j', (value) => {
    expect(isValidity(value)).toBe(true);
  });

  it.each([
    undefined,
    30,
    'year',
    [1, 'day'],
    {},
    { amount: 0, unit: 'day' },
    { amount: -1, unit: 'day' },
    { amount: 1.5, unit: 'month' },
    { amount: '1', unit: 'month' },
    { amount: 1, unit: 'week' },
    { amount: 36_501, unit: 'day' },
    { amount: 1201, unit: 'month' },
    { amount: 101, unit: 'year' },
  ])('may not be %j', (value) => {
    expect(isValidity(value)).toBe(false);
  });
});

describe('the grace period', () => {
  it('ends so many days after the expiry', () => {
    expect(graceEnd(NOW, 7)).toEqual(after(7 * DAY));
    expect(graceEnd(null, 7)).toBeNull();
  });

  it.each([
    ['before the expiry', -1, false, false],
    ['at the expiry', 0, true, false],
    ['at its last instant', 7 * DAY - 1, true, false],
    ['after it', 7 * DAY, false, true],
  ])('%s', (_when, elapsed, inGrace, past) => {
    expect(isInGrace(NOW, 7, after(elapsed))).toBe(inGrace);
    expect(isPast(NOW, 7, after(elapsed))).toBe(past);
  });

  it('of no days lets a license end with its expiry', () => {
    expect(isPast(NOW, 0, after(-1))).toBe(false);
    expect(isPast(NOW, 0, NOW)).toBe(true);
    expect(isInGrace(NOW, 0, NOW)).toBe(false);
  });

  it('never comes for a lifetime license', () => {
    fc.assert(
      fc.property(starts, fc.nat({ max: 90 }), (now, graceDays) => {
        expect(isPast(null, graceDays, now)).toBe(false);
        expect(isInGrace(null, graceDays, now)).toBe(false);
      })
    );
  });

  it('makes three times of a license’s life, one at each instant', () => {
    fc.assert(
      fc.property(starts, starts, fc.nat({ max: 90 }), (expiresAt, now, graceDays) => {
        const times = [
          now < expiresAt,
          isInGrace(expiresAt, graceDays, now),
          isPast(expiresAt, graceDays, now),
        ];
        expect(times.filter(Boolean)).toHaveLength(1);
      })
    );
  });
});
