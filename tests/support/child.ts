import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  /** Throws what the process wrote if it has ended. */
  assertRunning: () => void;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<unknown>;
}

/** Starts a process that lasts and keeps the end of what it writes. */
export const startChild = (
  command: string,
  args: readonly string[],
  options: SpawnOptions
): Child => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  return {
    assertRunning: () => {
      if (child.exitCode === null && child.signalCode === null) return;
      throw new Error(`${[command, ...args].join(' ')} has ended:\n${output}`);
    },
    kill: (signal) => child.kill(signal),
    ended: once(child, 'exit'),
  };
};
