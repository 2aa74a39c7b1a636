import type { PoolItem } from '../../../shared/pool';
import { TABLE } from '../uids';
import type { Db } from './database';

/** The pools of the active products that have generators or licenses, emptiest first; what has expired is not counted. */
export const readPools = async (
  db: Db,
  environment: string,
  buffer: number,
  now: Date
): Promise<PoolItem[]> => {
  const rows = await db(`${TABLE.product} as p`)
    .leftJoin(`${TABLE.license} as l`, (join) => {
      join
        .on('l.product_id', 'p.id')
        .andOn('l.environment', 'p.environment')
        .andOnVal('l.state', 'available')
        .on((any) => {
          any.onNull('l.expires_at').orOn('l.expires_at', '>', db.raw('?', [now]));
        });
    })
    .where({ 'p.environment': environment, 'p.active': true })
    .where((any) => {
      for (const table of [TABLE.generator, TABLE.license]) {
        any.orWhereExists(db(table).whereRaw('?? = p.id', [`${table}.product_id`]));
      }
    })
    .groupBy('p.id', 'p.document_id', 'p.name')
    .orderByRaw('COUNT(l.id), lower(p.name), p.id')
    .select<{ document_id: string; name: string; available: number | string }[]>(
      'p.document_id',
      'p.name',
      db.raw('COUNT(l.id) AS available')
    );
  return rows.map(({ document_id: documentId, name, ...row }) => {
    const available = Number(row.available);
    return { product: { documentId, name }, available, buffer, low: available < buffer };
  });
};
