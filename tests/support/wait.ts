import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until the attempt succeeds; its last error is the one that counts. */
export const eventually = async <T>(
  attempt: () => Promise<T>,
  { timeout = 30_000, interval = 100 } = {}
): Promise<T> => {
  const deadline = Date.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(interval);
    }
  }
};
