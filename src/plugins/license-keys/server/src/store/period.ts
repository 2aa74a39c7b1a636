import type { Knex } from 'knex';

interface Period {
  from: Date | undefined;
  /** The first moment that is past it. */
  to: Date | undefined;
}

/** Keeps the rows whose time lies in a period, which may be open to either side. */
export const within = (query: Knex.QueryBuilder, column: string, { from, to }: Period): void => {
  if (from) {
    query.where(column, '>=', from);
  }
  if (to) {
    query.where(column, '<', to);
  }
};
