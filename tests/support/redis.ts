import { Redis } from 'ioredis';

import { startChild } from './child';
import { freePort } from './port';
import { demandPrograms } from './programs';
import { eventually } from './wait';

/** A Redis of one test. */
export interface TestRedis {
  url: string;
  /** Ends what counts under this key. */
  forget: (key: string) => Promise<void>;
  /** From now on it takes what it is told and answers nothing. */
  hang: () => void;
  /** Answers again, first what it was told meanwhile. */
  goOn: () => void;
  stop: () => Promise<void>;
}

const withClient = async (
  url: string,
  work: (client: Redis) => Promise<unknown>
): Promise<void> => {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    client.disconnect();
  }
};

export const startRedis = async (): Promise<TestRedis> => {
  demandPrograms('limits');
  const port = String(await freePort());
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = startChild('redis-server', args, {});
  const url = `redis://127.0.0.1:${port}`;
  await eventually(async () => {
    child.assertRunning();
    await withClient(url, async (client) => client.ping());
  });
  return {
    url,
    forget: async (key) => withClient(url, async (client) => client.del(key)),
    hang: () => {
      child.kill('SIGSTOP');
    },
    goOn: () => {
      child.kill('SIGCONT');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await child.ended;
    },
  };
};
