import fc from 'fast-check';

/** The same numbers for the same seed, evenly between 0 and 1. */
export const randomNumbers = (seed: number, count: number): number[] =>
  fc
    .sample(fc.noBias(fc.integer({ min: 0, max: 999_999 })), { seed, numRuns: count })
    .map((number) => (number + 0.5) / 1_000_000);
