import { yup } from '@strapi/utils';

import { MIN_ENTROPY_BITS } from '../../shared/key-format';
import type { KeyFunctions } from './domain/key-source';
import { readSigningKey } from './domain/signing-key';

const MAX_GRACE_DAYS = 90;
/** A week. */
const MAX_LOCKOUT_MINUTES = 7 * 24 * 60;
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
    /** Minutes that the longest lock-out of an address lasts; 1 lets lock-outs not grow. */
    maxLockoutMinutes: number;
    /** Where requests are counted; a Redis that is there wins over the database, and `memory` over both. */
    store: 'memory' | 'redis' | 'database' | null;
    redisUrl: string | null;
  };
  /** An Ed25519 private key (PKCS #8, PEM) to sign with; without it, one is made and stored encrypted. */
  signingKey: string | null;
  /** Functions that make keys, by the name that a generator's format gives. */
  keyFunctions: KeyFunctions;
  /** Licenses that a product should have in its pool: with fewer, the home page warns. */
  poolBuffer: number;
  /** Whether previewing a license asks for the administrator's password again. */
  previewPassword: boolean;
  /** Whether Ctrl/Cmd+K searches licenses from anywhere in the admin panel. */
  globalSearch: boolean;
  import: {
    /** How large a file may be that licenses are imported from. */
    maxBytes: number;
    /** Lines of data in it. */
    maxLines: number;
  };
  /** Days that jobs which have ended are kept, with what came of each item; 0 is for ever. */
  jobRetentionDays: number;
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
    maxLockoutMinutes: yup.number().integer().min(1).max(MAX_LOCKOUT_MINUTES).required(),
    store: yup.string().oneOf(['memory', 'redis', 'database', null]).nullable(),
    redisUrl: yup.string().nullable(),
  }),
  signingKey: yup.string().nullable(),
  poolBuffer: yup.number().integer().min(0).required(),
  previewPassword: yup.boolean().required(),
  globalSearch: yup.boolean().required(),
  import: yup.object({
    maxBytes: yup.number().integer().min(1).required(),
    maxLines: yup.number().integer().min(1).required(),
  }),
  jobRetentionDays: yup.number().integer().min(0).required(),
  cron: yup.boolean().required(),
});

// Strapi merges arrays by index, so a default list would leak into a shorter one of the user's.
const defaults: Config = {
  environments: null,
  pinnedEnvironment: null,
  gracePeriodDays: 0,
  rateLimit: { perKey: 60, unknownKey: 10, maxLockoutMinutes: 60, store: null, redisUrl: null },
  signingKey: null,
  keyFunctions: {},
  poolBuffer: 50,
  previewPassword: true,
  globalSearch: true,
  import: { maxBytes: 50 * 1024 * 1024, maxLines: 100_000 },
  jobRetentionDays: 90,
  cron: true,
};

/** The environments that exist for this installation; the first is where the page opens. */
export const environmentsOf = ({ environments, pinnedEnvironment }: Config): string[] =>
  pinnedEnvironment ? [pinnedEnvironment] : (environments ?? DEFAULT_ENVIRONMENTS);

/** Where requests are counted. */
export const limitStoreOf = ({ store, redisUrl }: Config['rateLimit']) =>
  redisUrl && store !== 'memory' ? 'redis' : (store ?? 'memory');

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
    if (value.signingKey !== null && !readSigningKey(value.signingKey)) {
      throw new Error(
        'signingKey (LICENSE_SIGNING_KEY) must be an Ed25519 private key, PKCS #8 in PEM.'
      );
    }
    for (const [name, { bits, generate, supply }] of Object.entries(value.keyFunctions)) {
      if (typeof generate !== 'function' || !(bits >= MIN_ENTROPY_BITS)) {
        throw new Error(
          `keyFunctions.${name} must have a function "generate" and at least ${String(MIN_ENTROPY_BITS)} "bits".`
        );
      }
      if (supply !== undefined && !(Number.isSafeInteger(supply) && supply > 0)) {
        throw new Error(`keyFunctions.${name}.supply must be a number of keys.`);
      }
    }
    if (value.rateLimit.store === 'redis' && !value.rateLimit.redisUrl) {
      throw new Error('rateLimit.store is "redis", but rateLimit.redisUrl is not set.');
    }
  },
};
