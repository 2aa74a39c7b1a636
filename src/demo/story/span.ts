import type { Faker } from '@faker-js/faker';

import { addValidity } from '../../plugins/license-keys/server/src/domain/expiry';
import type { Unit, Validity } from '../../plugins/license-keys/server/src/domain/types';
import type { Course } from './course';
import { skewed } from './source';

export const DAY = 24 * 60 * 60 * 1000;

type Term = NonNullable<Validity>;

/** The part of a license's life that its story fills: from its assignment to its expiry or today. */
export interface Span {
  from: Date;
  to: Date;
  /** The expiry that a renewal, somewhere in the first half, brings. */
  renewedUntil: Date | null;
}

/** At the least: a month may be a February. */
const DAYS: Record<Unit, number> = { day: 1, month: 28, year: 365 };

const RENEWED = 0.25;
/** In days, since the assignment. */
const LEAST_AGE = 0.5;

export const daysBefore = (date: Date, days: number): Date => new Date(date.getTime() - days * DAY);

/** `start` and so many terms more; a negative number goes back. */
const addTerms = (start: Date, { amount, unit }: Term, count: number): Date =>
  addValidity(start, { amount: amount * count, unit }) ?? start;

/**
 * Days from today to the expiry. Never less than five: counted from an assignment on the last of a month,
 * an expiry can come up to three days earlier than planned.
 */
const remainingDays = (faker: Faker, term: Term): number => {
  const longest = term.amount * DAYS[term.unit] - LEAST_AGE;
  const [least, most] = faker.helpers.weightedArrayElement([
    { weight: 4, value: [5, 7] as const },
    { weight: 6, value: [8, 14] as const },
    { weight: 10, value: [15, 30] as const },
    { weight: 80, value: [31, Infinity] as const },
  ]);
  const [min, max] = [Math.min(least, longest / 2), Math.min(most, longest)];
  return max - (max - min) * skewed(faker, 1.5);
};

const lifetimeSpan = (faker: Faker, now: Date): Span => ({
  from: daysBefore(now, LEAST_AGE + 900 * skewed(faker, 2)),
  to: now,
  renewedUntil: null,
});

export const drawSpan = (faker: Faker, course: Course, validity: Validity, now: Date): Span => {
  if (!validity) {
    return lifetimeSpan(faker, now);
  }
  const isRenewed = faker.datatype.boolean(RENEWED) && course.activates && validity.unit !== 'day';
  const lapsed = 4 + 300 * skewed(faker, 1.5);
  const remaining = remainingDays(faker, validity);
  const target = daysBefore(now, course.lapses ? lapsed : -remaining);
  const from = addTerms(target, validity, isRenewed ? -2 : -1);
  const firstExpiry = addTerms(from, validity, 1);
  const renewedUntil = isRenewed ? addTerms(firstExpiry, validity, 1) : null;
  return { from, to: course.lapses ? (renewedUntil ?? firstExpiry) : now, renewedUntil };
};
