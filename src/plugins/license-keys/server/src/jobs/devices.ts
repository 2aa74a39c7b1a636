import type { Core } from '@strapi/strapi';

import { devices } from '../services/devices';
import type { Job } from '../store/jobs';
import { runItems } from './items';
import type { KeepOn } from './handlers';

/** Frees the slots of many devices, one by one. */
export const runDevices = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn
): Promise<void> => {
  const { reason } = job.payload as { reason: string | null };
  await runItems({ strapi }, job, keepOn, async ({ targetId }) =>
    devices({ strapi }).deactivate({
      documentId: targetId ?? '',
      environment: job.environment,
      actor: job.actor,
      reason: reason ?? undefined,
    })
  );
};
