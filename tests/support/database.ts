import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { knex, type Knex } from 'knex';
import { Client } from 'pg';

export type DatabaseClient = 'sqlite' | 'postgres';

/** An empty database of one test, with the variables that lead the application to it. */
export interface TestDatabase {
  client: DatabaseClient;
  env: Record<string, string>;
  /** A connection past the application, to be destroyed. */
  connect: () => Knex;
  /** The rows of a table, all or the newest, read past the application. */
  read: (table: string, newest?: number) => Promise<Record<string, unknown>[]>;
  drop: () => Promise<void>;
}

const doorsTo = (
  client: string,
  connection: string | { filename: string }
): Pick<TestDatabase, 'connect' | 'read'> => {
  const connect = () => knex({ client, connection, useNullAsDefault: true });
  return {
    connect,
    read: async (table, newest) => {
      const db = connect();
      const rows = db<Record<string, unknown>>(table).select('*');
      try {
        return await (newest === undefined ? rows : rows.orderBy('id', 'desc').limit(newest));
      } finally {
        await db.destroy();
      }
    },
  };
};

const createSqlite = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'license-keys-sqlite-'));
  const filename = path.join(folder, 'test.db');
  return {
    client: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename, DATABASE_URL: '' },
    ...doorsTo('better-sqlite3', { filename }),
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

/** On the server of all tests, unless the test has one of its own. */
export const createPostgres = async (
  server = process.env.TEST_DATABASE_URL
): Promise<TestDatabase> => {
  if (!server) throw new Error('TEST_DATABASE_URL is not set: no PostgreSQL runs.');

  const name = `license_keys_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = name;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return {
    client: 'postgres',
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.href },
    ...doorsTo('pg', url.href),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
};

/** The database client of the jest project that runs. */
export const projectClient = (): DatabaseClient =>
  process.env.TEST_DATABASE_CLIENT === 'postgres' ? 'postgres' : 'sqlite';

export const createDatabase = (client = projectClient()): Promise<TestDatabase> =>
  client === 'postgres' ? createPostgres() : createSqlite();
