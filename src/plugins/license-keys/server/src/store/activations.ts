import { createId } from '@paralleldrive/cuid2';

import type { Activation, Actor, JsonObject } from '../domain/types';
import { TABLE } from '../uids';
import { isPostgres } from './database';
import type { Db } from './database';
import { insertAll } from './insert';
import { fromJson, toActivation } from './rows';
import type { ActivationRow } from './rows';

export interface NewActivation {
  fingerprint: string;
  name: string | null;
  platform: string | null;
  ip: string | null;
  metadata: JsonObject;
}

export type DeactivatedBy = 'customer' | 'admin' | 'system';

/** Who ended an activation that its own device did not end. */
export const deactivatorOf = ({ type }: Actor): DeactivatedBy =>
  type === 'admin' ? 'admin' : 'system';

/* What lists of devices order by; also what the indexes are built on, so that the two cannot drift apart. */

export const deviceName = (table = ''): string =>
  `lower(COALESCE(${table}name, ${table}fingerprint))`;

/** When the device was last heard of. */
export const seenAt = (table = ''): string =>
  `COALESCE(${table}last_verified_at, ${table}activated_at)`;

/** Those that hold a slot first. */
export const deviceStatusRank = (table = ''): string =>
  `CASE WHEN ${table}deactivated_at IS NULL THEN 0 ELSE 1 END`;

export const insertActivation = async (
  db: Db,
  licenseId: number,
  device: NewActivation,
  now: Date
): Promise<Activation> => {
  const [row] = await db(TABLE.activation)
    .insert({
      document_id: createId(),
      license_id: licenseId,
      ...device,
      metadata: fromJson(device.metadata),
      activated_at: now,
      last_verified_at: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    })
    .returning<ActivationRow[]>('*');
  if (!row) {
    throw new Error('The database returned no row for a new activation.');
  }
  return toActivation(row);
};

/** Writes activations that another system knew, with their history. */
export const insertActivations = async (
  db: Db,
  activations: readonly (Omit<Activation, 'id'> & {
    licenseId: number;
    ip: string | null;
    metadata: JsonObject;
  })[],
  now: Date
): Promise<void> =>
  insertAll(
    db,
    TABLE.activation,
    activations.map((activation) => ({
      document_id: activation.documentId,
      license_id: activation.licenseId,
      fingerprint: activation.fingerprint,
      name: activation.name,
      platform: activation.platform,
      ip: activation.ip,
      metadata: fromJson(activation.metadata),
      activated_at: activation.activatedAt,
      last_verified_at: activation.lastVerifiedAt,
      deactivated_at: activation.deactivatedAt,
      deactivated_by: activation.deactivatedAt && ('system' satisfies DeactivatedBy),
      created_at: now,
      updated_at: now,
      published_at: now,
    }))
  );

/** The activation of a fingerprint: the active one, or else the one that ended last. */
export const findActivation = async (
  db: Db,
  licenseId: number,
  fingerprint: string
): Promise<Activation | null> => {
  const row = await db(TABLE.activation)
    .where({ license_id: licenseId, fingerprint })
    .orderByRaw('deactivated_at IS NOT NULL, id DESC')
    .first<ActivationRow | undefined>();
  return row ? toActivation(row) : null;
};

/** Frees the slot of one device, or of all of a license's. Returns how many. */
export const endActivations = async (
  db: Db,
  where: { id: number } | { license_id: number },
  deactivatedBy: DeactivatedBy,
  now: Date
): Promise<number> =>
  db(TABLE.activation)
    .where(where)
    .whereNull('deactivated_at')
    .update({ deactivated_at: now, deactivated_by: deactivatedBy, updated_at: now });

export const deleteActivations = async (db: Db, licenseId: number): Promise<number> =>
  db(TABLE.activation).where({ license_id: licenseId }).delete();

/**
 * Writes when devices were last verified, all in one statement. It waits for nobody who holds some of them, and so
 * for nobody who waits for others of them: those are noted again when they are verified the next time.
 */
export const writeLastVerified = async (
  db: Db,
  verified: readonly (readonly [id: number, at: Date])[]
): Promise<void> => {
  const then = isPostgres(db) ? 'WHEN ?::integer THEN ?::timestamp' : 'WHEN ? THEN ?';
  const cases = verified.map(() => then).join(' ');
  const ids = db(TABLE.activation)
    .select('id')
    .whereIn(
      'id',
      verified.map(([id]) => id)
    );
  await db(TABLE.activation)
    .whereIn('id', isPostgres(db) ? ids.forUpdate().skipLocked() : ids)
    .update({ last_verified_at: db.raw(`CASE id ${cases} END`, verified.flat()) });
};

export const readActivation = async (
  db: Db,
  documentId: string
): Promise<{ licenseId: number; activation: Activation } | null> => {
  const row = await db(TABLE.activation)
    .where({ document_id: documentId })
    .first<(ActivationRow & { license_id: number }) | undefined>();
  return row ? { licenseId: row.license_id, activation: toActivation(row) } : null;
};

/** How many devices hold slots of these licenses. */
export const countHeld = async (db: Db, licenseIds: readonly number[]): Promise<number> => {
  const [row] = await db(TABLE.activation)
    .whereIn('license_id', licenseIds)
    .whereNull('deactivated_at')
    .count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
};

/** The fingerprints of the devices that hold slots of a license. */
export const readFingerprints = async (db: Db, licenseId: number): Promise<string[]> =>
  db(TABLE.activation)
    .where({ license_id: licenseId })
    .whereNull('deactivated_at')
    .orderBy('id')
    .pluck<string[]>('fingerprint');
