import type { Db } from './database';

/** SQLite takes 500 rows a statement; PostgreSQL 65,535 values. */
const CHUNK = 250;

/** Inserts any number of rows, in their order. */
export const insertAll = async (
  db: Db,
  table: string,
  rows: readonly Record<string, unknown>[]
): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await db(table).insert(rows.slice(start, start + CHUNK));
  }
};
