import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { envSwitch } from '../src/env-switch';

type Database =
  | Core.Config.Database<'sqlite'>
  | (Core.Config.Database<'postgres'> & {
      /** Milliseconds that a connection at work may be silent; 0 is no limit. */
      queryTimeout: number;
    });

const database = ({ env }: Core.Config.Shared.ConfigParams): Database => {
  const url = env('DATABASE_URL', '');
  const client = env('DATABASE_CLIENT', url ? 'postgres' : 'sqlite');

  if (client === 'sqlite') {
    const file = env('DATABASE_FILENAME', '.tmp/data.db');
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: path.resolve(process.cwd(), file) },
        useNullAsDefault: true,
        compileSqlOnError: false,
      },
    };
  }

  if (client !== 'postgres') {
    throw new Error(`DATABASE_CLIENT is "${client}"; it can be "sqlite" or "postgres".`);
  }

  // Strapi's columns are timestamps without time zone and the driver reads them in the process's own.
  process.env.TZ = 'UTC';

  const connectionTimeout = env.int('DATABASE_CONNECTION_TIMEOUT', 10_000);
  const ssl = envSwitch(env, 'DATABASE_SSL', false) && {
    rejectUnauthorized: envSwitch(env, 'DATABASE_SSL_REJECT_UNAUTHORIZED', true),
  };
  return {
    connection: {
      client: 'postgres',
      connection: {
        host: env('DATABASE_HOST', 'localhost'),
        port: env.int('DATABASE_PORT', 5432),
        database: env('DATABASE_NAME', 'license_keys'),
        user: env('DATABASE_USERNAME', 'license_keys'),
        password: env('DATABASE_PASSWORD', ''),
        schema: env('DATABASE_SCHEMA', 'public'),
        ssl,
        connectionTimeoutMillis: connectionTimeout,
        ...(url ? { connectionString: url } : {}),
      },
      pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
      // With values compiled in, the message of a failed query would put license keys into the log.
      compileSqlOnError: false,
      acquireConnectionTimeout: connectionTimeout,
    },
    queryTimeout: env.int('DATABASE_QUERY_TIMEOUT', 15_000),
  };
};

export default database;
