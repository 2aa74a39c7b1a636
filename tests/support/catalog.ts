import type { Core } from '@strapi/strapi';

import type { License, ScopedRef } from '../../src/plugins/license-keys/server/src/domain/types';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { stockOf, type LicenseWish } from './stock';

/** What the licenses of one environment refer to. */
export interface Catalog {
  environment: string;
  product: ScopedRef;
  customer: ScopedRef;
  generator: ScopedRef;
}

export const createGenerator = async (
  strapi: Core.Strapi,
  product: ScopedRef,
  fields: Record<string, unknown> = {}
): Promise<ScopedRef> => {
  const { environment } = product;
  return (await strapi.db.query(UID.generator).create({
    data: { name: 'A generator', product: product.id, environment, type: 'uuid', ...fields },
  })) as ScopedRef;
};

export const createCatalog = async (
  strapi: Core.Strapi,
  environment = 'production'
): Promise<Catalog> => {
  const stock = stockOf(strapi);
  const product = await stock.product({ environment });
  const customer = await stock.customer({ environment });
  const generator = await createGenerator(strapi, product);
  return { environment, product, customer, generator };
};

export const DEVICES = ['device-1', 'device-2'];

/** A license of the catalog in a state, led there by the use cases; from `active` on it has two devices. */
export const createLicense = async (
  strapi: Core.Strapi,
  { environment, product, customer }: Catalog,
  state: State,
  wish: LicenseWish = {}
): Promise<License> => {
  const devices = state === 'available' || state === 'assigned' ? [] : DEVICES;
  return stockOf(strapi).license({ environment, product, customer, devices, state, ...wish });
};
