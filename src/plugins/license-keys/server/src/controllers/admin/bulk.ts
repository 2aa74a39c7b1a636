import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';

import { BULK_ACTIONS } from '../../../../shared/bulk';
import type { DryRun } from '../../../../shared/bulk';
import { MAX_REASON_LENGTH } from '../../../../shared/limits';
import type { Context } from '../../http';
import { getService } from '../../services';
import type { BulkRequest } from '../../services/bulk';
import { fingerprint, oneOf, text } from '../fields';
import { selectedBy } from '../list-filter';
import { selectionSchema } from '../list-schema';
import { checkEnvironment } from './environment';
import { demand } from './permission';
import { bodyParser } from './parse';

const schema = yup
  .object({
    environment: yup.string().required(),
    action: oneOf(BULK_ACTIONS).required(),
    selection: selectionSchema,
    customer: text(64),
    reason: text(MAX_REASON_LENGTH),
  })
  .noUnknown();

const parseBulk = bodyParser(schema);
const parseStart = bodyParser(schema.shape({ fingerprint }).noUnknown());

/** Actions on many licenses. */
export const bulk = ({ strapi }: { strapi: Core.Strapi }) => {
  const requestOf = (ctx: Context, body: Awaited<ReturnType<typeof parseBulk>>): BulkRequest => {
    const { selection, customer, reason, environment, action } = body;
    checkEnvironment({ strapi }, environment);
    demand(ctx, action);
    return {
      environment,
      action,
      customer: customer ?? null,
      reason: reason ?? null,
      selection: selectedBy(selection, environment, new Date()),
    };
  };

  return {
    async dryRun(ctx: Context): Promise<void> {
      const request = requestOf(ctx, await parseBulk(ctx));
      ctx.body = { data: await getService({ strapi }, 'bulk').dryRun(request) } satisfies DryRun;
    },

    async start(ctx: Context): Promise<void> {
      const body = await parseStart(ctx);
      const request = requestOf(ctx, body);
      const actor = getService({ strapi }, 'actor').current();
      const id = await getService({ strapi }, 'bulk').start(request, body.fingerprint, actor);
      ctx.status = 202;
      ctx.body = { data: await getService({ strapi }, 'jobs').find(id) };
    },
  };
};
