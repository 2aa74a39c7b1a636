import type { Suggestions } from '../../../shared/license';
import type { State } from '../../../shared/states';
import { TABLE } from '../uids';
import type { Db } from './database';
import { contains, likePattern } from './search';

/** Of each kind. */
const FEW = 5;

/** The first few licenses, customers and products of an environment that have the text. */
export const readSuggestions = async (
  db: Db,
  environment: string,
  search: string
): Promise<Suggestions['data']> => {
  const pattern = likePattern(search);
  const licenses = await db(`${TABLE.license} as l`)
    .leftJoin(`${TABLE.customer} as c`, 'c.id', 'l.customer_id')
    .where('l.environment', environment)
    .whereRaw(contains('l.key'), [pattern])
    .orderBy('l.key')
    .limit(FEW)
    .select<{ document_id: string; key: string; state: State; customer: string | null }[]>(
      'l.document_id',
      'l.key',
      'l.state',
      'c.name as customer'
    );
  const customers = await db(TABLE.customer)
    .where({ environment })
    .where((any) => {
      any.orWhereRaw(contains('name'), [pattern]).orWhereRaw(contains('email'), [pattern]);
    })
    .orderByRaw('lower(name), id')
    .limit(FEW)
    .select<{ document_id: string; name: string; email: string }[]>('document_id', 'name', 'email');
  const products = await db(TABLE.product)
    .where({ environment })
    .whereRaw(contains('name'), [pattern])
    .orderByRaw('lower(name), id')
    .limit(FEW)
    .select<{ document_id: string; name: string }[]>('document_id', 'name');
  return {
    licenses: licenses.map(({ document_id: documentId, ...row }) => ({ documentId, ...row })),
    customers: customers.map(({ document_id: documentId, ...row }) => ({ documentId, ...row })),
    products: products.map(({ document_id: documentId, ...row }) => ({ documentId, ...row })),
  };
};
