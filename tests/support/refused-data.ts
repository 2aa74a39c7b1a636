import type { Catalog } from './catalog';
import type { Data } from './doors';

/** What the rows of a test's two environments are called in the tables below. */
export interface World {
  own: Catalog;
  /** Another product, customer and generator of the same environment. */
  other: Catalog;
  /** Those of another environment. */
  foreign: Catalog;
}

export interface RefusedData {
  what: string;
  data: (world: World) => Data;
  code: string;
  field: string;
}

const refused = (
  what: string,
  code: string,
  field: string,
  data: Data | ((world: World) => Data)
): RefusedData => ({ what, code, field, data: typeof data === 'function' ? data : () => data });

const PAST = new Date('2020-01-01T00:00:00.000Z');
const LARGE = { text: 'x'.repeat(10_240) };

/** Values that no license may have, whether it is new or not. */
export const REFUSED_VALUES: readonly RefusedData[] = [
  ...[0, -2, 10_001, 1.5, 'five'].map((activationLimit) =>
    refused(
      `the limit ${JSON.stringify(activationLimit)}`,
      'INVALID_ACTIVATION_LIMIT',
      'activationLimit',
      {
        activationLimit,
      }
    )
  ),
  ...[PAST, PAST.toISOString(), PAST.getTime(), 'no date'].map((expiresAt) =>
    refused(`the expiry ${JSON.stringify(expiresAt)}`, 'INVALID_EXPIRY', 'expiresAt', { expiresAt })
  ),
  ...[[], ['a'], 'text', '{"seats":5}', 5, true].map((features) =>
    refused(`the features ${JSON.stringify(features)}`, 'INVALID_FEATURES', 'features', {
      features,
    })
  ),
  ...[[], 'text', 5].map((metadata) =>
    refused(`the metadata ${JSON.stringify(metadata)}`, 'INVALID_METADATA', 'metadata', {
      metadata,
    })
  ),
  refused('metadata over 10 KB', 'INVALID_METADATA', 'metadata', { metadata: LARGE }),
  refused('a device', 'USE_CASE_ONLY', 'activations', { activations: [1] }),
  refused('a connected device', 'USE_CASE_ONLY', 'activations', {
    activations: { connect: [{ id: 1 }] },
  }),
  refused(
    'a customer of another environment',
    'CROSS_ENVIRONMENT_RELATION',
    'customer',
    (world) => ({
      customer: world.foreign.customer.id,
    })
  ),
  refused(
    'a customer of another environment, by column',
    'CROSS_ENVIRONMENT_RELATION',
    'customer',
    (world) => ({
      customer_id: world.foreign.customer.id,
    })
  ),
  refused('a customer who does not exist', 'UNKNOWN_RELATION', 'customer', { customer: 999_999 }),
];

/** What an existing license refuses besides; it is active and has a customer. */
export const REFUSED_EDITS: readonly RefusedData[] = [
  refused('another key', 'IMMUTABLE_FIELD', 'key', { key: 'ANOTHER-KEY' }),
  refused('no key', 'IMMUTABLE_FIELD', 'key', { key: null }),
  refused('another environment', 'IMMUTABLE_FIELD', 'environment', { environment: 'staging' }),
  refused('another product', 'IMMUTABLE_FIELD', 'product', ({ other }) => ({
    product: other.product.id,
  })),
  refused('another product, connected', 'IMMUTABLE_FIELD', 'product', ({ other }) => ({
    product: { connect: [{ id: other.product.id }] },
  })),
  refused('another product, set', 'IMMUTABLE_FIELD', 'product', ({ other }) => ({
    product: { set: [{ id: other.product.id }] },
  })),
  refused('another product, by column', 'IMMUTABLE_FIELD', 'product', ({ other }) => ({
    product_id: other.product.id,
  })),
  refused('no product', 'IMMUTABLE_FIELD', 'product', { product: null }),
  refused('no product, by column', 'IMMUTABLE_FIELD', 'product', { product_id: null }),
  refused('a generator', 'IMMUTABLE_FIELD', 'generator', ({ own }) => ({
    generator: own.generator.id,
  })),
  refused('a generator, by column', 'IMMUTABLE_FIELD', 'generator', ({ own }) => ({
    generator_id: own.generator.id,
  })),
  refused('another validity', 'IMMUTABLE_FIELD', 'validity', {
    validity: { amount: 1, unit: 'day' },
  }),
  refused('another assignment', 'IMMUTABLE_FIELD', 'assignedAt', { assignedAt: PAST }),
  refused('no first activation', 'IMMUTABLE_FIELD', 'firstActivatedAt', { firstActivatedAt: null }),
  refused('no limit', 'INVALID_ACTIVATION_LIMIT', 'activationLimit', { activationLimit: null }),
  refused('no features', 'INVALID_FEATURES', 'features', { features: null }),
  refused('no customer', 'CUSTOMER_REQUIRED', 'customer', { customer: null }),
  refused('no customer, set', 'CUSTOMER_REQUIRED', 'customer', { customer: { set: [] } }),
  refused('no customer, disconnected', 'CUSTOMER_REQUIRED', 'customer', ({ own }) => ({
    customer: { disconnect: [{ id: own.customer.id }] },
  })),
  refused('no customer, by column', 'CUSTOMER_REQUIRED', 'customer', { customer_id: null }),
  refused('no devices', 'USE_CASE_ONLY', 'activations', { activations: [] }),
  refused('no devices, set', 'USE_CASE_ONLY', 'activations', { activations: { set: [] } }),
];

/** What a new license refuses besides. */
export const REFUSED_DRAFTS: readonly RefusedData[] = [
  ...[undefined, null, '', ' KEY', 'KEY ', 'KEY\n', 'K'.repeat(256), 7].map((key) =>
    refused(`the key ${JSON.stringify(key)}`, 'INVALID_KEY', 'key', { key })
  ),
  ...[undefined, null, 'moon', 'Production'].map((environment) =>
    refused(
      `the environment ${JSON.stringify(environment)}`,
      'UNKNOWN_ENVIRONMENT',
      'environment',
      {
        environment,
      }
    )
  ),
  refused('no product', 'PRODUCT_REQUIRED', 'product', { product: null }),
  refused('a product that does not exist', 'UNKNOWN_RELATION', 'product', { product: 999_999 }),
  refused('a product of another environment', 'CROSS_ENVIRONMENT_RELATION', 'product', (world) => ({
    product: world.foreign.product.id,
  })),
  refused(
    'a generator of another environment',
    'CROSS_ENVIRONMENT_RELATION',
    'generator',
    (world) => ({
      generator: world.foreign.generator.id,
    })
  ),
  refused('a generator of another product', 'GENERATOR_PRODUCT_MISMATCH', 'generator', (world) => ({
    generator: world.other.generator.id,
  })),
];
