import type { Core } from '@strapi/strapi';

import { environmentsOf } from '../config';
import type { Config } from '../config';

/** The plugin's configuration, resolved. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = strapi.config.get<Config>('plugin::license-keys');
  const environments = environmentsOf(config);
  return {
    environments,
    isEnvironment: (name: string): boolean => environments.includes(name),
    graceDays: config.gracePeriodDays,
    rateLimit: config.rateLimit,
    cron: config.cron,
    signingKey: config.signingKey,
    globalSearch: config.globalSearch,
    previewPassword: config.previewPassword,
  };
};
