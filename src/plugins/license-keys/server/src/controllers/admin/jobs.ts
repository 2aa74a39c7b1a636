import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';

import { BULK_ACTIONS, MAX_BULK_SELECTION } from '../../../../shared/bulk';
import type { BulkAction, DryRun, JobItem } from '../../../../shared/bulk';
import { MAX_REASON_LENGTH } from '../../../../shared/limits';
import type { Context } from '../../http';
import { getService } from '../../services';
import type { BulkRequest } from '../../services/bulk';
import { checkEnvironment } from './environment';
import { filterOf } from './filter';
import { demand } from './permission';
import { environmentSchema, listSchema } from './schemas';
import { bodyParser, queryParser } from './parse';

const parseEnvironment = queryParser(environmentSchema);

const parseBulk = bodyParser(
  yup
    .object({
      environment: yup.string().required(),
      action: yup
        .mixed<BulkAction>()
        .oneOf([...BULK_ACTIONS])
        .required(),
      selection: yup
        .object({
          ids: yup.array().of(yup.string().max(64).required()).min(1).max(MAX_BULK_SELECTION),
          filter: listSchema
            .omit(['environment', 'sort', 'page', 'pageSize'])
            .default(undefined)
            .noUnknown(),
        })
        .noUnknown()
        .required()
        .test(
          'one',
          '${path} must have ids or a filter',
          (value: { ids?: unknown; filter?: unknown } | undefined) =>
            value === undefined || (value.ids === undefined) !== (value.filter === undefined)
        ),
      customer: yup.string().max(64),
      reason: yup.string().max(MAX_REASON_LENGTH),
    })
    .noUnknown()
);

const jobIdOf = (ctx: Context): number => {
  const { id } = ctx.params as { id: string };
  if (!/^\d{1,9}$/.test(id)) {
    throw new errors.NotFoundError('There is no such job.');
  }
  return Number(id);
};

/** Actions on many licenses, and the jobs that carry them out. */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  const requestOf = async (ctx: Context): Promise<BulkRequest> => {
    const { selection, customer, reason, environment, action } = await parseBulk(ctx);
    checkEnvironment({ strapi }, environment);
    demand(ctx, action);
    return {
      environment,
      action,
      customer: customer ?? null,
      reason: reason ?? null,
      selection: selection.ids
        ? { ids: selection.ids }
        : { filter: filterOf({ ...selection.filter, environment }, new Date()) },
    };
  };

  const existing = async (ctx: Context): Promise<JobItem> => {
    const job = await getService({ strapi }, 'jobs').find(jobIdOf(ctx));
    if (!job) {
      throw new errors.NotFoundError('There is no such job.');
    }
    return job;
  };

  const change =
    (verb: 'cancel' | 'retry' | 'delete', refusal: string) =>
    async (ctx: Context): Promise<void> => {
      const { id, action } = await existing(ctx);
      demand(ctx, action as BulkAction);
      if (!(await getService({ strapi }, 'jobs')[verb](id))) {
        throw new errors.ApplicationError(refusal);
      }
      ctx.status = 204;
    };

  return {
    async dryRun(ctx: Context): Promise<void> {
      const request = await requestOf(ctx);
      ctx.body = { data: await getService({ strapi }, 'bulk').dryRun(request) } satisfies DryRun;
    },

    async startBulk(ctx: Context): Promise<void> {
      const request = await requestOf(ctx);
      const actor = getService({ strapi }, 'actor').current();
      const id = await getService({ strapi }, 'bulk').start(request, actor);
      ctx.status = 202;
      ctx.body = { data: await getService({ strapi }, 'jobs').find(id) };
    },

    async find(ctx: Context): Promise<void> {
      const { environment } = await parseEnvironment(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = { data: await getService({ strapi }, 'jobs').list(environment) };
    },

    async findOne(ctx: Context): Promise<void> {
      ctx.body = { data: await existing(ctx) } satisfies { data: JobItem };
    },

    async results(ctx: Context): Promise<void> {
      const { id } = await existing(ctx);
      ctx.attachment(`job-${String(id)}.csv`);
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = getService({ strapi }, 'jobs').results(id);
    },

    cancel: change('cancel', 'The job has ended already.'),
    retry: change('retry', 'Only a job that failed or was cancelled can be tried again.'),
    delete: change('delete', 'A job that has not ended cannot be deleted: cancel it first.'),
  };
};
