import { createId } from '@paralleldrive/cuid2';

import type { Customer } from '../../../shared/catalog';
import type { ScopedRef } from '../domain/types';
import { TABLE } from '../uids';
import type { Db } from './database';
import { toInstant } from './rows';
import type { Instant } from './rows';

export interface CustomerRow {
  id: number;
  document_id: string;
  name: string;
  email: string;
  company: string | null;
  created_at: Instant;
}

/** The columns that a search looks into. */
export const CUSTOMER_TEXTS = ['name', 'email', 'company'];

export const toCustomer = (row: CustomerRow): Customer => ({
  documentId: row.document_id,
  name: row.name,
  email: row.email,
  company: row.company,
  createdAt: toInstant(row.created_at).toISOString(),
});

/** One that there is. */
export const readCustomer = async (db: Db, documentId: string): Promise<Customer> => {
  const [row] = (await db(TABLE.customer).where({ document_id: documentId })) as [CustomerRow];
  return toCustomer(row);
};

export interface Addressee {
  /** The e-mail as all spellings of it are kept apart from others: the same for the same customer. */
  spelling: string;
  /** undefined where there is none yet. */
  customer: ScopedRef | undefined;
}

/**
 * By the e-mail as it is asked for. Whether two are the same but for their case is the database's to say, as
 * it is for the unique index: SQLite knows the case of ASCII only, PostgreSQL that of its locale.
 */
export const findCustomersByEmail = async (
  db: Db,
  environment: string,
  emails: readonly string[]
): Promise<Map<string, Addressee>> => {
  if (emails.length === 0) {
    return new Map();
  }
  const asked = db.raw(`(VALUES ${emails.map(() => '(?)').join(', ')}) AS a`, [...emails]);
  const rows = await db(asked)
    .joinRaw(
      `LEFT JOIN "${TABLE.customer}" AS c ON c.environment = ? AND lower(c.email) = lower(a.column1)`,
      [environment]
    )
    .select<{ asked: string; spelling: string; id: number | null; document_id: string }[]>(
      'a.column1 as asked',
      db.raw('lower(a.column1) AS spelling'),
      'c.id',
      'c.document_id'
    );
  return new Map(
    rows.map(({ asked, spelling, id, document_id: documentId }) => [
      asked,
      { spelling, customer: id === null ? undefined : { id, documentId, environment } },
    ])
  );
};

/** Those whose e-mail is taken, be it by one of them, are left out. */
export const insertCustomers = async (
  db: Db,
  environment: string,
  customers: readonly { name: string; email: string }[],
  now: Date
): Promise<void> => {
  await db(TABLE.customer)
    .insert(
      customers.map(({ name, email }) => ({
        document_id: createId(),
        name,
        email,
        environment,
        created_at: now,
        updated_at: now,
        published_at: now,
      }))
    )
    .onConflict()
    .ignore();
};
