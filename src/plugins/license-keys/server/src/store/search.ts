import type { Knex } from 'knex';

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`);

/** Binds to `contains`: the text anywhere, whatever its case. */
export const likePattern = (text: string): string => `%${escapeLike(text)}%`;

/** The database lowers both sides: SQLite knows the case of ASCII only, and what is written alike must match. */
export const contains = (column: string): string => `lower(${column}) LIKE lower(?) ESCAPE '\\'`;

/** For `where`: the text in any of the columns. */
export const anyContains =
  (columns: readonly string[], text: string) =>
  (any: Knex.QueryBuilder): void => {
    for (const column of columns) {
      any.orWhereRaw(contains(column), [likePattern(text)]);
    }
  };
