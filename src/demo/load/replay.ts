import { auditRecord } from '../../plugins/license-keys/server/src/domain/audit';
import {
  decideAction,
  decideChange,
  decideExpiration,
  decideRevocation,
} from '../../plugins/license-keys/server/src/domain/change';
import type { Change, Circumstances } from '../../plugins/license-keys/server/src/domain/change';
import { decideCreation } from '../../plugins/license-keys/server/src/domain/creation';
import type { Actor } from '../../plugins/license-keys/server/src/domain/types';
import { orThrow } from '../../plugins/license-keys/server/src/errors';
import { carryOut } from '../../plugins/license-keys/server/src/services/changes';
import { appendAudit } from '../../plugins/license-keys/server/src/store/audit';
import type { Db } from '../../plugins/license-keys/server/src/store/database';
import { insertLicense } from '../../plugins/license-keys/server/src/store/licenses';
import type { Report } from '../progress';
import { timelineOf } from '../story/story';
import type { Author, Deed, Event, LicensePlan, Story } from '../story/types';
import type { Catalog } from './catalog';
import { activate, deactivate, writeLastSeen } from './devices';
import { existing } from './life';
import type { Life } from './life';

/** What the story's plans are in this database. */
export interface Cast {
  catalog: Catalog;
  actorOf: (author: Author) => Actor;
}

/** The demo's history knows no grace period; a configured one counts from now on. */
const GRACE_DAYS = 0;

type FirstDeed = Extract<Deed, { type: 'create' }>;
type LaterDeed = Exclude<Deed, FirstDeed>;

const beginLife = async (
  db: Db,
  { catalog, actorOf }: Cast,
  plan: LicensePlan,
  deed: FirstDeed,
  { at, by }: Event
): Promise<Life> => {
  const { name, slug } = plan.generator.product;
  const product = catalog.product(plan.generator.product);
  const generator = catalog.generator(plan.generator);
  const { environment, activationLimit, features } = generator;
  const { license, change } = orThrow(
    decideCreation(
      {
        key: plan.key,
        environment,
        product,
        generator,
        customer: deed.assigned ? catalog.customer(plan.buyer) : null,
        activationLimit,
        expiresAt: null,
        features,
        metadata: plan.metadata,
      },
      at
    )
  );
  const created = await insertLicense(db, license, at);
  await appendAudit(db, [auditRecord(created, change, actorOf(by), at)]);
  return {
    plan,
    license: created,
    product: { ...product, name, slug, active: true },
    devices: new Map(),
  };
};

/** The steps that the plugin makes of a deed; it throws where the plugin would refuse. */
const stepsOf = async (
  db: Db,
  { catalog }: Cast,
  life: Life,
  deed: LaterDeed,
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
export const replay = async (db: Db, story: Story, cast: Cast, report: Report): Promise<void> => {
  const timeline = timelineOf(story);
  const lives = new Map<LicensePlan, Life>();
  for (const [index, { plan, event }] of timeline.entries()) {
    const { at: now, by, deed, reason } = event;
    if (deed.type === 'create') {
      lives.set(plan, await beginLife(db, cast, plan, deed, event));
    } else {
      const life = existing(lives.get(plan), 'a license');
      const { validity } = plan.generator;
      const steps = await stepsOf(db, cast, life, deed, { now, graceDays: GRACE_DAYS, validity });
      const actor = cast.actorOf(by);
      life.license = await carryOut(db, life.license, [steps ?? []].flat(), { actor, now, reason });
    }
    await report((index + 1) / timeline.length);
  }
  await writeLastSeen(db, lives.values());
};
