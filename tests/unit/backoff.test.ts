import { nextAttempt } from '../../src/plugins/license-keys/server/src/domain/backoff';

const now = new Date('2026-01-01T00:00:00Z');
const secondsAfter = (failures: number): number =>
  (nextAttempt(failures, now).getTime() - now.getTime()) / 1000;

it('waits longer after each failure, up to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 50].map(secondsAfter)).toEqual([15, 60, 300, 900, 900, 900]);
});
