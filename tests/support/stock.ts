import { randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { GeneratorRef } from '../../src/plugins/license-keys/server/src/domain/creation';
import type {
  Actor,
  JsonObject,
  License,
  Product,
  ScopedRef,
} from '../../src/plugins/license-keys/server/src/domain/types';
import type { State } from '../../src/plugins/license-keys/shared/states';
import { service } from './plugin';

export interface Customer extends ScopedRef {
  name: string;
  email: string;
}

export interface LicenseWish {
  environment?: string;
  key?: string;
  state?: State;
  product?: ScopedRef;
  customer?: ScopedRef;
  generator?: GeneratorRef;
  activationLimit?: number;
  /** May lie in the past. */
  expiresAt?: Date | null;
  createdAt?: Date;
  features?: JsonObject;
  metadata?: JsonObject;
  /** Fingerprints of the devices; from `active` on there is one, unless the test says otherwise. */
  devices?: readonly string[];
}

export type Stock = ReturnType<typeof stockOf>;

export const SYSTEM: Actor = { type: 'system', id: null, name: null, ip: null, requestId: null };

/** As long as a name is likely to get: 120 characters. */
export const LONG_NAME = 'Professional Suite for Analytical Engines, Difference Engines and Looms '
  .repeat(2)
  .slice(0, 120);

export const DAY = 24 * 60 * 60 * 1000;

export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY);

/** A word that no other row of the database has. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(6).toString('hex')}`;

const LICENSES = 'license_keys_licenses';

/** Products, customers and licenses as a test wants them, made by the plugin's own use cases. */
export const stockOf = (strapi: Core.Strapi) => {
  const licenses = service(strapi, 'licenses');
  const licensing = service(strapi, 'licensing');

  const product = async (wish: Partial<Omit<Product, 'id' | 'documentId'>> = {}) =>
    (await strapi.db.query('plugin::license-keys.product').create({
      data: {
        environment: 'production',
        name: 'Pro Plan',
        slug: unique('pro-plan'),
        active: true,
        ...wish,
      },
    })) as Product;

  const generator = async (
    product: ScopedRef,
    wish: Record<string, unknown> = {}
  ): Promise<GeneratorRef> => {
    const { id, environment } = product;
    const row = (await strapi.db.query('plugin::license-keys.generator').create({
      data: { environment, name: 'Standard', product: id, type: 'uuid', ...wish },
    })) as Omit<GeneratorRef, 'product'>;
    return { ...row, product };
  };

  const customer = async (wish: Partial<Omit<Customer, 'id' | 'documentId'>> = {}) =>
    (await strapi.db.query('plugin::license-keys.customer').create({
      data: {
        environment: 'production',
        name: 'Ada Lovelace',
        email: `${unique('ada')}@example.com`,
        ...wish,
      },
    })) as Customer;

  /** Past every rule: only time itself could do so. */
  const setExpiry = async ({ documentId }: { documentId: string }, expiresAt: Date | null) => {
    await strapi.db
      .connection(LICENSES)
      .where({ document_id: documentId })
      .update({ expires_at: expiresAt });
  };

  const setCreation = async ({ documentId }: License, createdAt: Date) => {
    await strapi.db
      .connection(LICENSES)
      .where({ document_id: documentId })
      .update({ created_at: createdAt });
  };

  const activate = async ({ environment, key }: License, fingerprint: string) => {
    const device = { fingerprint, name: null, platform: null, ip: null, metadata: {} };
    await licensing.activate({ environment, key, device, actor: SYSTEM });
  };

  const walkTo = async (license: License, state: State, expiresAt: Date | null): Promise<void> => {
    const command = { documentId: license.documentId, actor: SYSTEM };
    if (state === 'inactive') await licenses.inactivate(command);
    if (state === 'suspended') await licenses.suspend(command);
    if (state === 'revoked') await licenses.revoke(command);
    if (state === 'expired') {
      await setExpiry(license, expiresAt ?? daysFromNow(-100));
      await licenses.expire(command);
    }
  };

  const license = async ({
    environment = 'production',
    key = unique('KEY'),
    state = 'active',
    activationLimit = 5,
    expiresAt = null,
    features = {},
    metadata = {},
    ...wish
  }: LicenseWish = {}): Promise<License> => {
    const isFirst = state === 'available' || state === 'assigned';
    const created = await licenses.create(
      {
        key,
        environment,
        product: wish.product ?? (await product({ environment })),
        generator: wish.generator ?? null,
        customer:
          state === 'available' ? null : (wish.customer ?? (await customer({ environment }))),
        activationLimit,
        features,
        metadata,
      },
      SYSTEM
    );
    for (const fingerprint of wish.devices ?? (isFirst ? [] : ['device-1'])) {
      await activate(created, fingerprint);
    }
    await walkTo(created, state, expiresAt);
    if (expiresAt) await setExpiry(created, expiresAt);
    if (wish.createdAt) await setCreation(created, wish.createdAt);
    return { ...created, state, expiresAt };
  };

  /** Many available licenses at once, past the use cases: their keys are a prefix and a number. */
  const pool = async ({ id, environment }: ScopedRef, prefix: string, count: number) => {
    const now = new Date();
    const rows = Array.from({ length: count }, (_, index) => ({
      document_id: unique('pool'),
      key: `${prefix}-${String(index + 1).padStart(5, '0')}`,
      environment,
      state: 'available',
      product_id: id,
      activation_limit: 1,
      features: '{}',
      metadata: '{}',
      created_at: now,
      updated_at: now,
      published_at: now,
    }));
    await strapi.db.connection.batchInsert(LICENSES, rows, 500);
  };

  return { product, generator, customer, license, pool, setExpiry };
};
