import type { Core } from '@strapi/strapi';

import { decideKeySource } from '../domain/key-source';
import type { Actor, JsonObject, License } from '../domain/types';
import { codeOf, LicenseError, orThrow, ruleBroken, unknownRelation } from '../errors';
import { savepoint, transaction } from '../store/database';
import type { Db } from '../store/database';
import { countGenerated, findGenerator, findScoped } from '../store/references';
import { drawKey, newPatience } from './keys';
import { licenses } from './licenses';
import { settings } from './settings';

export interface NewLicenseInput {
  environment: string;
  /** documentIds. */
  product: string;
  generator: string;
  customer?: string | null | undefined;
  /** A key of one's own; without it the generator makes one. */
  key?: string | undefined;
  activationLimit?: number | undefined;
  /** Absent: by the generator's validity; null: lifetime. */
  expiresAt?: Date | null | undefined;
  features?: JsonObject | undefined;
  metadata?: JsonObject | undefined;
}

const isTaken = (error: unknown): boolean =>
  error instanceof LicenseError && codeOf(error) === 'KEY_TAKEN';

/** Makes single licenses from a generator. */
export const issuing = ({ strapi }: { strapi: Core.Strapi }) => {
  const { keyFunctions } = settings({ strapi });

  const resolve = async (db: Db, input: NewLicenseInput) => {
    const product = await findScoped(db, 'product', input.product);
    const generator = await findGenerator(db, input.generator);
    const customer = input.customer ? await findScoped(db, 'customer', input.customer) : null;
    if (!product) throw unknownRelation('product');
    if (!generator) throw unknownRelation('generator');
    if (input.customer && !customer) throw unknownRelation('customer');
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
     * A key that exists already is made anew, three times; one of one's own is refused.
     */
    async issue(input: NewLicenseInput, actor: Actor): Promise<License> {
      const { product, generator, customer } = await transaction({ strapi }, async (db) =>
        resolve(db, input)
      );
      const source = orThrow(
        decideKeySource(generator.format, generator.environment, keyFunctions)
      );
      const draft = {
        environment: input.environment,
        product,
        generator,
        customer,
        activationLimit: input.activationLimit ?? generator.activationLimit,
        expiresAt: input.expiresAt,
        features: input.features ?? generator.features,
        metadata: input.metadata ?? generator.metadata,
      };
      const spend = newPatience();
      for (;;) {
        const key = input.key ?? drawKey(source, new Date());
        try {
          return await transaction({ strapi }, async (db) =>
            savepoint(db, async () => {
              const license = await licenses({ strapi }).create({ ...draft, key }, actor);
              await countGenerated(db, generator.id, 1);
              return license;
            })
          );
        } catch (error) {
          if (input.key !== undefined || !isTaken(error)) {
            throw error;
          }
          spend(0);
        }
      }
    },
  };
};
