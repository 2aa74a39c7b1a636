import type { Core } from '@strapi/strapi';

import type { License, ScopedRef } from '../../src/plugins/license-keys/server/src/domain/types';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { stockOf, unique, type LicenseWish } from './stock';

/** What the licenses of one environment refer to. */
export interface Catalog {
  environment: string;
  product: ScopedRef;
  customer: ScopedRef;
  generator: ScopedRef;
}

const create = async (
  strapi: Core.Strapi,
  uid: (typeof UID)['product' | 'customer' | 'generator'],
  data: Record<string, unknown>
): Promise<ScopedRef> => {
  const { id, documentId } = await strapi.documents(uid).create({ data });
  return { id: Number(id), documentId, environment: String(data.environment) };
};

export const createProduct = async (
  strapi: Core.Strapi,
  fields: Record<string, unknown> = {}
): Promise<ScopedRef> =>
  create(strapi, UID.product, {
    name: 'A product',
    slug: unique('product'),
    environment: 'production',
    ...fields,
  });

export const createCustomer = async (
  strapi: Core.Strapi,
  fields: Record<string, unknown> = {}
): Promise<ScopedRef> =>
  create(strapi, UID.customer, {
    name: 'A customer',
    email: `${unique('customer')}@example.com`,
    environment: 'production',
    ...fields,
  });

export const createGenerator = async (
  strapi: Core.Strapi,
  { id, environment }: ScopedRef,
  fields: Record<string, unknown> = {}
): Promise<ScopedRef> =>
  create(strapi, UID.generator, {
    name: 'A generator',
    product: id,
    environment,
    type: 'uuid',
    ...fields,
  });

export const createCatalog = async (
  strapi: Core.Strapi,
  environment = 'production'
): Promise<Catalog> => {
  const product = await createProduct(strapi, { environment });
  return {
    environment,
    product,
    customer: await createCustomer(strapi, { environment }),
    generator: await createGenerator(strapi, product),
  };
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

/** What a license is created from, as a request's body. */
export const creation = async ({ strapi }: { strapi: Core.Strapi }) => {
  const product = await createProduct(strapi);
  const generator = await createGenerator(strapi, product, {
    activationLimit: 3,
    features: { plan: 'pro' },
  });
  return { product: product.documentId, generator: generator.documentId };
};
