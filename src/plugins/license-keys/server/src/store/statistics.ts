import type { Statistics } from '../../../shared/license';
import { STATES } from '../../../shared/states';
import type { State } from '../../../shared/states';
import { TABLE } from '../uids';
import type { AuditRow } from './audit';
import type { Db } from './database';
import { isPostgres } from './database';
import { countList, expiringWithin, readListPage } from './license-list';
import { toInstant } from './rows';

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

/** How many licenses expire within 30 days, and the first of them: what the list shows by that filter. */
const readExpiring = async (
  db: Db,
  environment: string,
  now: Date
): Promise<Pick<Statistics['data'], 'expiring' | 'expiringCount'>> => {
  const filter = { environment, ...expiringWithin(DAYS, now) };
  const sort = { field: 'expiresAt', order: 'asc' } as const;
  const licenses = await readListPage(db, filter, { sort, page: 1, pageSize: FEW });
  return {
    expiring: licenses.flatMap(({ documentId, key, product, customer, expiresAt }) =>
      expiresAt
        ? [{ documentId, key, product: product.name, customer: customer?.name ?? null, expiresAt }]
        : []
    ),
    expiringCount: await countList(db, filter),
  };
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

/** Neither what was changed nor from where: that is for who may read the audit log. */
const readActivity = async (
  db: Db,
  environment: string
): Promise<Statistics['data']['activity']> => {
  const rows = (await db(TABLE.auditEntry)
    .where({ environment })
    .orderBy([
      { column: 'occurred_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(FEW)) as AuditRow[];
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    licenseId: row.license_id,
    keyPrefix: row.key_prefix,
    actorType: row.actor_type,
    actorName: row.actor_name,
    occurredAt: toInstant(row.occurred_at).toISOString(),
  }));
};

/** What the home page shows of an environment. */
export const readStatistics = async (
  db: Db,
  environment: string,
  now: Date
): Promise<Statistics['data']> => {
  return {
    states: await countStates(db, environment),
    ...(await readExpiring(db, environment, now)),
    activations: await countActivations(db, environment, now),
    activity: await readActivity(db, environment),
  };
};
