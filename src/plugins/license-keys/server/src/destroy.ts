import type { Core } from '@strapi/strapi';

import { stopSweeps } from './jobs/sweeps';
import { getService } from './services';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  stopSweeps({ strapi });
  getService({ strapi }, 'signing').stop();
  await Promise.all([
    getService({ strapi }, 'requests').drain(),
    getService({ strapi }, 'jobs').stop(),
  ]);
  await getService({ strapi }, 'lastVerified').stop();
  await getService({ strapi }, 'limiter').close();
};
