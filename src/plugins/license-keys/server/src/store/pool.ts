import type { Knex } from 'knex';

import { TABLE } from '../uids';
import { isPostgres, savepoint } from './database';
import type { Db } from './database';
import { lockLicenses, readLicenses } from './licenses';
import type { LockedLicense } from './licenses';
import { toCount } from './paging';

/** The licenses of a product that can be given to somebody: those that have expired in the pool cannot. */
export interface Pool {
  environment: string;
  product: { id: number };
  now: Date;
}

const available = (db: Db, { environment, product, now }: Pool): Knex.QueryBuilder =>
  db(TABLE.license)
    .where({ environment, product_id: product.id, state: 'available' })
    .where((any) => {
      any.whereNull('expires_at').orWhere('expires_at', '>', now);
    });

export const countPool = async (db: Db, pool: Pool): Promise<number> =>
  toCount(await available(db, pool).count('* as total'));

const pickAny = (db: Db, pool: Pool, count: number): Knex.QueryBuilder =>
  available(db, pool).orderByRaw('random()').limit(count);

class TooFew extends Error {}

/** Locks what nobody else has locked, without waiting; undefined, and nothing locked, where that is too little. */
const lockFree = async (db: Db, pool: Pool, count: number): Promise<number[] | undefined> => {
  try {
    return await savepoint(db, async () => {
      const ids = await pickAny(db, pool, count).forUpdate().skipLocked().pluck<number[]>('id');
      if (ids.length < count) {
        throw new TooFew();
      }
      return ids;
    });
  } catch (error) {
    if (error instanceof TooFew) {
      return undefined;
    }
    throw error;
  }
};

/** One at a time for each pool, and in one order of rows, so that nobody waits for somebody who waits. */
const lockInTurn = async (db: Db, pool: Pool, count: number): Promise<number[]> => {
  const name = `license-keys:pool:${pool.environment}:${String(pool.product.id)}`;
  await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [name]);
  return available(db, pool).orderBy('id').limit(count).forUpdate().pluck<number[]>('id');
};

/**
 * Takes `count` licenses out of a pool, at random, locked until the transaction ends; fewer where it has fewer.
 * Licenses that others have locked are passed by, and only waited for where the rest is too little: they may
 * be on their way to another customer, or just be edited and come back.
 */
export const lockFromPool = async (db: Db, pool: Pool, count: number): Promise<number[]> =>
  isPostgres(db)
    ? ((await lockFree(db, pool, count)) ?? (await lockInTurn(db, pool, count)))
    : pickAny(db, pool, count).pluck<number[]>('id');

/** So many licenses of a pool are looked at at a time. */
const PAGE = 500;

/** The ids of the oldest licenses of a pool behind an id, without those whose keys are reserved. */
const pickOldest = async (
  db: Db,
  pool: Pool,
  count: number,
  reserved: ReadonlySet<string>,
  after: number
): Promise<number[]> => {
  const ids: number[] = [];
  let last: number | undefined = after;
  while (ids.length < count && last !== undefined) {
    const rows: { id: number; key: string }[] = await available(db, pool)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'key');
    ids.push(...rows.filter(({ key }) => !reserved.has(key)).map(({ id }) => id));
    last = rows.at(-1)?.id;
  }
  return ids.slice(0, count);
};

/** As `lockOldest`, behind an id, unlocked: for what is only said, not written. */
export const readOldest = async (
  db: Db,
  pool: Pool,
  count: number,
  reserved: ReadonlySet<string>,
  after: number
): Promise<LockedLicense[]> => readLicenses(db, await pickOldest(db, pool, count, reserved, after));

/**
 * Locks up to `count` licenses of a pool, the oldest first, but none whose key is reserved; fewer only where
 * it has no more: what somebody else took while this waited is replaced by the next. For who takes turns with
 * others of its kind, and takes many: a choice at random would read the whole pool each time.
 */
export const lockOldest = async (
  db: Db,
  pool: Pool,
  count: number,
  reserved: ReadonlySet<string>
): Promise<LockedLicense[]> => {
  const taken: LockedLicense[] = [];
  let after = 0;
  while (taken.length < count) {
    const ids = await pickOldest(db, pool, count - taken.length, reserved, after);
    const last = ids.at(-1);
    if (last === undefined) {
      return taken;
    }
    after = last;
    const locked = await lockLicenses(db, ids);
    taken.push(...locked.filter(({ license }) => license.state === 'available'));
  }
  return taken;
};
