import { remainingSeconds } from '../../src/plugins/license-keys/server/src/domain/progress';

const resumedAt = new Date('2026-01-01T00:00:00Z');
const after = (seconds: number): Date => new Date(resumedAt.getTime() + seconds * 1000);

it('goes by the pace since the job was taken up, not since it was asked for', () => {
  const progress = { total: 1000, done: 300, resumedAt, resumedDone: 200 };
  expect(remainingSeconds(progress, after(10))).toBe(70);
});

it('knows nothing before the first step', () => {
  expect(remainingSeconds({ total: 10, done: 4, resumedAt, resumedDone: 4 }, after(10))).toBeNull();
  expect(
    remainingSeconds({ total: 10, done: 4, resumedAt: null, resumedDone: 0 }, after(10))
  ).toBeNull();
});

it('is nothing at the end', () => {
  expect(remainingSeconds({ total: 10, done: 10, resumedAt, resumedDone: 0 }, after(10))).toBe(0);
});
