import type { Core } from '@strapi/strapi';

/** The SQL statements that the application sends while `work` is done. */
export const queriesDuring = async (
  strapi: Core.Strapi,
  work: () => Promise<unknown>
): Promise<string[]> => {
  const { connection } = strapi.db;
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }): void => {
    statements.push(sql);
  };
  connection.on('query', note);
  try {
    await work();
  } finally {
    connection.removeListener('query', note);
  }
  return statements;
};
