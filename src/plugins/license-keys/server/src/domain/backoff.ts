const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long to wait after the first attempt that failed, the second, and so on. */
const DELAYS = [15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;

/** When to try again what has failed so many times: later each time, up to a quarter of an hour. */
export const nextAttempt = (failures: number, now: Date): Date => {
  const delay = DELAYS[Math.min(failures, DELAYS.length) - 1] ?? DELAYS[0];
  return new Date(now.getTime() + delay);
};
