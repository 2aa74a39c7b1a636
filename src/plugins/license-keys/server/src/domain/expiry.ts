import { MAX_VALIDITY } from '../../../shared/limits';
import { isJsonObject } from './json';
import type { Validity } from './types';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The instant `validity` after `start`, in UTC. Months and years clamp to the month's last day:
 * January 31 and one month is the last of February. Null (lifetime) for no validity.
 */
export const addValidity = (start: Date, validity: Validity): Date | null => {
  if (!validity) {
    return null;
  }
  const { amount, unit } = validity;
  if (unit === 'day') {
    return new Date(start.getTime() + amount * DAY);
  }
  const result = new Date(start);
  const day = result.getUTCDate();
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + (unit === 'year' ? amount * 12 : amount));
  const lastDay = new Date(
    Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)
  ).getUTCDate();
  result.setUTCDate(Math.min(day, lastDay));
  return result;
};

/** The end of the grace period; null for a lifetime license. */
export const graceEnd = (expiresAt: Date | null, graceDays: number): Date | null =>
  expiresAt && new Date(expiresAt.getTime() + graceDays * DAY);

/** Whether a license with this expiry no longer validates: it runs until the last instant of its grace. */
export const isPast = (expiresAt: Date | null, graceDays: number, now: Date): boolean => {
  const end = graceEnd(expiresAt, graceDays);
  return end !== null && now >= end;
};

export const isInGrace = (expiresAt: Date | null, graceDays: number, now: Date): boolean =>
  expiresAt !== null && now >= expiresAt && !isPast(expiresAt, graceDays, now);

export const isValidity = (value: unknown): value is Validity => {
  if (value === null) {
    return true;
  }
  if (!isJsonObject(value)) {
    return false;
  }
  const { amount, unit } = value;
  return (
    (unit === 'day' || unit === 'month' || unit === 'year') &&
    Number.isInteger(amount) &&
    Number(amount) >= 1 &&
    Number(amount) <= MAX_VALIDITY[unit]
  );
};
