import { createId } from '@paralleldrive/cuid2';

import { auditRecord } from '../../domain/audit';
import { decideChange } from '../../domain/change';
import type { Change } from '../../domain/change';
import { decideCreation } from '../../domain/creation';
import type { NewLicense } from '../../domain/creation';
import { keyTaken, orThrow, ruleBroken } from '../../errors';
import { getService } from '../../services';
import { carryOut } from '../../services/changes';
import { appendAudit } from '../../store/audit';
import { transaction } from '../../store/database';
import type { Db } from '../../store/database';
import { deleteByDocumentIds, isKeyTaken, lockLicenses } from '../../store/licenses';
import { UID } from '../../uids';
import { dataListOf, dataOf, idsOf, isEmpty } from '../lifecycle';
import type { Data, HookContext, Hooks, LifecycleEvent } from '../lifecycle';
import { toDraft, toPatch, withoutFields } from './input';

/** Licenses that one `updateMany` may change: more belongs into a job, and into several statements. */
const MAX_ROWS = 10_000;

interface Created {
  documentId: string;
  license: NewLicense;
  change: Change;
}

/**
 * The last line of defence: nothing that goes through Strapi's query engine, from whichever door, can break a
 * rule of licenses. The plugin's own use cases write past the engine and never come here.
 */
export const licenseLifecycles = ({ strapi }: HookContext): Hooks => {
  const refuseUnknownEnvironment = (environment: unknown): void => {
    if (!getService({ strapi }, 'settings').isEnvironment(String(environment))) {
      throw ruleBroken('UNKNOWN_ENVIRONMENT', 'There is no such environment.', {
        field: 'environment',
      });
    }
  };

  /**
   * Carries the whole change out, side effects and audit entry included, in one transaction, and leaves
   * nothing for the engine to write: a later write of its own could not be protected by the lock.
   */
  const takeOver = async (event: LifecycleEvent, limit: number): Promise<number[]> =>
    transaction({ strapi }, async (db) => {
      const ids = await idsOf({ strapi }, UID.license, event, limit);
      if (ids.length > MAX_ROWS) {
        throw ruleBroken(
          'TOO_MANY_ROWS',
          `One update may change ${String(MAX_ROWS)} licenses at the most.`
        );
      }
      const { graceDays } = getService({ strapi }, 'settings');
      const now = new Date();
      const actor = getService({ strapi }, 'actor').current();
      const decided = [];
      // All are decided before any is written: the caller may catch the error and still commit.
      for (const { license } of await lockLicenses(db, ids)) {
        const patch = await toPatch(db, dataOf(event), license.state);
        const step = orThrow(decideChange(license, patch, { now, graceDays }));
        decided.push({ license, steps: step ? [step] : [] });
      }
      for (const { license, steps } of decided) {
        await carryOut(db, license, steps, { actor, now });
      }
      event.params.data = withoutFields(dataOf(event));
      return ids;
    });

  const prepare = async (db: Db, data: Data): Promise<{ created: Created; data: Data }> => {
    refuseUnknownEnvironment(data.environment);
    const { license, change } = orThrow(decideCreation(await toDraft(db, data), new Date()));
    if (await isKeyTaken(db, license)) {
      throw keyTaken();
    }
    const documentId = typeof data.documentId === 'string' ? data.documentId : createId();
    return {
      created: { documentId, license, change },
      data: {
        ...withoutFields(data),
        ...license,
        documentId,
        product: license.product.id,
        customer: license.customer?.id ?? null,
        generator: license.generator?.id ?? null,
      },
    };
  };

  /** The engine's insert may be committed already: without its audit entry it must not stay. */
  const record = async (created: readonly Created[]): Promise<void> => {
    const actor = getService({ strapi }, 'actor').current();
    const now = new Date();
    try {
      await transaction({ strapi }, async (db) => {
        await appendAudit(
          db,
          created.map(({ documentId, license, change }) =>
            auditRecord({ ...license, documentId }, change, actor, now)
          )
        );
      });
    } catch (error) {
      await transaction({ strapi }, async (db) =>
        deleteByDocumentIds(
          db,
          created.map(({ documentId }) => documentId)
        )
      );
      throw error;
    }
  };

  const refuseDelete = (): never => {
    throw ruleBroken(
      'USE_CASE_ONLY',
      'A license is deleted by the delete action only, which leaves an audit entry.'
    );
  };

  return {
    async beforeCreate(event) {
      const prepared = await transaction({ strapi }, async (db) => prepare(db, dataOf(event)));
      event.params.data = prepared.data;
      event.state.created = [prepared.created];
    },
    async afterCreate({ state }) {
      await record(state.created as Created[]);
    },
    async beforeCreateMany(event) {
      const prepared = await transaction({ strapi }, async (db) => {
        const all = [];
        for (const data of dataListOf(event)) {
          all.push(await prepare(db, data));
        }
        return all;
      });
      const keys = prepared.map(
        ({ created: { license } }) => `${license.environment}/${license.key}`
      );
      if (new Set(keys).size < keys.length) {
        throw keyTaken();
      }
      event.params.data = prepared.map(({ data }) => data);
      event.state.created = prepared.map(({ created }) => created);
    },
    async afterCreateMany({ state }) {
      await record(state.created as Created[]);
    },
    async beforeUpdate(event) {
      // Without a condition the engine refuses; it must not be the first row that it comes upon.
      if (!isEmpty(event.params.where)) {
        const [id] = await takeOver(event, 1);
        event.params.where = { id: id ?? null };
      }
    },
    async beforeUpdateMany(event) {
      const ids = await takeOver(event, MAX_ROWS + 1);
      event.params.where = { id: { $in: ids } };
      event.params.data = { ...dataOf(event), updatedAt: new Date() };
    },
    beforeDelete: refuseDelete,
    beforeDeleteMany: refuseDelete,
  };
};
