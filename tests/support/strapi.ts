import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';

import { createDatabase, type TestDatabase } from './database';
import { applyEnv, secrets } from './env';
import { documented } from './documented';
import type { Http } from './http';
import { watchAnswers } from './leaks/answers';
import { keepKeys, noteRecords, watchDatabase } from './leaks/database';
import { watchConsole, watchLog } from './leaks/log';
import { createRecorder, keepEnvironment, type Recorder } from './leaks/recorder';
import { keepSigningKeys } from './leaks/signing-keys';
import { appDir } from './paths';

export interface StartOptions {
  /** A database to use and to leave; without it, the application gets one of its own. */
  database?: TestDatabase;
  /** Further variables, such as the plugin's LICENSE_… */
  env?: Readonly<Record<string, string>>;
}

export interface BootOptions extends StartOptions {
  /** Whether the admin panel is there too. */
  servesPanel?: boolean;
}

export interface TestStrapi {
  strapi: Core.Strapi;
  /** supertest on the listening server: `http.post('/api/license-keys/…')`. */
  http: Http;
  url: string;
  database: TestDatabase;
  /** Something that this application wrote, or a script on its database. */
  note: Recorder['note'];
  /** Secrets that stand in what was written so far. */
  leaks: () => Promise<string[]>;
  /** Fails where a secret stands in what was written. */
  stop: () => Promise<void>;
}

const boot = async (recorder: Recorder, serveAdminPanel: boolean): Promise<Core.Strapi> => {
  const distDir = path.join(appDir, 'dist');
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel });
  watchLog(strapi, recorder);
  try {
    await strapi.load();
    watchDatabase(strapi, recorder);
    watchAnswers(strapi.server.httpServer, recorder);
    // No sweep comes in between; a test runs a job by its invoke().
    strapi.cron.stop();
    strapi.server.mount();
    strapi.server.httpServer.listen(0, '127.0.0.1');
    await once(strapi.server.httpServer, 'listening');
    return strapi;
  } catch (error) {
    // A half-booted application may not be able to stop; what counts is why it could not start.
    await strapi.destroy().catch((reason: unknown) => {
      console.warn(reason);
    });
    throw error;
  }
};

/** Boots the compiled application inside this process, on the database of the jest project. */
export const startStrapi = async ({
  database: given,
  env = {},
  servesPanel = false,
}: BootOptions = {}): Promise<TestStrapi> => {
  const database = given ?? (await createDatabase());
  const restoreEnv = applyEnv({ ...secrets, ...database.env, ...env });
  const recorder = createRecorder();
  keepEnvironment(recorder, { ...secrets, ...database.env, ...env });
  const endConsole = watchConsole(recorder);
  const release = async (): Promise<void> => {
    endConsole();
    restoreEnv();
    if (!given) await database.drop();
  };

  try {
    const strapi = await boot(recorder, servesPanel);
    const { port } = strapi.server.httpServer.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const noteDatabase = async (): Promise<void> => {
      await keepKeys(database, recorder);
      await noteRecords(database, recorder);
    };
    const leaks = async (): Promise<string[]> => {
      await keepSigningKeys(strapi, recorder);
      await noteDatabase();
      return recorder.leaks();
    };
    const stop = async (): Promise<void> => {
      await keepSigningKeys(strapi, recorder);
      await strapi.destroy();
      await noteDatabase();
      await release();
      recorder.assertNone();
    };
    const http = documented(supertest(url));
    return { strapi, http, url, database, note: recorder.note, leaks, stop };
  } catch (error) {
    await release();
    throw error;
  }
};
