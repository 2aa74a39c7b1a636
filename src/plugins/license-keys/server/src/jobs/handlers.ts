import type { Core } from '@strapi/strapi';

import type { JobType } from '../../../shared/jobs';
import type { Db } from '../store/database';
import type { Job } from '../store/jobs';
import { runBulk } from './bulk';
import { runDevices } from './devices';
import { runGenerate } from './generate';
import { runImport } from './import';

/**
 * Says that the job is still at work; false where it has been cancelled or taken over: the handler then stops.
 * Said in a transaction, nobody can cancel or take the job over before that has ended.
 */
export type KeepOn = (db?: Db) => Promise<boolean>;

/** Knows nothing of engines, and may be run again at any point without doing anything twice. */
export type JobHandler = (
  context: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn
) => Promise<void>;

export const JOB_HANDLERS: Record<JobType, JobHandler> = {
  bulk: runBulk,
  devices: runDevices,
  generate: runGenerate,
  import: runImport,
};
