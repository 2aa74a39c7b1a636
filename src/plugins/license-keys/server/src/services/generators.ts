import type { Core } from '@strapi/strapi';

import type {
  CreateGeneratorBody,
  EditGeneratorBody,
  FormatPreview,
  FormatPreviewBody,
  GeneratorDetail,
} from '../../../shared/generators';
import { isKeyFormat } from '../domain/key-format';
import { decideKeySource } from '../domain/key-source';
import { LicenseError, noGenerator, orThrow, ruleBroken } from '../errors';
import { connection, transaction } from '../store/database';
import { lockGenerator, readGenerator } from '../store/generators';
import { findScoped } from '../store/references';
import { UID } from '../uids';
import { drawKey } from './keys';
import { settings } from './settings';

const SAMPLES = 5;

/** What makes licenses: kept through the Document Service, whose hooks know every rule. */
export const generators = ({ strapi }: { strapi: Core.Strapi }) => {
  const { isEnvironment, keyFunctions } = settings({ strapi });

  const find = async (documentId: string): Promise<GeneratorDetail> => {
    const generator = await readGenerator(connection({ strapi }), documentId);
    if (!generator || !isEnvironment(generator.environment)) {
      throw noGenerator();
    }
    return generator;
  };

  const change = async (documentId: string, data: object, version?: Date): Promise<void> => {
    await transaction({ strapi }, async (db) => {
      const locked = await lockGenerator(db, documentId);
      if (!locked || !isEnvironment(locked.environment)) {
        throw noGenerator();
      }
      if (version && version.getTime() !== locked.version.getTime()) {
        throw new LicenseError({
          code: 'EDIT_CONFLICT',
          message: 'Somebody else changed this generator since you opened it.',
          status: 409,
        });
      }
      await strapi.documents(UID.generator).update({ documentId, data });
    });
  };

  return {
    find,

    async create(body: CreateGeneratorBody): Promise<GeneratorDetail> {
      // The Document Service knows rows by their id, where a relation is a column.
      const product = await findScoped(connection({ strapi }), 'product', body.product);
      const { documentId } = await transaction({ strapi }, async () =>
        strapi.documents(UID.generator).create({
          data: {
            ...body,
            product: product?.id ?? null,
            features: body.features ?? {},
            metadata: body.metadata ?? {},
          },
        })
      );
      return find(documentId);
    },

    /** Refused (409) where the generator was edited since the version that the edit was begun on. */
    async edit(
      documentId: string,
      { version, ...data }: Omit<EditGeneratorBody, 'version'> & { version: Date }
    ): Promise<GeneratorDetail> {
      await change(documentId, data, version);
      return find(documentId);
    },

    async setActive(documentId: string, active: boolean): Promise<GeneratorDetail> {
      await change(documentId, { active });
      return find(documentId);
    },

    /** Its licenses stay, and get what it said when they were made. */
    async delete(documentId: string): Promise<void> {
      await find(documentId);
      await transaction({ strapi }, async () =>
        strapi.documents(UID.generator).delete({ documentId })
      );
    },

    /** What a format would make. Throws where it may not be used. */
    preview({ environment, type, format }: FormatPreviewBody): FormatPreview['data'] {
      const whole = { ...format, type };
      if (!isKeyFormat(whole)) {
        throw ruleBroken('INVALID_FORMAT', 'The format is not one of its type.', {
          field: 'format',
        });
      }
      const source = orThrow(decideKeySource(whole, environment, keyFunctions));
      const now = new Date();
      return {
        samples: Array.from({ length: SAMPLES }, () => drawKey(source, now)),
        bits: source.bits,
        supply: String(source.supply),
      };
    },

    keyFunctions: (): { name: string; bits: number }[] =>
      Object.entries(keyFunctions).map(([name, { bits }]) => ({ name, bits })),
  };
};
