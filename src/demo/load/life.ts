import { auditRecord } from '../../plugins/license-keys/server/src/domain/audit';
import { decideCreation } from '../../plugins/license-keys/server/src/domain/creation';
import type { LicenseDraft } from '../../plugins/license-keys/server/src/domain/creation';
import type {
  Activation,
  Actor,
  License,
  Product,
} from '../../plugins/license-keys/server/src/domain/types';
import { orThrow } from '../../plugins/license-keys/server/src/errors';
import { appendAudit } from '../../plugins/license-keys/server/src/store/audit';
import type { Db } from '../../plugins/license-keys/server/src/store/database';
import { insertLicense } from '../../plugins/license-keys/server/src/store/licenses';
import type { LicensePlan } from '../story/types';
import type { Catalog } from './catalog';

/** A license in the course of the replay. */
export interface Life {
  plan: LicensePlan;
  license: License;
  product: Product;
  /** Its activations, also those that ended, by the device's place in the plan. */
  devices: Map<number, Activation>;
}

const draftOf = (catalog: Catalog, plan: LicensePlan, isAssigned: boolean): LicenseDraft => {
  const generator = catalog.generator(plan.generator);
  const { environment, activationLimit, features } = generator;
  return {
    key: plan.key,
    environment,
    product: catalog.product(plan.generator.product),
    generator,
    customer: isAssigned ? catalog.customer(plan.buyer) : null,
    activationLimit,
    features,
    metadata: plan.metadata,
  };
};

/** Creates a license of the plan as the plugin would. */
export const beginLife = async (
  db: Db,
  catalog: Catalog,
  plan: LicensePlan,
  { isAssigned, actor, now }: { isAssigned: boolean; actor: Actor; now: Date }
): Promise<Life> => {
  const decided = orThrow(decideCreation(draftOf(catalog, plan, isAssigned), now));
  const license = await insertLicense(db, decided.license, now);
  await appendAudit(db, [auditRecord(license, decided.change, actor, now)]);
  const { name, slug } = plan.generator.product;
  const product = { ...catalog.product(plan.generator.product), name, slug, active: true };
  return { plan, license, product, devices: new Map() };
};
