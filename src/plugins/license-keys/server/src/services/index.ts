import type { Core } from '@strapi/strapi';

import { actor } from './actor';
import { audit } from './audit';
import { idempotency } from './idempotency';
import { lastVerified } from './last-verified';
import { licenses } from './licenses';
import { licensing } from './licensing';
import { limiter } from './limiter';
import { settings } from './settings';

export const services = {
  actor,
  audit,
  idempotency,
  lastVerified,
  licenses,
  licensing,
  limiter,
  settings,
};

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(
  { strapi }: { strapi: Core.Strapi },
  name: Name
): Services[Name] => strapi.plugin('license-keys').service<Services[Name]>(name);
