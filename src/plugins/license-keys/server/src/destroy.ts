import type { Core } from '@strapi/strapi';

import { stopSweeps } from './jobs/sweeps';
import { getService } from './services';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  stopSweeps({ strapi });
  await getService({ strapi }, 'jobs').stop();
  await getService({ strapi }, 'lastVerified').flush();
  await getService({ strapi }, 'limiter').close();
};
