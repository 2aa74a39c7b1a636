import type { Answer } from '../http';
import { TABLE } from '../uids';
import type { Db } from './database';

/** A table of the plugin's own, without the columns of a content type. */
export const idempotencyModel = {
  uid: 'license-keys::idempotency',
  singularName: 'license_keys_idempotency',
  tableName: TABLE.idempotency,
  attributes: {
    id: { type: 'increments' },
    scope: { type: 'string', column: { unique: true, notNullable: true } },
    request: { type: 'string', column: { notNullable: true } },
    /** HTTP status; null only inside the transaction that is still at work. */
    answerStatus: { type: 'integer', columnName: 'answer_status' },
    answerBody: { type: 'text', columnName: 'answer_body' },
    expiresAt: { type: 'datetime', columnName: 'expires_at', column: { notNullable: true } },
  },
};

interface Wish {
  scope: string;
  request: string;
  now: Date;
  expiresAt: Date;
}

interface Row {
  request: string;
  answer_status: number;
  answer_body: string;
}

/**
 * Takes a scope for a new request, or returns what was answered to the one that has it. While another
 * transaction holds the scope, the unique index makes this one wait for its end.
 */
export const claim = async (
  db: Db,
  wish: Wish
): Promise<{ request: string; answer: Answer } | null> => {
  const { scope, request, now, expiresAt } = wish;
  await db(TABLE.idempotency).where({ scope }).where('expires_at', '<=', now).delete();
  const claimed = await db(TABLE.idempotency)
    .insert({ scope, request, expires_at: expiresAt })
    .onConflict('scope')
    .ignore()
    .returning<{ id: number }[]>('id');
  if (claimed.length > 0) {
    return null;
  }
  const row = await db(TABLE.idempotency).where({ scope }).first<Row | undefined>();
  // A sweep may have removed it just now.
  return row
    ? {
        request: row.request,
        answer: { status: row.answer_status, body: JSON.parse(row.answer_body) as unknown },
      }
    : claim(db, wish);
};

export const complete = async (db: Db, scope: string, { status, body }: Answer): Promise<void> => {
  await db(TABLE.idempotency)
    .where({ scope })
    .update({ answer_status: status, answer_body: JSON.stringify(body) });
};

export const deleteExpired = async (db: Db, now: Date): Promise<number> =>
  db(TABLE.idempotency).where('expires_at', '<=', now).delete();
