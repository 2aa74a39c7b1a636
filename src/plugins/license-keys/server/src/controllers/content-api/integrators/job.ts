import type { Core } from '@strapi/strapi';

import type { JobItem } from '../../../../../shared/jobs';
import { noJob } from '../../../errors';
import type { Context } from '../../../http';
import { getService } from '../../../services';
import { transaction } from '../../../store/database';
import { readJob } from '../../../store/job-list';
import { cancelJob } from '../../../store/jobs';
import { jobIdOf } from '../../path-ids';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk } from './desk';

const readOne = reader('job.findOne');
const readCancel = reader('job.cancel');

/** What integrators see of a job. */
export const shownJob = (job: JobItem | null) => {
  if (job?.type !== 'generate') {
    throw noJob();
  }
  const { id, type, state, total, done, remainingSeconds, error } = job;
  const { createdAt, startedAt, finishedAt } = job;
  return {
    id,
    type,
    state,
    total,
    done,
    remainingSeconds,
    error,
    createdAt,
    startedAt,
    finishedAt,
  };
};

/** The jobs that integrators start. */
export const job = ({ strapi }: { strapi: Core.Strapi }) => {
  const { answer, send, write } = desk({ strapi });

  const inEnvironment = (ctx: Context, found: JobItem | null): JobItem => {
    if (found?.environment !== environmentOf(ctx)) {
      throw noJob();
    }
    return found;
  };

  return {
    async findOne(ctx: Context): Promise<void> {
      await readOne(ctx);
      const found = await getService({ strapi }, 'jobs').find(jobIdOf(ctx));
      send(ctx, answer(ctx, shownJob(inEnvironment(ctx, found))));
    },

    async cancel(ctx: Context): Promise<void> {
      const { body } = await readCancel(ctx);
      const id = jobIdOf(ctx);
      const cancelled = await write(ctx, body, async () =>
        transaction({ strapi }, async (db) => {
          shownJob(inEnvironment(ctx, await readJob(db, id, new Date())));
          await cancelJob(db, id, new Date());
          return answer(ctx, shownJob(await readJob(db, id, new Date())));
        })
      );
      send(ctx, cancelled);
    },
  };
};
