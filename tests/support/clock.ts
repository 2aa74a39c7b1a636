/** Stops the time of this process, for `Date` alone: timers go on. Ends with `jest.useRealTimers()`. */
export const stopClock = (): void => {
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
};

/** Moves the stopped time on. */
export const passTime = (seconds: number): void => {
  jest.setSystemTime(Date.now() + seconds * 1000);
};
