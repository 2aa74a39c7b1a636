import { yup } from '@strapi/utils';

const MAX_GRACE_DAYS = 90;
/** As short as an identifier, as safe as a part of an address. */
const ENVIRONMENT_NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** The plugin's configuration, as `config/plugins` gives it. */
export interface Config {
  environments: string[] | null;
  /** The only environment of this installation; the others then do not exist for it. */
  pinnedEnvironment: string | null;
  /** Days that a license validates past its expiry, 0–90. */
  gracePeriodDays: number;
  rateLimit: {
    /** Requests a minute for one license key; 0 is no limit. */
    perKey: number;
    /** Requests a minute from one address for keys that do not exist; 0 is no limit. */
    unknownKey: number;
    /** Redis where a URL is given, else memory: both can be overruled. */
    store: 'memory' | 'redis' | 'database' | null;
    redisUrl: string | null;
  };
  /** An Ed25519 private key (PKCS #8, PEM) to sign with; without it, one is made and stored encrypted. */
  signingKey: string | null;
  /** Whether previewing a license asks for the administrator's password again. */
  previewPassword: boolean;
  /** Whether Ctrl/Cmd+K searches licenses from anywhere in the admin panel. */
  globalSearch: boolean;
  /** The background sweeps; off in tests. */
  cron: boolean;
}

export const DEFAULT_ENVIRONMENTS = ['production', 'staging', 'development'];

const schema = yup.object({
  environments: yup
    .array()
    .of(yup.string().required().matches(ENVIRONMENT_NAME))
    .min(1)
    .nullable()
    .test('distinct', 'environments must be distinct', (names) =>
      names ? new Set(names).size === names.length : true
    ),
  pinnedEnvironment: yup.string().matches(ENVIRONMENT_NAME).nullable(),
  gracePeriodDays: yup.number().integer().min(0).max(MAX_GRACE_DAYS).required(),
  rateLimit: yup.object({
    perKey: yup.number().integer().min(0).required(),
    unknownKey: yup.number().integer().min(0).required(),
    store: yup.string().oneOf(['memory', 'redis', 'database', null]).nullable(),
    redisUrl: yup.string().nullable(),
  }),
  signingKey: yup.string().nullable(),
  previewPassword: yup.boolean().required(),
  globalSearch: yup.boolean().required(),
  cron: yup.boolean().required(),
});

// Strapi merges arrays by index, so a default list would leak into a shorter one of the user's.
const defaults: Config = {
  environments: null,
  pinnedEnvironment: null,
  gracePeriodDays: 0,
  rateLimit: { perKey: 60, unknownKey: 10, store: null, redisUrl: null },
  signingKey: null,
  previewPassword: true,
  globalSearch: true,
  cron: true,
};

/** The environments that exist for this installation; the first is where the page opens. */
export const environmentsOf = ({ environments, pinnedEnvironment }: Config): string[] =>
  pinnedEnvironment ? [pinnedEnvironment] : (environments ?? DEFAULT_ENVIRONMENTS);

export const config = {
  default: defaults,
  validator(value: Config) {
    schema.validateSync(value, { strict: true });
    if (
      value.pinnedEnvironment &&
      !(value.environments ?? DEFAULT_ENVIRONMENTS).includes(value.pinnedEnvironment)
    ) {
      throw new Error(`pinnedEnvironment "${value.pinnedEnvironment}" is not one of environments.`);
    }
    if (value.rateLimit.store === 'redis' && !value.rateLimit.redisUrl) {
      throw new Error('rateLimit.store is "redis", but rateLimit.redisUrl is not set.');
    }
  },
};
