import type { Knex } from 'knex';

import { eventually } from './wait';

const somebodyWaits = async (db: Knex): Promise<void> => {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`
  );
  if (rows.length === 0) throw new Error('Nobody waits for a lock.');
};

/**
 * Starts what has to wait for a lock that `hold` takes, in PostgreSQL, and lets it go on once `change` is committed.
 * Returns what becomes of it.
 */
export const waitedFor = async <T>(
  db: Knex,
  {
    hold,
    start,
    change = async () => Promise.resolve(),
  }: {
    hold: (mine: Knex.Transaction) => Promise<unknown>;
    start: () => Promise<T>;
    change?: (mine: Knex.Transaction) => Promise<unknown>;
  }
): Promise<PromiseSettledResult<T>> => {
  const mine = await db.transaction();
  await hold(mine);
  const started = Promise.allSettled([start()]);
  await eventually(async () => somebodyWaits(db));
  await change(mine);
  await mine.commit();
  const [result] = await started;
  return result;
};
