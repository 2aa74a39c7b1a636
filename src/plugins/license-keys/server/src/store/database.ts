import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** A connection, or the transaction that a use case runs in. */
export type Db = Knex;

interface Context {
  strapi: Core.Strapi;
}

/**
 * Runs `work` in one transaction, inside the caller's where there is one, at the isolation level
 * READ COMMITTED: a statement after a lock sees what others committed while it was waited for.
 */
export const transaction = async <T>(
  { strapi }: Context,
  work: (db: Db) => Promise<T>
): Promise<T> => strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction));

/** For reads that belong to no transaction. */
export const connection = ({ strapi }: Context): Db => strapi.db.connection;

export const isPostgres = (db: Db): boolean => {
  const { config } = db.client as { config: { client: unknown } };
  return config.client === 'postgres' || config.client === 'pg';
};

/** Runs `work` on one unchanging view of the database. */
export const snapshot = async <T>(
  { strapi }: Context,
  work: (db: Db) => Promise<T>
): Promise<T> => {
  const db = strapi.db.connection;
  return db.transaction(
    work,
    isPostgres(db) ? { isolationLevel: 'repeatable read', readOnly: true } : {}
  );
};
