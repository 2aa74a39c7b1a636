const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** From which distance on a unit is used: two months are still better told as 60 days. */
const UNITS = [
  { unit: 'year', size: YEAR, from: 2 * YEAR },
  { unit: 'month', size: MONTH, from: 3 * MONTH },
  { unit: 'day', size: DAY, from: 2 * DAY },
  { unit: 'hour', size: HOUR, from: 2 * HOUR },
  { unit: 'minute', size: MINUTE, from: MINUTE },
] as const;

type Unit = (typeof UNITS)[number]['unit'] | 'second';

/** Zero seconds, said as a word: "now" rather than "in 0 seconds". */
const NOW = [0, 'second', { numeric: 'auto' }] as const;

/**
 * A distance in milliseconds as react-intl takes it; never rounded up, so no day is promised. The page's
 * clock goes by minutes, so nothing under one is counted.
 */
export const relativeTime = (
  distance: number
): readonly [value: number, unit: Unit, options?: { numeric: 'auto' }] => {
  const found = UNITS.find(({ from }) => Math.abs(distance) >= from);
  return found ? [Math.trunc(distance / found.size), found.unit] : NOW;
};
