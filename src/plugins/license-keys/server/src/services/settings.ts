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
    importLimits: config.import,
    rateLimit: config.rateLimit,
    jobRetentionDays: config.jobRetentionDays,
    cron: config.cron,
    signingKey: config.signingKey,
    keyFunctions: config.keyFunctions,
    poolBuffer: config.poolBuffer,
    /** Where the world finds the public routes; read late, as Strapi may not know its address before. */
    publicUrl: (): string =>
      [
        strapi.config.get<string>('server.absoluteUrl'),
        strapi.config.get<string>('api.rest.prefix', '/api'),
        '/license-keys',
      ].join(''),
    globalSearch: config.globalSearch,
    previewPassword: config.previewPassword,
  };
};
