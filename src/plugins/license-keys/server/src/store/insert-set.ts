import { isPostgres } from './database';
import type { Db } from './database';

export type Common = Record<string, string | number | boolean | Date | null>;
export type TextRow = Record<string, string>;

interface RowSet<Row extends TextRow> {
  table: string;
  /** What all rows have alike. */
  common: Common;
  /** What each row has of its own: text. All rows have the same columns. */
  rows: readonly Row[];
  /** Columns of a unique index: rows that it has already are left out. */
  unlessTaken?: readonly string[];
  returning: keyof Row & string;
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/**
 * Inserts many rows by one statement with few bindings, whose length does not depend on how many they are.
 * Returns one column of those that were inserted.
 */
export const insertSet = async <Row extends TextRow>(
  db: Db,
  { table, common, rows, unlessTaken, returning }: RowSet<Row>
): Promise<string[]> => {
  const [first] = rows;
  if (!first) {
    return [];
  }
  const own = Object.keys(first);
  const shared = Object.keys(common);
  const [from, values] = isPostgres(db)
    ? [
        `json_to_recordset(?::json) AS n(${own.map((name) => `"${name}" text`).join(', ')})`,
        own.map((name) => `n."${name}"`),
      ]
    : ['json_each(?) AS n', own.map((name) => `n.value ->> '${name}'`)];
  const result = await db.raw<{ rows: Record<string, string>[] } | Record<string, string>[]>(
    `INSERT INTO "${table}" (${quoted([...shared, ...own])})
     SELECT ${[...shared.map(() => '?'), ...values].join(', ')} FROM ${from} WHERE true
     ${unlessTaken ? `ON CONFLICT (${quoted(unlessTaken)}) DO NOTHING` : ''}
     RETURNING "${returning}"`,
    [...Object.values(common), JSON.stringify(rows)]
  );
  const inserted = Array.isArray(result) ? result : result.rows;
  return inserted.map((row) => row[returning] ?? '');
};
