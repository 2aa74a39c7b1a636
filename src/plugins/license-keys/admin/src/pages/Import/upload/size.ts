import type { IntlShape } from 'react-intl';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1024;

/** A number of bytes as people read it. */
export const sizeOf = (bytes: number, formatNumber: IntlShape['formatNumber']): string => {
  const power = Math.max(1, Math.min(UNITS.length, Math.floor(Math.log(bytes) / Math.log(STEP))));
  return formatNumber(bytes / STEP ** power, {
    style: 'unit',
    unit: UNITS[power - 1],
    maximumFractionDigits: 1,
  });
};
