import { AsyncResource } from 'node:async_hooks';

import type { Engine } from './engine';

/** Runs jobs one after the other inside this process: SQLite serves no other. */
export const localEngine = (): Engine => {
  let run: (jobId: number) => Promise<void> = () => Promise.resolve();
  let last = Promise.resolve();
  let stopped = false;
  const waiting = new Set<number>();

  return {
    start(handler) {
      // Outside of whatever transaction a job is written in.
      run = AsyncResource.bind(handler);
      return Promise.resolve();
    },
    wake(jobId) {
      if (!waiting.has(jobId)) {
        waiting.add(jobId);
        last = last.then(async () => {
          waiting.delete(jobId);
          if (!stopped) {
            await run(jobId);
          }
        });
      }
      return Promise.resolve();
    },
    async stop() {
      stopped = true;
      await last;
    },
  };
};
