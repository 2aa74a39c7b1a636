import type { Core } from '@strapi/strapi';

import { projectClient } from './database';

const NAME = 'refused_by_a_test';

/**
 * Lets the database refuse every update of a table's rows, or of those that a condition on NEW is true for;
 * what it returns ends that.
 */
export const refuseUpdates = async (
  { db: { connection } }: Core.Strapi,
  table: string,
  condition = 'true'
): Promise<() => Promise<void>> => {
  const name = `${NAME}_${table}`;
  const trigger = `CREATE TRIGGER ${name} BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${condition})`;
  if (projectClient() === 'sqlite') {
    await connection.raw(`${trigger} BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    return async () => {
      await connection.raw(`DROP TRIGGER ${name}`);
    };
  }
  await connection.raw(
    `CREATE OR REPLACE FUNCTION ${NAME}() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`
  );
  await connection.raw(`${trigger} EXECUTE FUNCTION ${NAME}()`);
  return async () => {
    await connection.raw(`DROP TRIGGER ${name} ON ${table}`);
  };
};
