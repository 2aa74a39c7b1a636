import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

/** Told after every step how much of the work is done, from 0 to 1. */
export type Report = (done: number) => Promise<void>;

const show = (label: string, percent: number): void => {
  const text = `${label} … ${String(percent)} %`;
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${text}${percent === 100 ? '\n' : ''}`);
  } else if (percent % 25 === 0) {
    process.stdout.write(`${text}\n`);
  }
};

export const progressOf = (label: string): Report => {
  let shown = -1;
  return async (done) => {
    const percent = Math.floor(done * 100);
    if (percent > shown) {
      shown = percent;
      show(label, percent);
      // The driver of SQLite never waits: without this, a Ctrl-C would not be heard before the end.
      await setImmediate();
    }
  };
};
