/*
 * Statistics of ranks: they ask nothing of the shape of a distribution, and outliers hardly move them.
 */

const at = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  return low + (position - below) * ((sorted[below + 1] ?? low) - low);
};

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => at(ascending(values), 0.5);

/** The range of the middle half. */
export const spread = (values: readonly number[]): number => {
  const sorted = ascending(values);
  return at(sorted, 0.75) - at(sorted, 0.25);
};

/** The sum of the first sample's ranks among all values; equal values share the mean of their ranks. */
const rankSum = (first: readonly number[], second: readonly number[]) => {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  let sum = 0;
  let ties = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const count = end - start;
    sum += all.slice(start, end).filter(({ isFirst }) => isFirst).length * ((start + end + 1) / 2);
    ties += count ** 3 - count;
    start = end;
  }
  return { sum, ties };
};

/**
 * Mann and Whitney's U in standard deviations from what it would be for two samples of one distribution, ties
 * considered; positive where the first sample is the larger one.
 */
export const mannWhitney = (first: readonly number[], second: readonly number[]): number => {
  const [n, m] = [first.length, second.length];
  const { sum, ties } = rankSum(first, second);
  const total = n + m;
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  const u = sum - (n * (n + 1)) / 2;
  return deviation === 0 ? 0 : (u - (n * m) / 2) / deviation;
};

/** Standard deviations that chance exceeds, to either side, once in a million times. */
const CHANCE = 4.89;
/** Of the middle half's range: a difference of the medians below it is of no use to anybody. */
const SHARE = 0.1;

/** Whether somebody who measures could tell two kinds of requests apart. */
export const areApart = (first: readonly number[], second: readonly number[]): boolean =>
  Math.abs(mannWhitney(first, second)) > CHANCE &&
  Math.abs(median(first) - median(second)) > SHARE * spread([...first, ...second]);
