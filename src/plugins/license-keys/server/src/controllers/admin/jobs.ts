import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';

import {
  DEFAULT_JOB_SORT,
  JOB_OUTCOMES,
  JOB_SORT_FIELDS,
  JOB_STATES,
  JOB_TYPES,
  verbsOfJob,
} from '../../../../shared/jobs';
import type { JobItem, JobResultsAnswer } from '../../../../shared/jobs';
import type { Paged } from '../../../../shared/license';
import { sortParser } from '../../../../shared/list';
import { noJob } from '../../errors';
import type { Context } from '../../http';
import { getService } from '../../services';
import { day, oneOf, pageFields, pageSize, rowId, sortBy, text } from '../fields';
import { dayRange } from '../list-filter';
import { jobIdOf } from '../path-ids';
import { CSV, sendFile } from './download';
import { checkEnvironment } from './environment';
import { demand, isAllowed } from './permission';
import { queryParser } from './parse';

const parseSort = sortParser(JOB_SORT_FIELDS);

const parseList = queryParser(
  yup
    .object({
      environment: yup.string().required(),
      type: oneOf(JOB_TYPES),
      state: oneOf(JOB_STATES),
      requestedBy: text(64),
      createdFrom: day,
      createdTo: day,
      sort: sortBy(JOB_SORT_FIELDS),
      ...pageFields,
    })
    .noUnknown()
);

const parseResults = queryParser(
  yup
    .object({
      outcome: oneOf(JOB_OUTCOMES),
      after: rowId,
      pageSize,
    })
    .noUnknown()
);

const parseOutcome = queryParser(yup.object({ outcome: oneOf(JOB_OUTCOMES) }).noUnknown());

/** The jobs that carry out what nobody waits for. */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  const existing = async (ctx: Context): Promise<JobItem> => {
    const job = await getService({ strapi }, 'jobs').find(jobIdOf(ctx));
    if (!job || !getService({ strapi }, 'settings').isEnvironment(job.environment)) {
      throw noJob();
    }
    return job;
  };

  const demandVerbsOf = (ctx: Context, job: JobItem): void => {
    for (const verb of verbsOfJob(job)) {
      demand(ctx, verb);
    }
  };

  /** To who may read what there is, and to who may do what this job does. */
  const shown = async (ctx: Context): Promise<JobItem> => {
    const job = await existing(ctx);
    if (!isAllowed(ctx, 'read')) {
      demandVerbsOf(ctx, job);
    }
    return job;
  };

  /** What came of devices names them. */
  const withResults = async (ctx: Context): Promise<JobItem> => {
    const job = await shown(ctx);
    if (job.type === 'devices') {
      demand(ctx, 'read-devices');
    }
    return job;
  };

  const change =
    (verb: 'cancel' | 'retry' | 'delete', refusal: string) =>
    async (ctx: Context): Promise<void> => {
      const job = await existing(ctx);
      demandVerbsOf(ctx, job);
      if (!(await getService({ strapi }, 'jobs')[verb](job.id))) {
        throw new errors.ApplicationError(refusal);
      }
      ctx.status = 204;
    };

  return {
    async find(ctx: Context): Promise<void> {
      const { sort, page, pageSize, createdFrom, createdTo, ...filter } = await parseList(ctx);
      checkEnvironment({ strapi }, filter.environment);
      const created = dayRange(createdFrom, createdTo);
      ctx.body = (await getService({ strapi }, 'jobs').list(
        { ...filter, createdFrom: created.from, createdTo: created.to },
        { sort: parseSort(sort) ?? DEFAULT_JOB_SORT, page, pageSize }
      )) satisfies Paged<JobItem>;
    },

    async findOne(ctx: Context): Promise<void> {
      ctx.body = { data: await shown(ctx) } satisfies { data: JobItem };
    },

    async items(ctx: Context): Promise<void> {
      const { id } = await withResults(ctx);
      ctx.body = (await getService({ strapi }, 'jobs').results(
        id,
        await parseResults(ctx)
      )) satisfies JobResultsAnswer;
    },

    async results(ctx: Context): Promise<void> {
      const { id } = await withResults(ctx);
      const { outcome } = await parseOutcome(ctx);
      sendFile(ctx, {
        name: `job-${String(id)}.csv`,
        type: CSV,
        stream: getService({ strapi }, 'jobs').resultsFile(id, outcome),
      });
    },

    cancel: change('cancel', 'The job has ended already.'),
    retry: change('retry', 'Only a job that failed or was cancelled can be tried again.'),
    delete: change('delete', 'A job that has not ended cannot be deleted: cancel it first.'),
  };
};
