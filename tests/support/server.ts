import path from 'node:path';

import supertest from 'supertest';

import { startChild } from './child';
import { createDatabase, type TestDatabase } from './database';
import { secrets } from './env';
import { documented } from './documented';
import type { Http } from './http';
import { watchChild } from './leaks/child';
import { appDir } from './paths';
import { freePort } from './port';
import type { StartOptions } from './strapi';
import { eventually } from './wait';

export interface TestServer {
  pid: number;
  http: Http;
  url: string;
  database: TestDatabase;
  /**
   * Sends a signal, SIGKILL where none is given, and waits for the end; the exit code, null where the signal has
   * ended the process. Fails where a secret stands in what was written.
   */
  kill: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** As kill by SIGTERM; a database of its own is gone afterwards. */
  stop: () => Promise<void>;
}

/** Starts the production build, admin panel included, as a process of its own. */
export const startServer = async ({
  database: given,
  env = {},
}: StartOptions = {}): Promise<TestServer> => {
  const database = given ?? (await createDatabase());
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const own = { ...secrets, ...database.env, ...env };
  const watch = watchChild(url, database, own);
  const child = startChild(
    process.execPath,
    [path.join(appDir, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
    {
      cwd: appDir,
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, ...own },
    },
    watch.onOutput
  );
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return child.ended;
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> => {
    const code = await end(signal);
    await watch.assertNone();
    return code;
  };
  const release = async (): Promise<void> => {
    if (!given) await database.drop();
  };
  const stop = async (): Promise<void> => {
    try {
      await kill('SIGTERM');
    } finally {
      await release();
    }
  };

  try {
    await eventually(
      async () => {
        child.assertRunning();
        await fetch(`${url}/_health`);
      },
      { timeout: 120_000 }
    );
    await watch.keepKeys();
  } catch (error) {
    await end('SIGTERM');
    await release();
    throw error;
  }
  const http = watch.answersTo(documented(supertest(url)));
  return { pid: child.pid, http, url, database, kill, stop };
};
