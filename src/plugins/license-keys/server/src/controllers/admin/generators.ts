import type { Core } from '@strapi/strapi';

import { DEFAULT_GENERATOR_SORT, parseGeneratorSort } from '../../../../shared/generators';
import type {
  FormatPreview,
  GenerateAnswer,
  GeneratorDetail,
  GeneratorListItem,
  KeyFunctions,
} from '../../../../shared/generators';
import type { Paged } from '../../../../shared/license';
import type { PoolHealth } from '../../../../shared/pool';
import { defined } from '../../domain/json';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { countGenerators, readGenerators } from '../../store/generators';
import { readPools } from '../../store/pool-health';
import { generatorIdOf } from '../path-ids';
import { checkEnvironment } from './environment';
import {
  createGeneratorSchema,
  editGeneratorSchema,
  formatPreviewSchema,
  generateSchema,
  generatorListSchema,
} from './generator-schemas';
import { bodyParser, queryParser } from './parse';
import { environmentSchema } from './schemas';

const parseList = queryParser(generatorListSchema);
const parseEnvironment = queryParser(environmentSchema);
const parseCreate = bodyParser(createGeneratorSchema);
const parseEdit = bodyParser(editGeneratorSchema);
const parsePreview = bodyParser(formatPreviewSchema);
const parseGenerate = bodyParser(generateSchema);

/** What the Generators page asks for. */
export const generators = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService({ strapi }, 'generators');

  const send = (ctx: Context, data: GeneratorDetail, status = 200): void => {
    ctx.status = status;
    ctx.body = { data };
  };

  return {
    async find(ctx: Context): Promise<void> {
      const { sort, page, pageSize, _q, ...rest } = await parseList(ctx);
      checkEnvironment({ strapi }, rest.environment);
      const filter = { ...rest, search: _q };
      const db = connection({ strapi });
      const total = await countGenerators(db, filter);
      ctx.body = {
        data: await readGenerators(db, filter, {
          sort: parseGeneratorSort(sort) ?? DEFAULT_GENERATOR_SORT,
          page,
          pageSize,
        }),
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      } satisfies Paged<GeneratorListItem>;
    },

    async findOne(ctx: Context): Promise<void> {
      send(ctx, await service().find(generatorIdOf(ctx)));
    },

    async create(ctx: Context): Promise<void> {
      const body = await parseCreate(ctx);
      checkEnvironment({ strapi }, body.environment);
      send(ctx, await service().create(body), 201);
    },

    async update(ctx: Context): Promise<void> {
      const { version, ...edit } = await parseEdit(ctx);
      send(
        ctx,
        await service().edit(generatorIdOf(ctx), { ...defined(edit), version: new Date(version) })
      );
    },

    async activate(ctx: Context): Promise<void> {
      send(ctx, await service().setActive(generatorIdOf(ctx), true));
    },

    async deactivate(ctx: Context): Promise<void> {
      send(ctx, await service().setActive(generatorIdOf(ctx), false));
    },

    async delete(ctx: Context): Promise<void> {
      await service().delete(generatorIdOf(ctx));
      ctx.status = 204;
    },

    async preview(ctx: Context): Promise<void> {
      const body = await parsePreview(ctx);
      checkEnvironment({ strapi }, body.environment);
      ctx.body = { data: service().preview(body) } satisfies FormatPreview;
    },

    keyFunctions(ctx: Context): void {
      ctx.body = { data: service().keyFunctions() } satisfies KeyFunctions;
    },

    async generate(ctx: Context): Promise<void> {
      const { count } = await parseGenerate(ctx);
      const actor = getService({ strapi }, 'actor').current();
      const made = await getService({ strapi }, 'generating').generate({
        documentId: generatorIdOf(ctx),
        count,
        actor,
      });
      if ('licenses' in made) {
        ctx.status = 201;
        ctx.body = { data: { licenses: made.licenses, job: null } } satisfies GenerateAnswer;
        return;
      }
      const job = await getService({ strapi }, 'jobs').find(made.jobId);
      if (!job) {
        throw new Error('A job is gone as soon as it was started.');
      }
      ctx.status = 202;
      ctx.body = { data: { licenses: null, job } } satisfies GenerateAnswer;
    },

    async poolHealth(ctx: Context): Promise<void> {
      const { environment } = await parseEnvironment(ctx);
      checkEnvironment({ strapi }, environment);
      const { poolBuffer } = getService({ strapi }, 'settings');
      ctx.body = {
        data: await readPools(connection({ strapi }), environment, poolBuffer, new Date()),
      } satisfies PoolHealth;
    },
  };
};
