import type { Engine } from './engine';

/** Runs jobs one after the other inside this process: SQLite serves no other. */
export const localEngine = (): Engine => {
  let run: (jobId: number) => Promise<void> = () => Promise.resolve();
  let last = Promise.resolve();
  let stopped = false;

  return {
    start(handler) {
      run = handler;
      return Promise.resolve();
    },
    wake(jobId) {
      last = last.then(async () => {
        if (!stopped) {
          await run(jobId);
        }
      });
      return Promise.resolve();
    },
    async stop() {
      stopped = true;
      await last;
    },
  };
};
