import type { Core } from '@strapi/strapi';

import type { StateAction } from '../../../shared/states';
import { auditRecord } from '../domain/audit';
import { decideAction, decideChange, decideExpiration, decideRevocation } from '../domain/change';
import type { Change, Circumstances, LicensePatch } from '../domain/change';
import { decideCreation } from '../domain/creation';
import type { LicenseDraft } from '../domain/creation';
import { accept } from '../domain/decision';
import type { Decision } from '../domain/decision';
import type { Actor, JsonObject, License } from '../domain/types';
import { keyTaken, LicenseError, notFound, orThrow, unknownRelation } from '../errors';
import { deleteActivations } from '../store/activations';
import { appendAudit } from '../store/audit';
import { transaction } from '../store/database';
import type { Db } from '../store/database';
import { isUniqueViolation } from '../store/faults';
import { deleteLicenseRow, findExpirable, insertLicense, lockLicense } from '../store/licenses';
import type { LockedLicense } from '../store/licenses';
import { nextTurn } from '../store/next-turn';
import { findScoped } from '../store/references';
import { carryOut } from './changes';
import { settings } from './settings';

/** Which license, who acts on it, and why. */
export interface Command {
  documentId: string;
  /** Only a license of this environment; without it, of any that the installation has. */
  environment?: string | undefined;
  actor: Actor;
  reason?: string | undefined;
}

export interface Edit {
  /** documentId of the customer; null takes the customer away, which only an available license survives. */
  customer?: string | null;
  activationLimit?: number;
  expiresAt?: Date | null;
  features?: JsonObject;
  metadata?: JsonObject;
}

type Decide = (
  locked: LockedLicense,
  circumstances: Circumstances,
  db: Db
) => Decision<Change | Change[] | null> | Promise<Decision<Change | Change[] | null>>;

const EXPIRY_BATCH = 500;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The use cases that staff and the system change licenses by. Each is one transaction: lock the license,
 * decide, write, append the audit entry. They throw `LicenseError` where a rule refuses.
 */
