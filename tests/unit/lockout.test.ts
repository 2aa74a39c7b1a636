import { lockoutSeconds } from '../../src/plugins/license-keys/server/src/domain/lockout';

describe('a lock-out', () => {
  it('lasts twice as long each time, up to the longest', () => {
    expect([1, 2, 3, 4, 5, 2000].map((nth) => lockoutSeconds(nth, 10))).toEqual([
      60, 120, 240, 480, 600, 600,
    ]);
  });

  it('does not grow where the longest is a minute', () => {
    expect([1, 2, 3].map((nth) => lockoutSeconds(nth, 1))).toEqual([60, 60, 60]);
  });
});
