import type { SavedView } from '../../../shared/list';
import { TABLE } from '../uids';
import type { Db } from './database';

/** Named filters of the list, each an administrator's own. */
export const viewModel = {
  uid: 'license-keys::view',
  singularName: 'license_keys_view',
  tableName: TABLE.view,
  attributes: {
    id: { type: 'increments' },
    adminId: { type: 'integer', columnName: 'admin_id', column: { notNullable: true } },
    name: { type: 'string', column: { notNullable: true } },
    query: { type: 'text', column: { notNullable: true } },
  },
};

export const readViews = async (db: Db, adminId: number): Promise<SavedView[]> =>
  db(TABLE.view)
    .where({ admin_id: adminId })
    .orderByRaw('lower(name), id')
    .select<SavedView[]>('id', 'name', 'query');

/** Keeps a view; one of the same name is replaced. */
export const saveView = async (
  db: Db,
  adminId: number,
  { name, query }: Omit<SavedView, 'id'>
): Promise<SavedView> => {
  const [row] = await db(TABLE.view)
    .insert({ admin_id: adminId, name, query })
    .onConflict(['admin_id', 'name'])
    .merge(['query'])
    .returning<SavedView[]>(['id', 'name', 'query']);
  if (!row) {
    throw new Error('The database returned no row for a saved view.');
  }
  return row;
};

export const deleteView = async (db: Db, adminId: number, id: number): Promise<number> =>
  db(TABLE.view).where({ admin_id: adminId, id }).delete();
