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
  { unit: 'minute', size: MINUTE, from: 0 },
] as const;

type Unit = (typeof UNITS)[number]['unit'];

/** A distance in milliseconds as react-intl takes it; never rounded up, so no day is promised. */
export const relativeTime = (distance: number): [value: number, unit: Unit] => {
  const { unit, size } = UNITS.find(({ from }) => Math.abs(distance) >= from) ?? UNITS[4];
  return [Math.trunc(distance / size), unit];
};
