import type { Core } from '@strapi/strapi';

import { MAX_GENERATED_AT_ONCE } from '../../../shared/generators';
import { decideCreation } from '../domain/creation';
import { decideKeySource, decideSupply } from '../domain/key-source';
import type { Actor } from '../domain/types';
import { noGenerator, orThrow, ruleBroken } from '../errors';
import type { GeneratePayload } from '../jobs/generate';
import { transaction } from '../store/database';
import type { Db } from '../store/database';
import { documentIdsOfBatch } from '../store/document-ids';
import { insertBatch, lockGeneration } from '../store/generation';
import type { NewKey } from '../store/generation';
import { readUnfinished } from '../store/jobs';
import { countGenerated, countLicensesBy, findGenerator, findName } from '../store/references';
import type { Generator } from '../store/references';
import type { Jobs } from './jobs';
import { drawKey, newPatience } from './keys';
import { settings } from './settings';

/** What all licenses of one order have alike, whatever becomes of their generator meanwhile. */
export type Template = Pick<
  Generator,
  'format' | 'activationLimit' | 'validity' | 'features' | 'metadata'
>;

export interface GenerateOrder {
  /** Of the generator. */
  documentId: string;
  /** The only one that it may belong to. */
  environment?: string;
  count: number;
  actor: Actor;
}

/** Makes licenses by a generator's rules, many at a time. */
export const generating = ({ strapi }: { strapi: Core.Strapi }) => {
  const { isEnvironment, keyFunctions } = settings({ strapi });

  /** The generator (documentId), if it makes licenses at the moment. */
  const findActive = async (
    db: Db,
    documentId: string,
    environment?: string
  ): Promise<Generator> => {
    const generator = await findGenerator(db, documentId);
    if (
      !generator ||
      !isEnvironment(generator.environment) ||
      (environment !== undefined && generator.environment !== environment)
    ) {
      throw noGenerator();
    }
    if (!generator.active || !generator.productActive) {
      throw ruleBroken(
        'GENERATOR_INACTIVE',
        'The generator or its product is inactive: it makes no licenses.',
        { field: generator.active ? 'product' : 'generator' }
      );
    }
    return generator;
  };

  const sourceOf = ({ format, environment }: Generator) =>
    orThrow(decideKeySource(format, environment, keyFunctions));

  /**
   * Makes up to `count` licenses by one statement for each table: fewer where keys exist already. The caller's
   * transaction must hold the lock of generation.
   */
  const makeSome = async (
    db: Db,
    generator: Generator,
    count: number,
    actor: Actor
  ): Promise<NewKey[]> => {
    const now = new Date();
    const source = sourceOf(generator);
    const nextId = documentIdsOfBatch();
    const keys = Array.from({ length: count }, () => ({
      documentId: nextId(),
      key: drawKey(source, now),
    }));
    const draft = {
      environment: generator.environment,
      product: generator.product && { ...generator.product, environment: generator.environment },
      generator,
      customer: null,
      activationLimit: generator.activationLimit,
      features: generator.features,
      metadata: generator.metadata,
      key: keys[0]?.key ?? '',
    };
    const { license, change } = orThrow(decideCreation(draft, now));
    const made = await insertBatch(db, { license, step: change, actor, now }, keys);
    await countGenerated(db, generator.id, made.length);
    return made;
  };

  const makeNow = async (db: Db, generator: Generator, count: number, actor: Actor) => {
    const made: NewKey[] = [];
    const spend = newPatience();
    while (made.length < count) {
      const some = await makeSome(db, generator, count - made.length, actor);
      spend(some.length);
      made.push(...some);
    }
    return made;
  };

  /** The generator and its product, as a job tells of them. */
  const subjectOf = async (
    db: Db,
    { documentId, environment, product }: Generator
  ): Promise<string> => {
    const names = [
      await findName(db, 'generator', environment, documentId),
      product && (await findName(db, 'product', environment, product.documentId)),
    ];
    return names.filter(Boolean).join(' · ');
  };

  /**
   * Keys that a function has supplied or is to supply to jobs. Of patterns and chunks there are so many that those
   * that exist do not count.
   */
  const countTaken = async (db: Db, { environment, format }: Generator): Promise<number> => {
    const { function: name } = format;
    if (name === undefined) {
      return 0;
    }
    const promised = (await readUnfinished(db, environment, 'generate'))
      .filter(
        ({ payload }) => (payload as unknown as GeneratePayload).template.format.function === name
      )
      .reduce((sum, { missing }) => sum + missing, 0);
    return promised + (await countLicensesBy(db, environment, name));
  };

  const makeLater = async (
    db: Db,
    generator: Generator,
    count: number,
    actor: Actor
  ): Promise<number> => {
    const { format, activationLimit, validity, features, metadata } = generator;
    const payload: GeneratePayload = {
      generator: generator.documentId,
      count,
      template: { format, activationLimit, validity, features, metadata },
    };
    return strapi
      .plugin('license-keys')
      .service<Jobs>('jobs')
      .enqueue({
        type: 'generate',
        environment: generator.environment,
        payload,
        subject: await subjectOf(db, generator),
        actor,
        total: count,
        now: new Date(),
      });
  };

  return {
    /**
     * Makes so many licenses for the pool: at once, all or none, or by a job if there are many. Refused before it
     * starts where the format cannot supply so many more keys.
     */
    async generate({
      documentId,
      environment,
      count,
      actor,
    }: GenerateOrder): Promise<{ licenses: NewKey[] } | { jobId: number }> {
      return transaction({ strapi }, async (db) => {
        const generator = await findActive(db, documentId, environment);
        // Two orders at once would both find the keys that are there for one.
        await lockGeneration(db, generator.environment);
        const { supply } = sourceOf(generator);
        orThrow(decideSupply(supply, await countTaken(db, generator), count));
        return count > MAX_GENERATED_AT_ONCE
          ? { jobId: await makeLater(db, generator, count, actor) }
          : { licenses: await makeNow(db, generator, count, actor) };
      });
    },

    /** A part of a job's order, in the job's own transaction. */
    async makePart(
      db: Db,
      { generator: documentId, template }: GeneratePayload,
      count: number,
      actor: Actor
    ): Promise<NewKey[]> {
      const generator = { ...(await findActive(db, documentId)), ...template };
      await lockGeneration(db, generator.environment);
      return makeSome(db, generator, count, actor);
    },
  };
};
