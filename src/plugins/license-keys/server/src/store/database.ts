import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { isUnreachable } from './faults';

/** A connection, or the transaction that a use case runs in. */
export type Db = Knex;

interface Context {
  strapi: Core.Strapi;
}

/** Strapi leaves its type open. */
interface Transaction {
  trx: unknown;
  onCommit: (callback: () => void) => void;
}

/**
 * Runs `work` in one transaction, inside the caller's where there is one, at the isolation level
 * READ COMMITTED: a statement after a lock sees what others committed while it was waited for.
 * `onCommit` takes what is to follow on the commit.
 */
export const transaction = async <T>(
  { strapi }: Context,
  work: (db: Db, onCommit: Transaction['onCommit']) => Promise<T>
): Promise<T> => {
  const outermost = !strapi.db.inTransaction();
  let committed: Promise<unknown> = Promise.resolve();
  const result = await strapi.db.transaction(async ({ trx, onCommit }: Transaction) => {
    const db = trx as Knex.Transaction;
    if (outermost) committed = db.executionPromise;
    return work(db, onCommit);
  });
  // Strapi awaits knex's commit(), which resolves where COMMIT failed too (knex#6141).
  await committed;
  return result;
};

/**
 * Runs `work` so that what it wrote is undone where it throws, and the transaction around it can go on:
 * PostgreSQL would otherwise refuse every statement after one that failed. Call it in a transaction.
 */
export const savepoint = async <T>(db: Db, work: () => Promise<T>): Promise<T> => {
  await db.raw('SAVEPOINT license_keys');
  try {
    const result = await work();
    await db.raw('RELEASE SAVEPOINT license_keys');
    return result;
  } catch (error) {
    if (!isUnreachable(error)) {
      await db.raw('ROLLBACK TO SAVEPOINT license_keys');
      await db.raw('RELEASE SAVEPOINT license_keys');
    }
    throw error;
  }
};

/** For reads that belong to no transaction. */
export const connection = ({ strapi }: Context): Db => strapi.db.connection;

/** Fails where the database does not answer. */
export const ping = async (db: Db): Promise<void> => {
  await db.raw('SELECT 1');
};

export const isPostgres = (db: Db): boolean => {
  const { config } = db.client as { config: { client: unknown } };
  return config.client === 'postgres' || config.client === 'pg';
};
