import type { Core } from '@strapi/strapi';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';

/** What every instance asks now and then, whatever it does besides. */
const isOfRounds = (sql: string): boolean => sql.includes(TABLE.job);

/** The SQL statements that the application sends while `work` is done. */
export const queriesDuring = async (
  strapi: Core.Strapi,
  work: () => Promise<unknown>
): Promise<string[]> => {
  const { connection } = strapi.db;
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }): void => {
    if (!isOfRounds(sql)) statements.push(sql);
  };
  connection.on('query', note);
  try {
    await work();
  } finally {
    connection.removeListener('query', note);
  }
  return statements;
};
