import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';

import {
  fieldsOf,
  IMPORT_KINDS,
  IMPORT_VERBS,
  MAX_LINES_AT_ONCE,
} from '../../../../shared/imports';
import type { ImportItem, ImportMapping, ImportReport } from '../../../../shared/imports';
import { MAX_NAME_LENGTH } from '../../../../shared/limits';
import { bodyOf } from '../../http';
import type { Context } from '../../http';
import { getService } from '../../services';
import type { ImportRequest } from '../../services/importing';
import { oneOf, text } from '../fields';
import { rowIdReader } from '../path-ids';
import { checkEnvironment } from './environment';
import { demand, isAllowed } from './permission';
import { bodyParser, queryParser } from './parse';

const parseUpload = queryParser(
  yup
    .object({
      environment: yup.string().required(),
      kind: oneOf(IMPORT_KINDS).required(),
      fileName: text(MAX_NAME_LENGTH).required(),
    })
    .noUnknown()
);

const column = yup.number().integer().min(0);

const parseMapping = bodyParser(
  yup
    .object({
      mapping: yup
        .object(Object.fromEntries(IMPORT_KINDS.flatMap(fieldsOf).map((field) => [field, column])))
        .noUnknown()
        .required(),
    })
    .noUnknown()
);

const importIdOf = rowIdReader(() => new errors.NotFoundError('There is no such import.'));

/** Licenses from files. */
export const imports = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService({ strapi }, 'importing');

  const existing = async (ctx: Context): Promise<ImportItem> => {
    const file = await service().find(importIdOf(ctx));
    demand(ctx, IMPORT_VERBS[file.kind]);
    return file;
  };

  const requestOf = async (ctx: Context): Promise<{ file: ImportItem; request: ImportRequest }> => {
    const { mapping } = await parseMapping(ctx);
    const file = await existing(ctx);
    const request = {
      mapping: mapping as ImportMapping,
      actor: getService({ strapi }, 'actor').current(),
      mayCreateCustomers: isAllowed(ctx, 'create-customer'),
    };
    return { file, request };
  };

  const sendJob = async (ctx: Context, id: number): Promise<void> => {
    ctx.status = 202;
    ctx.body = { data: await getService({ strapi }, 'jobs').find(id) };
  };

  return {
    /** The body is the file itself, read as it comes: `ownBody` keeps Strapi's parser off it. */
    async upload(ctx: Context): Promise<void> {
      const query = await parseUpload(ctx);
      checkEnvironment({ strapi }, query.environment);
      demand(ctx, IMPORT_VERBS[query.kind]);
      try {
        const data = await service().upload(bodyOf(ctx), query);
        ctx.status = 201;
        ctx.body = { data } satisfies { data: ImportItem };
      } finally {
        // Whoever still sends cannot read the answer once the connection is gone.
        ctx.req.resume();
      }
    },

    async findOne(ctx: Context): Promise<void> {
      ctx.body = { data: await existing(ctx) } satisfies { data: ImportItem };
    },

    async dryRun(ctx: Context): Promise<void> {
      const { file, request } = await requestOf(ctx);
      if (file.lines > MAX_LINES_AT_ONCE) {
        await sendJob(ctx, await service().startDryRun(file.id, request));
      } else {
        const data = await service().dryRun(file.id, request);
        ctx.body = { data } satisfies { data: ImportReport };
      }
    },

    async commit(ctx: Context): Promise<void> {
      const { file, request } = await requestOf(ctx);
      await sendJob(ctx, await service().start(file.id, request));
    },

    async delete(ctx: Context): Promise<void> {
      const { id } = await existing(ctx);
      await service().delete(id);
      ctx.status = 204;
    },
  };
};
