import type { Core } from '@strapi/strapi';

const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'license-keys': {
    enabled: true,
    resolve: './src/plugins/license-keys',
    config: {
      environments: env.array('LICENSE_ENVIRONMENTS', ['production', 'staging', 'development']),
      pinnedEnvironment: env('LICENSE_PINNED_ENVIRONMENT', '') || null,
      gracePeriodDays: env.int('LICENSE_GRACE_PERIOD_DAYS', 0),
      signingKey: env('LICENSE_SIGNING_KEY', '') || null,
      rateLimit: {
        perKey: env.int('LICENSE_RATE_LIMIT_PER_KEY', 60),
        unknownKey: env.int('LICENSE_RATE_LIMIT_UNKNOWN_KEY', 10),
        store: env('LICENSE_RATE_LIMIT_STORE', '') || null,
        redisUrl: env('REDIS_URL', '') || null,
      },
    },
  },
});

export default plugins;
