import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

export type DatabaseClient = 'sqlite' | 'postgres';

/** An empty database of one test, with the variables that lead the application to it. */
export interface TestDatabase {
  client: DatabaseClient;
  env: Record<string, string>;
  drop: () => Promise<void>;
}

const createSqlite = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'license-keys-sqlite-'));
  return {
    client: 'sqlite',
    env: {
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(folder, 'test.db'),
      DATABASE_URL: '',
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const createPostgres = async (): Promise<TestDatabase> => {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: no PostgreSQL runs.');

  const name = `license_keys_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = name;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return {
    client: 'postgres',
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.href },
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
};

/** The database client of the jest project that runs. */
export const projectClient = (): DatabaseClient =>
  process.env.TEST_DATABASE_CLIENT === 'postgres' ? 'postgres' : 'sqlite';

export const createDatabase = (client = projectClient()): Promise<TestDatabase> =>
  client === 'postgres' ? createPostgres() : createSqlite();
