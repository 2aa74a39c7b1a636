import type { Core } from '@strapi/strapi';

import { invalid } from '../../http';
import { getService } from '../../services';

export const checkEnvironment = (
  { strapi }: { strapi: Core.Strapi },
  environment: string
): void => {
  if (!getService({ strapi }, 'settings').isEnvironment(environment)) {
    throw invalid('environment', 'There is no such environment.');
  }
};
