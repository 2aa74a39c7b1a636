import type { Core } from '@strapi/strapi';

import { envSwitch } from '../src/env-switch';

const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'license-keys': {
    enabled: true,
    resolve: './src/plugins/license-keys',
    config: {
      environments: env.array('LICENSE_ENVIRONMENTS', ['production', 'staging', 'development']),
      pinnedEnvironment: env('LICENSE_PINNED_ENVIRONMENT', '') || null,
      gracePeriodDays: env.int('LICENSE_GRACE_PERIOD_DAYS', 0),
      previewPassword: envSwitch(env, 'LICENSE_PREVIEW_PASSWORD', true),
      poolBuffer: env.int('LICENSE_POOL_BUFFER', 50),
      globalSearch: envSwitch(env, 'LICENSE_GLOBAL_SEARCH', true),
      jobRetentionDays: env.int('LICENSE_JOB_RETENTION_DAYS', 90),
      signingKey: env('LICENSE_SIGNING_KEY', '') || null,
      import: {
        maxBytes: env.int('LICENSE_IMPORT_MAX_BYTES', 50 * 1024 * 1024),
        maxLines: env.int('LICENSE_IMPORT_MAX_LINES', 100_000),
      },
      rateLimit: {
        perKey: env.int('LICENSE_RATE_LIMIT_PER_KEY', 60),
        unknownKey: env.int('LICENSE_RATE_LIMIT_UNKNOWN_KEY', 10),
        maxLockoutMinutes: env.int('LICENSE_RATE_LIMIT_MAX_LOCKOUT_MINUTES', 60),
        store: env('LICENSE_RATE_LIMIT_STORE', '') || null,
        redisUrl: env('REDIS_URL', '') || null,
      },
    },
  },
});

export default plugins;
