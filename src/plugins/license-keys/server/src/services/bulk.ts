import type { Core } from '@strapi/strapi';

import type { BulkAction, DryRun } from '../../../shared/bulk';
import { keyPrefix } from '../../../shared/limits';
import { decideAction, decideRevocation } from '../domain/change';
import type { Change, Circumstances } from '../domain/change';
import { accept } from '../domain/decision';
import type { Decision } from '../domain/decision';
import type { Actor, License, ScopedRef } from '../domain/types';
import { ruleBroken } from '../errors';
import { countHeld } from '../store/activations';
import { connection } from '../store/database';
import type { ListFilter } from '../store/license-list';
import { readListIds } from '../store/license-list';
import { findIds, readLicenses } from '../store/licenses';
import { findScoped } from '../store/references';
import type { Jobs } from './jobs';
import { settings } from './settings';

const BATCH = 500;
const ORDER = { field: 'createdAt', order: 'asc' } as const;

export interface BulkRequest {
  environment: string;
  action: BulkAction;
  selection: { ids: string[] } | { filter: ListFilter };
  customer: string | null;
  reason: string | null;
}

/** Whether an action would be legal, by the same rules as the use cases. */
const decide = (
  action: BulkAction,
  license: License,
  customer: ScopedRef | null,
  circumstances: Circumstances
): Decision<Change | Change[] | null> => {
  switch (action) {
    case 'delete':
      return accept([]);
    case 'revoke':
      return decideRevocation(license);
    case 'assign':
      return decideAction(license, 'assign', { customer }, circumstances);
    default:
      return decideAction(license, action, {}, circumstances);
  }
};

/** Actions on many licenses: first what would happen, then a job that does it. */
export const bulk = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = () => connection({ strapi });

  const idsOf = async ({ environment, selection }: BulkRequest): Promise<number[]> =>
    'ids' in selection
      ? findIds(db(), environment, selection.ids)
      : readListIds(db(), selection.filter, ORDER);

  const customerOf = async ({ action, customer }: BulkRequest): Promise<ScopedRef | null> => {
    if (action !== 'assign') {
      return null;
    }
    const found = customer === null ? null : await findScoped(db(), 'customer', customer);
    if (!found) {
      throw ruleBroken('UNKNOWN_RELATION', 'The customer does not exist.', { field: 'customer' });
    }
    return found;
  };

  async function* batchesOf(ids: readonly number[]) {
    for (let start = 0; start < ids.length; start += BATCH) {
      yield await readLicenses(db(), ids.slice(start, start + BATCH));
    }
  }

  return {
    /** Says for how many the action is legal and why not for the rest; writes nothing. */
    async dryRun(request: BulkRequest): Promise<DryRun['data']> {
      const { graceDays } = settings({ strapi });
      const customer = await customerOf(request);
      const now = new Date();
      const refused = new Map<string, { code: string; message: string; count: number }>();
      const result = { total: 0, legal: 0, unchanged: 0, devices: 0 };
      for await (const batch of batchesOf(await idsOf(request))) {
        const ending: number[] = [];
        for (const { license, validity } of batch) {
          const circumstances = { now, graceDays, validity };
          const decision = decide(request.action, license, customer, circumstances);
          result.total += 1;
          if (!decision.ok) {
            const { code, message } = decision.refusal;
            const entry = refused.get(message) ?? { code, message, count: 0 };
            refused.set(message, { ...entry, count: entry.count + 1 });
          } else if (request.action !== 'delete' && [decision.value ?? []].flat().length === 0) {
            result.unchanged += 1;
          } else {
            result.legal += 1;
            ending.push(license.id);
          }
        }
        if (request.action === 'revoke' || request.action === 'delete') {
          result.devices += await countHeld(db(), ending);
        }
      }
      return { ...result, refused: [...refused.values()].sort((a, b) => b.count - a.count) };
    },

    /** Starts the job. Returns its id; what is legal is decided again for each license when its turn comes. */
    async start(request: BulkRequest, actor: Actor): Promise<number> {
      await customerOf(request);
      const items = [];
      for await (const batch of batchesOf(await idsOf(request))) {
        for (const { license } of batch) {
          items.push({ licenseId: license.documentId, keyPrefix: keyPrefix(license.key) });
        }
      }
      const { environment, action, customer, reason } = request;
      return strapi.plugin('license-keys').service<Jobs>('jobs').enqueue(
        {
          type: 'bulk',
          environment,
          payload: { action, customer, reason },
          actor,
          now: new Date(),
        },
        items
      );
    },
  };
};
