import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  pid: number;
  /** Throws what the process wrote if it has ended. */
  assertRunning: () => void;
  kill: (signal: NodeJS.Signals) => void;
  /** With the exit code; null where a signal has ended it. */
  ended: Promise<number | null>;
}

/** Starts a process that lasts and keeps the end of what it writes. */
export const startChild = (
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  onOutput: (text: string) => void = () => undefined
): Child => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    const text = chunk.toString();
    output = (output + text).slice(-20_000);
    onOutput(text);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  return {
    pid: child.pid ?? 0,
    assertRunning: () => {
      if (child.exitCode === null && child.signalCode === null) return;
      throw new Error(`${[command, ...args].join(' ')} has ended:\n${output}`);
    },
    kill: (signal) => child.kill(signal),
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
};
