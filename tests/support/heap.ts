import path from 'node:path';

import { freePort } from './port';
import { startServer, type TestServer } from './server';
import type { StartOptions } from './strapi';

export interface MeasuredServer extends TestServer {
  /** What is in use, buffers included, once all garbage is gone, and how many connections are open. */
  heap: () => Promise<{ bytes: number; connections: number }>;
}

const PROBE = path.join(__dirname, 'heap-probe.cjs');

/**
 * A server as a process of its own: what tests and other servers hold is in no figure. It takes headers of 64 KB, so
 * that a request can weigh something.
 */
export const startMeasured = async ({
  env,
  ...options
}: StartOptions = {}): Promise<MeasuredServer> => {
  const port = String(await freePort());
  const server = await startServer({
    ...options,
    env: {
      ...env,
      NODE_OPTIONS: `--require ${JSON.stringify(PROBE)} --max-http-header-size=65536`,
      HEAP_PROBE_PORT: port,
    },
  });
  const heap = async () => {
    const response = await fetch(`http://127.0.0.1:${port}`);
    return (await response.json()) as Awaited<ReturnType<MeasuredServer['heap']>>;
  };
  return { ...server, heap };
};
