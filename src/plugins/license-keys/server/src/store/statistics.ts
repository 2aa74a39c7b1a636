import type { Statistics } from '../../../shared/license';
import { STATES } from '../../../shared/states';
import type { State } from '../../../shared/states';
import { TABLE } from '../uids';
import type { Db } from './database';
import { isPostgres } from './database';
import { toAuditItem } from './license-detail';
import { toInstant } from './rows';
import type { Instant } from './rows';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 30;
const FEW = 5;

const countStates = async (db: Db, environment: string): Promise<Statistics['data']['states']> => {
  const rows = await db(TABLE.license)
    .where({ environment })
    .groupBy('state')
    .select<{ state: State; total: number | string }[]>('state', db.raw('COUNT(*) AS total'));
  const counts = new Map(rows.map(({ state, total }) => [state, Number(total)]));
  return STATES.map((state) => ({ state, count: counts.get(state) ?? 0 }));
};

const expiringSoon = (db: Db, environment: string, now: Date) =>
  db(`${TABLE.license} as l`)
    .where('l.environment', environment)
    .whereIn('l.state', ['assigned', 'active', 'inactive', 'suspended'])
    .whereBetween('l.expires_at', [now, new Date(now.getTime() + DAYS * DAY)]);

const readExpiring = async (db: Db, environment: string, now: Date) => {
  const rows = await expiringSoon(db, environment, now)
    .join(`${TABLE.product} as p`, 'p.id', 'l.product_id')
    .leftJoin(`${TABLE.customer} as c`, 'c.id', 'l.customer_id')
    .orderBy('l.expires_at')
    .limit(FEW)
    .select<
      {
        document_id: string;
        key: string;
        product: string;
        customer: string | null;
        expires_at: Instant;
      }[]
    >('l.document_id', 'l.key', 'p.name as product', 'c.name as customer', 'l.expires_at');
  return rows.map(({ document_id: documentId, expires_at: expiresAt, ...row }) => ({
    documentId,
    ...row,
    expiresAt: toInstant(expiresAt).toISOString(),
  }));
};

const dayOf = (db: Db): string =>
  isPostgres(db)
    ? `to_char(a.activated_at, 'YYYY-MM-DD')`
    : `strftime('%Y-%m-%d', a.activated_at / 1000, 'unixepoch')`;

/** Activations of each of the last 30 days, days without any included; oldest first. */
const countActivations = async (db: Db, environment: string, now: Date) => {
  const day = (ago: number) => new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10);
  const rows = await db(`${TABLE.activation} as a`)
    .join(`${TABLE.license} as l`, 'l.id', 'a.license_id')
    .where('l.environment', environment)
    .where('a.activated_at', '>=', new Date(`${day(DAYS - 1)}T00:00:00.000Z`))
    .groupByRaw(dayOf(db))
    .select<{ day: string; total: number | string }[]>(
      db.raw(`${dayOf(db)} AS day`),
      db.raw('COUNT(*) AS total')
    );
  const counts = new Map(rows.map((row) => [row.day, Number(row.total)]));
  return Array.from({ length: DAYS }, (_, index) => day(DAYS - 1 - index)).map((name) => ({
    day: name,
    count: counts.get(name) ?? 0,
  }));
};

type ActivityRow = Parameters<typeof toAuditItem>[0] & { license_id: string; key_prefix: string };

/** What the home page shows of an environment. */
export const readStatistics = async (
  db: Db,
  environment: string,
  now: Date
): Promise<Statistics['data']> => {
  const [expiring] = await expiringSoon(db, environment, now).count<{ total: number | string }[]>(
    '* as total'
  );
  const activity = await db(TABLE.auditEntry)
    .where({ environment })
    .orderBy([
      { column: 'occurred_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(FEW)
    .select<ActivityRow[]>('*');
  return {
    states: await countStates(db, environment),
    expiring: await readExpiring(db, environment, now),
    expiringCount: Number(expiring?.total ?? 0),
    activations: await countActivations(db, environment, now),
    activity: activity.map((row) => ({
      ...toAuditItem(row),
      licenseId: row.license_id,
      keyPrefix: row.key_prefix,
    })),
  };
};
