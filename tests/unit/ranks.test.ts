import { randomNumbers } from '../support/random';
import { areApart, mannWhitney, median, spread } from '../support/ranks';

const REQUESTS = 1000;

/** Milliseconds as answers take them: 3, with a tail of slow ones. */
const times = (seed: number): number[] => {
  const [first, second] = [randomNumbers(seed, REQUESTS), randomNumbers(seed + 1000, REQUESTS)];
  return first.map((number, index) => {
    const normal = Math.sqrt(-2 * Math.log(number)) * Math.cos(2 * Math.PI * (second[index] ?? 0));
    return 3 * Math.exp(0.2 * normal);
  });
};

const slower = (values: readonly number[], by: number): number[] =>
  values.map((value) => value + by);

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

/** Milliseconds that one more look-up in the database takes, at the least. */
const LOOK_UP = 0.3;

it('gives the text-book values of U, ties included', () => {
  expect(mannWhitney([1, 2, 3], [4, 5, 6])).toBeCloseTo(-4.5 / Math.sqrt(5.25), 10);
  expect(mannWhitney([4, 5, 6], [1, 2, 3])).toBeCloseTo(4.5 / Math.sqrt(5.25), 10);
  expect(mannWhitney([1, 2, 2], [2, 3, 3])).toBeCloseTo(-3.5 / Math.sqrt(4.5), 10);
  expect(mannWhitney([7, 7], [7, 7])).toBe(0);
});

it('gives the median and the range of the middle half', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(spread([1, 2, 3, 4, 5])).toBe(2);
});

it.each(SEEDS)('takes two samples of one distribution for the same (%i)', (seed) => {
  expect(areApart(times(seed), times(seed + 100))).toBe(false);
});

it.each(SEEDS)('tells times apart that differ by a look-up in the database (%i)', (seed) => {
  expect(areApart(times(seed), slower(times(seed + 100), LOOK_UP))).toBe(true);
  expect(areApart(slower(times(seed), LOOK_UP), times(seed + 100))).toBe(true);
});

it('tells them apart on a loaded machine, where one answer in ten waits long', () => {
  const loaded = (seed: number): number[] => {
    const waits = randomNumbers(seed + 2000, REQUESTS);
    return times(seed).map((time, index) => time + ((waits[index] ?? 1) < 0.1 ? 50 : 0));
  };

  expect(areApart(loaded(1), loaded(101))).toBe(false);
  expect(areApart(loaded(1), slower(loaded(101), LOOK_UP))).toBe(true);
});

it('does not take a difference for one that is sure but lost in the spread', () => {
  const many = Array.from({ length: 200_000 }, (_, index) => index % 1000);

  expect(mannWhitney(slower(many, 20), many)).toBeGreaterThan(4.89);
  expect(areApart(slower(many, 20), many)).toBe(false);
});