export const licenses = ({ strapi }: { strapi: Core.Strapi }) => {
  const { environments, graceDays, isEnvironment } = settings({ strapi });

  const customerRef = async (db: Db, documentId: string) => {
    const customer = await findScoped(db, 'customer', documentId);
    if (!customer) {
      throw unknownRelation('customer');
    }
    return customer;
  };

  /** A license of an environment that this installation does not have does not exist for it. */
  const lock = async (
    db: Db,
    { documentId, environment }: Pick<Command, 'documentId' | 'environment'>
  ): Promise<LockedLicense> => {
    const locked = await lockLicense(db, { documentId });
    const found = locked?.license.environment;
    if (!locked || !isEnvironment(locked.license.environment) || (environment ?? found) !== found) {
      throw notFound();
    }
    return locked;
  };

  const change = async ({ actor, reason, ...which }: Command, decide: Decide): Promise<License> =>
    transaction({ strapi }, async (db) => {
      const locked = await lock(db, which);
      const now = new Date();
      const decided = orThrow(await decide(locked, { now, graceDays }, db));
      return carryOut(db, locked.license, [decided ?? []].flat(), { actor, now, reason });
    });

  const act = async (
    command: Command,
    action: Exclude<StateAction, 'revoke' | 'expire' | 'assign' | 'activate'>
  ) =>
    change(command, ({ license }, circumstances) =>
      decideAction(license, action, {}, circumstances)
    );

  /** Between being found and being locked a license may have been changed by others: then it is let be. */
  const expireIfDue = async (id: number, actor: Actor): Promise<boolean> =>
    transaction({ strapi }, async (db) => {
      const locked = await lockLicense(db, { id });
      if (!locked) {
        return false;
      }
      const { license } = locked;
      const now = new Date();
      const decision = decideExpiration(license, { now, graceDays });
      if (!decision.ok || !decision.value) {
        return false;
      }
      await carryOut(db, license, [decision.value], { actor, now });
      return true;
    });

  return {
    /** Creates one license: `available`, or `assigned` where the draft has a customer. */
    async create(draft: LicenseDraft, actor: Actor): Promise<License> {
      const now = new Date();
      const { license, change: step } = orThrow(decideCreation(draft, now));
      try {
        return await transaction({ strapi }, async (db) => {
          const created = await insertLicense(db, license, now);
          await appendAudit(db, [auditRecord(created, step, actor, now)]);
          return created;
        });
      } catch (error) {
        throw isUniqueViolation(error) ? keyTaken() : error;
      }
    },

    /** Gives an available license to a customer (documentId). Its validity counts from now. */
    async assign({ customer, ...command }: Command & { customer: string }) {
      return change(command, async ({ license }, circumstances, db) =>
        decideAction(
          license,
          'assign',
          { customer: await customerRef(db, customer) },
          circumstances
        )
      );
    },

    /**
     * Changes editable fields. With the version that the edit was begun on, it is refused (409) where the
     * license was changed since, rather than writing over what somebody else did.
     */
    async edit({ edit, version, ...command }: Command & { edit: Edit; version?: Date }) {
      return change(command, async (locked, circumstances, db) => {
        const { license } = locked;
        if (version && version.getTime() !== locked.version.getTime()) {
          throw new LicenseError({
            code: 'EDIT_CONFLICT',
            message: 'Somebody else changed this license since you opened it.',
            status: 409,
          });
        }
        const { customer, ...fields } = edit;
        const patch: LicensePatch =
          customer === undefined
            ? fields
            : { ...fields, customer: customer === null ? null : await customerRef(db, customer) };
        return decideChange(license, patch, circumstances);
      });
    },

    /** Blocks an active license for a while; its devices stay recorded. */
    inactivate: async (command: Command) => act(command, 'inactivate'),
    /** Lets an inactive license be used again; refused once it has expired. */
    reactivate: async (command: Command) => act(command, 'reactivate'),
    /** Blocks an active license for suspected abuse; its devices stay recorded. */
    suspend: async (command: Command) => act(command, 'suspend'),
    /** Lets a suspended license be used again; refused once it has expired. */
    unsuspend: async (command: Command) => act(command, 'unsuspend'),

    /** Ends a license for good and deactivates its devices. */
    revoke: async (command: Command) => change(command, ({ license }) => decideRevocation(license)),

    /** Moves a license that is past its expiry and grace to `expired`. */
    expire: async (command: Command) =>
      change(command, ({ license }, circumstances) => decideExpiration(license, circumstances)),

    /** Moves all licenses that are past their expiry and grace. Returns how many moved. */
    async expireDue(actor: Actor): Promise<number> {
      const before = new Date(Date.now() - graceDays * DAY);
      let moved = 0;
      let ids: number[];
      do {
        ids = await transaction({ strapi }, (db) =>
          findExpirable(db, environments, before, EXPIRY_BATCH)
        );
        for (const id of ids) {
          moved += (await expireIfDue(id, actor)) ? 1 : 0;
          await nextTurn();
        }
      } while (ids.length === EXPIRY_BATCH);
      return moved;
    },

    /** Notes in the license's history that it was exported, and why; nothing else about it changes. */
    export: async (command: Command) =>
      change(command, ({ license: { state } }) =>
        accept({ action: 'export', from: state, to: state, fields: {}, changes: {} })
      ),

    /** Removes a license and its activations for good. Its audit entries stay, the last one tells of this. */
    async delete({ actor, reason, ...which }: Command): Promise<void> {
      await transaction({ strapi }, async (db) => {
        const { license } = await lock(db, which);
        const removed = await deleteActivations(db, license.id);
        await deleteLicenseRow(db, license.id);
        const step: Change = {
          action: 'delete',
          from: license.state,
          to: null,
          fields: {},
          changes: { activations: { before: removed, after: 0 } },
        };
        await appendAudit(db, [auditRecord(license, step, actor, new Date(), reason)]);
      });
    },
  };
};
