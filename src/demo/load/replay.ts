import {
  decideAction,
  decideChange,
  decideExpiration,
  decideRevocation,
} from '../../plugins/license-keys/server/src/domain/change';
import type { Change, Circumstances } from '../../plugins/license-keys/server/src/domain/change';
import type { Actor } from '../../plugins/license-keys/server/src/domain/types';
import { orThrow } from '../../plugins/license-keys/server/src/errors';
import { carryOut } from '../../plugins/license-keys/server/src/services/changes';
import type { Db } from '../../plugins/license-keys/server/src/store/database';
import type { Report } from '../progress';
import { timelineOf } from '../story/story';
import type { Author, Deed, LicensePlan, Story } from '../story/types';
import type { Catalog } from './catalog';
import { activate, deactivate, writeLastSeen } from './devices';
import { existing } from './existing';
import { beginLife } from './life';
import type { Life } from './life';

/** What the story's plans are in this database. */
export interface Cast {
  catalog: Catalog;
  actorOf: (author: Author) => Actor;
}

/** The demo's history knows no grace period; a configured one counts from now on. */
const GRACE_DAYS = 0;

/** The steps that the plugin makes of a deed; it throws where the plugin would refuse. */
const stepsOf = async (
  db: Db,
  catalog: Catalog,
  life: Life,
  deed: Exclude<Deed, { type: 'create' }>,
  circumstances: Circumstances
): Promise<Change | Change[] | null> => {
  const { license, plan } = life;
  switch (deed.type) {
    case 'assign': {
      const customer = catalog.customer(plan.buyer);
      return orThrow(decideAction(license, 'assign', { customer }, circumstances));
    }
    case 'activate':
      return activate(db, life, deed.device, circumstances);
    case 'deactivate':
      return deactivate(db, life, deed.device, circumstances.now);
    case 'edit':
      return orThrow(decideChange(license, deed.patch, circumstances));
    case 'expire':
      return orThrow(decideExpiration(license, circumstances));
    case 'revoke':
      return orThrow(decideRevocation(license));
    default:
      return orThrow(decideAction(license, deed.type, {}, circumstances));
  }
};

/**
 * Lets the story happen, each event at its time, by the plugin's own rules and writes:
 * what it leaves in the database is what years of use would have left.
 */
export const replay = async (
  db: Db,
  story: Story,
  { catalog, actorOf }: Cast,
  report: Report
): Promise<void> => {
  const timeline = timelineOf(story);
  const lives = new Map<LicensePlan, Life>();
  for (const [index, { plan, event }] of timeline.entries()) {
    const { at: now, deed, reason } = event;
    const actor = actorOf(event.by);
    if (deed.type === 'create') {
      const occasion = { isAssigned: deed.assigned, actor, now };
      lives.set(plan, await beginLife(db, catalog, plan, occasion));
    } else {
      const life = existing(lives.get(plan), 'a license');
      const circumstances = { now, graceDays: GRACE_DAYS };
      const steps = [(await stepsOf(db, catalog, life, deed, circumstances)) ?? []].flat();
      life.license = await carryOut(db, life.license, steps, { actor, now, reason });
    }
    await report((index + 1) / timeline.length);
  }
  await writeLastSeen(db, lives.values());
};
