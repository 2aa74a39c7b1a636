import type { Core } from '@strapi/strapi';

import { decideAction } from '../domain/change';
import type { Actor, License } from '../domain/types';
import { LicenseError, orThrow, unknownRelation } from '../errors';
import { transaction } from '../store/database';
import { lockLicenses } from '../store/licenses';
import { countPool, lockFromPool } from '../store/pool';
import { findProduct, findScoped } from '../store/references';
import { carryOut } from './changes';
import { settings } from './settings';

export interface PoolRequest {
  environment: string;
  /** documentId or slug. */
  product: string;
  /** documentId. */
  customer: string;
  /** How many licenses. */
  count: number;
  actor: Actor;
  reason?: string | undefined;
}

/** What is done with the licenses that wait for a customer. */
export const pool = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Gives a customer so many available licenses of a product, chosen at random: all of them or none. No
   * license goes to two customers, however many ask at the same moment on however many instances.
   * Throws `POOL_EXHAUSTED` where there are fewer.
   */
  async assign({ environment, count, actor, reason, ...names }: PoolRequest): Promise<License[]> {
    return transaction({ strapi }, async (db) => {
      const now = new Date();
      const product = await findProduct(db, environment, names.product);
      const customer = await findScoped(db, 'customer', names.customer);
      if (!product) throw unknownRelation('product');
      if (customer?.environment !== environment) throw unknownRelation('customer');

      const ids = await lockFromPool(db, { environment, product, now }, count);
      if (ids.length < count) {
        throw new LicenseError({
          code: 'POOL_EXHAUSTED',
          message: 'There are not as many available licenses of this product.',
          status: 409,
          details: {
            requested: count,
            available: await countPool(db, { environment, product, now }),
          },
        });
      }
      const { graceDays } = settings({ strapi });
      const assigned: License[] = [];
      for (const { license } of await lockLicenses(db, ids)) {
        const step = orThrow(decideAction(license, 'assign', { customer }, { now, graceDays }));
        assigned.push(await carryOut(db, license, step ? [step] : [], { actor, now, reason }));
      }
      return assigned;
    });
  },
});
