import path from 'node:path';

import supertest from 'supertest';

import { startChild } from './child';
import { createDatabase, type TestDatabase } from './database';
import { secrets } from './env';
import type { Http } from './http';
import { appDir } from './paths';
import { freePort } from './port';
import type { StartOptions } from './strapi';
import { eventually } from './wait';

export interface TestServer {
  http: Http;
  url: string;
  database: TestDatabase;
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
  const child = startChild(
    process.execPath,
    [path.join(appDir, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
    {
      cwd: appDir,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: port,
        ...secrets,
        ...database.env,
        ...env,
      },
    }
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await child.ended;
    if (!given) await database.drop();
  };

  try {
    await eventually(async () => {
      child.assertRunning();
      await fetch(`${url}/_health`);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { http: supertest(url), url, database, stop };
};
