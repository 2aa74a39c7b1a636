import type { Core } from '@strapi/strapi';

import type { BulkAction, DryRun, RefusedOnes } from '../../../shared/bulk';
import type { ReasonCode } from '../../../shared/reasons';
import type { State } from '../../../shared/states';
import { decideAction, decideRevocation } from '../domain/change';
import type { Change, Circumstances } from '../domain/change';
import { accept } from '../domain/decision';
import type { Decision } from '../domain/decision';
import type { Actor, License, ScopedRef } from '../domain/types';
import { unknownRelation } from '../errors';
import { countHeld } from '../store/activations';
import { connection } from '../store/database';
import { insertSelected } from '../store/job-items';
import { setTotal } from '../store/jobs';
import type { ListFilter } from '../store/license-list';
import { readSelectedIds } from '../store/license-list';
import { readLicenses } from '../store/licenses';
import { nextTurn } from '../store/next-turn';
import { findName, findScoped } from '../store/references';
import type { Jobs } from './jobs';
import { expectTried, fingerprintOf } from './selection';
import { settings } from './settings';

const BATCH = 500;

/** Whether it is their state by which licenses are refused. */
const isOfState = (code: ReasonCode, state: State): boolean =>
  code === 'INVALID_TRANSITION' || state === 'expired' || state === 'revoked';

export interface BulkRequest {
  environment: string;
  action: BulkAction;
  selection: ListFilter;
  customer: string | null;
  reason: string | null;
}

/** Those that are about licenses as they are, and not about a change of theirs. */
const isOfWhole = (action: BulkAction): boolean => action === 'delete' || action === 'export';

/** Whether an action would be legal, by the same rules as the use cases. */
const decide = (
  action: BulkAction,
  license: License,
  customer: ScopedRef | null,
  circumstances: Circumstances
): Decision<Change | Change[] | null> => {
  switch (action) {
    case 'delete':
    case 'export':
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

  const customerOf = async ({
    environment,
    action,
    customer,
  }: BulkRequest): Promise<ScopedRef | null> => {
    if (action !== 'assign') {
      return null;
    }
    const found = customer === null ? null : await findScoped(db(), 'customer', customer);
    if (found?.environment !== environment) {
      throw unknownRelation('customer');
    }
    return found;
  };

  /** What a job is about besides its action: who gets the licenses, and of which product they all are. */
  const subjectOf = async ({
    environment,
    customer,
    selection: { product },
  }: BulkRequest): Promise<string | null> => {
    const names = [
      customer && (await findName(db(), 'customer', environment, customer)),
      product && (await findName(db(), 'product', environment, product)),
    ];
    return names.filter(Boolean).join(' · ') || null;
  };

  async function* batchesOf(ids: readonly number[]) {
    for (let start = 0; start < ids.length; start += BATCH) {
      yield await readLicenses(db(), ids.slice(start, start + BATCH));
      await nextTurn();
    }
  }

  return {
    /** Says for how many the action is legal and why not for the rest; writes nothing. */
    async dryRun(request: BulkRequest): Promise<DryRun['data']> {
      const { graceDays } = settings({ strapi });
      const customer = await customerOf(request);
      const circumstances = { now: new Date(), graceDays };
      const refused = new Map<string, RefusedOnes>();
      const tried: string[] = [];
      const result = { legal: 0, unchanged: 0, devices: 0 };
      for await (const batch of batchesOf(await readSelectedIds(db(), request.selection))) {
        const ending: number[] = [];
        for (const { license } of batch) {
          const decision = decide(request.action, license, customer, circumstances);
          tried.push(license.documentId);
          if (!decision.ok) {
            const { code, message } = decision.refusal;
            const entry = refused.get(message) ?? {
              code,
              message,
              ...(isOfState(code, license.state) && { from: license.state }),
              count: 0,
            };
            refused.set(message, { ...entry, count: entry.count + 1 });
          } else if (!isOfWhole(request.action) && [decision.value ?? []].flat().length === 0) {
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
      return {
        ...result,
        total: tried.length,
        refused: [...refused.values()].sort((a, b) => b.count - a.count),
        fingerprint: fingerprintOf(tried),
      };
    },

    /**
     * Starts the job, if the same licenses match as when it was tried. Returns its id; what is legal is decided
     * again for each license when its turn comes.
     */
    async start(request: BulkRequest, fingerprint: string, actor: Actor): Promise<number> {
      await customerOf(request);
      const { environment, action, selection, customer, reason } = request;
      return strapi
        .plugin('license-keys')
        .service<Jobs>('jobs')
        .enqueue(
          {
            type: 'bulk',
            environment,
            payload: { action, customer, reason },
            subject: await subjectOf(request),
            actor,
            total: 0,
            now: new Date(),
          },
          async (trx, jobId) => {
            const documentIds = await insertSelected(trx, jobId, selection);
            expectTried(documentIds, fingerprint);
            await setTotal(trx, jobId, documentIds.length);
          }
        );
    },
  };
};
