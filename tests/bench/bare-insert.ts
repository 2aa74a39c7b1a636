import type { Knex } from 'knex';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { DatabaseClient } from '../support/database';

type Row = Record<string, unknown>;

/** The numbers from 1 on as `n.i`, and a word that no other row has, in either dialect. */
const dialectOf = (client: DatabaseClient, count: number) =>
  client === 'sqlite'
    ? {
        head: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(count)})`,
        numbers: 'n',
        word: 'lower(hex(randomblob(16)))',
      }
    : {
        head: '',
        numbers: `generate_series(1, ${String(count)}) AS n(i)`,
        word: 'md5(random()::text)',
      };

const firstOf = async (db: Knex, table: string): Promise<Row> => {
  const row = (await db(table).orderBy('id').first()) as Row | undefined;
  if (!row) throw new Error(`${table} is empty.`);
  return row;
};

/** Copies the first row of a table by one INSERT … SELECT; the named columns get words of their own. */
const copy = async (
  db: Knex,
  { head, numbers, word }: ReturnType<typeof dialectOf>,
  table: string,
  own: readonly string[]
): Promise<void> => {
  const { id, ...row } = await firstOf(db, table);
  const columns = Object.keys(row);
  const values = columns.map((name) => (own.includes(name) ? word : `t."${name}"`));
  await db.raw(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     ${head} SELECT ${values.join(', ')} FROM "${table}" t, ${numbers} WHERE t.id = ?`,
    [Number(id)]
  );
};

/** As many rows of the tables that generating licenses writes, by the database alone; in seconds. */
export const insertBare = async (
  db: Knex,
  client: DatabaseClient,
  count: number
): Promise<number> => {
  const dialect = dialectOf(client, count);
  const start = performance.now();
  await db.transaction(async (trx) => {
    await copy(trx, dialect, TABLE.license, ['document_id', 'key']);
    await copy(trx, dialect, TABLE.auditEntry, ['document_id', 'license_id', 'hash']);
    await copy(trx, dialect, TABLE.jobItem, ['license_id']);
  });
  return (performance.now() - start) / 1000;
};
