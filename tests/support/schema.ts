import type { Core } from '@strapi/strapi';

const SQLITE = `SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name`;

const POSTGRES = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name,
    concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default) AS definition
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1, 2, 3`;

/** Everything that the database knows about its tables, constraints and triggers included. */
export const schemaOf = async (strapi: Core.Strapi): Promise<unknown> => {
  const { client } = strapi.db.dialect;
  const { connection } = strapi.db;
  const answer: unknown = await connection.raw(client === 'sqlite' ? SQLITE : POSTGRES);
  return answer instanceof Object && 'rows' in answer ? answer.rows : answer;
};
