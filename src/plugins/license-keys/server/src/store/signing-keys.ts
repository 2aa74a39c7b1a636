import type { JsonObject } from '../domain/types';
import { TABLE } from '../uids';
import { isPostgres } from './database';
import type { Db } from './database';
import { fromJson, toDate, toInstant, toJson } from './rows';
import type { Instant, JsonColumn } from './rows';

export const signingKeyModel = {
  uid: 'license-keys::signing-key',
  singularName: 'license_keys_signing_key',
  tableName: TABLE.signingKey,
  attributes: {
    id: { type: 'increments' },
    kid: { type: 'string', column: { unique: true, notNullable: true } },
    publicKey: { type: 'json', columnName: 'public_key' },
    /** Encrypted; null where it comes from the environment, and once the key is retired. */
    privateKey: { type: 'text', columnName: 'private_key' },
    createdAt: { type: 'datetime', columnName: 'created_at', column: { notNullable: true } },
    retiredAt: { type: 'datetime', columnName: 'retired_at' },
  },
};

export interface StoredKey {
  kid: string;
  publicKey: JsonObject;
  privateKey: string | null;
  /** When it signed first. */
  createdAt: Date;
  /** null for the key that signs. */
  retiredAt: Date | null;
}

interface Row {
  kid: string;
  public_key: JsonColumn;
  private_key: string | null;
  created_at: Instant;
  retired_at: Instant | null;
}

const toStoredKey = (row: Row): StoredKey => ({
  kid: row.kid,
  publicKey: toJson(row.public_key),
  privateKey: row.private_key,
  createdAt: toInstant(row.created_at),
  retiredAt: toDate(row.retired_at),
});

/** Any number, the same on every instance. */
const KEY_LOCK = 5_540_002;

/** Instances that look for a signing key at the same moment, or replace it, take turns. */
export const lockSigningKeys = async (db: Db): Promise<void> => {
  if (isPostgres(db)) {
    await db.raw('SELECT pg_advisory_xact_lock(?)', [KEY_LOCK]);
  }
};

/** All keys, those that are retired too: the one that signs, then the newest first. */
export const readSigningKeys = async (db: Db): Promise<StoredKey[]> => {
  const rows = await db(TABLE.signingKey)
    .orderByRaw('retired_at IS NOT NULL, id DESC')
    .select<Row[]>('*');
  return rows.map(toStoredKey);
};

/** The key that signs. */
export const readActiveSigningKey = async (db: Db): Promise<StoredKey | undefined> => {
  const row = await db(TABLE.signingKey).whereNull('retired_at').first<Row | undefined>();
  return row && toStoredKey(row);
};

/**
 * Makes a key the one that signs, and retires all others: nobody needs their private parts again. A key that is
 * given back after another keeps the time when it signed first.
 */
export const activateSigningKey = async (
  db: Db,
  key: Pick<StoredKey, 'kid' | 'publicKey' | 'privateKey'>,
  now: Date
): Promise<void> => {
  await db(TABLE.signingKey).whereNull('retired_at').update({ retired_at: now, private_key: null });
  await db(TABLE.signingKey)
    .insert({
      kid: key.kid,
      public_key: fromJson(key.publicKey),
      private_key: key.privateKey,
      created_at: now,
    })
    .onConflict('kid')
    .merge({ retired_at: null });
};
