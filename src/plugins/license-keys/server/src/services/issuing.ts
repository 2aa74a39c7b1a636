import type { Core } from '@strapi/strapi';

import { decideFormat, generateKey } from '../domain/key-format';
import type { Actor, JsonObject, License } from '../domain/types';
import { LicenseError, orThrow, ruleBroken } from '../errors';
import { transaction } from '../store/database';
import type { Db } from '../store/database';
import { countGenerated, findGenerator, findScoped } from '../store/references';
import { licenses } from './licenses';

const ATTEMPTS = 3;

export interface NewLicenseInput {
  environment: string;
  /** documentIds. */
  product: string;
  generator: string;
  customer?: string | null | undefined;
  /** A key of one's own; without it the generator makes one. */
  key?: string | undefined;
  activationLimit?: number | undefined;
  expiresAt?: Date | null | undefined;
  features?: JsonObject | undefined;
  metadata?: JsonObject | undefined;
}

const missing = (field: string) =>
  ruleBroken('UNKNOWN_RELATION', `The ${field} does not exist.`, { field });

const isTaken = (error: unknown): boolean =>
  error instanceof LicenseError && (error.details as { code?: string }).code === 'KEY_TAKEN';

/** Makes single licenses from a generator. */
export const issuing = ({ strapi }: { strapi: Core.Strapi }) => {
  const resolve = async (db: Db, input: NewLicenseInput) => {
    const product = await findScoped(db, 'product', input.product);
    const generator = await findGenerator(db, input.generator);
    const customer = input.customer ? await findScoped(db, 'customer', input.customer) : null;
    if (!product) throw missing('product');
    if (!generator) throw missing('generator');
    if (input.customer && !customer) throw missing('customer');
    if (!generator.active || !generator.productActive) {
      throw ruleBroken(
        'GENERATOR_INACTIVE',
        'The generator or its product is inactive: it makes no licenses.',
        {
          field: generator.active ? 'product' : 'generator',
        }
      );
    }
    return { product, generator, customer };
  };

  return {
    /**
     * Creates a license by a generator's rules; what the input does not say comes from the generator.
     * A key that exists already is made anew, a few times; one of one's own is refused.
     */
    async issue(input: NewLicenseInput, actor: Actor): Promise<License> {
      const { product, generator, customer } = await transaction({ strapi }, async (db) =>
        resolve(db, input)
      );
      const format = orThrow(decideFormat(generator.format));
      const draft = {
        environment: input.environment,
        product,
        generator,
        customer,
        activationLimit: input.activationLimit ?? generator.activationLimit,
        expiresAt: input.expiresAt ?? null,
        features: input.features ?? generator.features,
        metadata: input.metadata ?? generator.metadata,
      };
      for (let attempt = 1; ; attempt += 1) {
        const key = input.key ?? generateKey(format, new Date());
        try {
          return await transaction({ strapi }, async (db) => {
            const license = await licenses({ strapi }).create({ ...draft, key }, actor);
            await countGenerated(db, generator.id, 1);
            return license;
          });
        } catch (error) {
          if (input.key !== undefined || attempt === ATTEMPTS || !isTaken(error)) {
            throw error;
          }
        }
      }
    },
  };
};
