import type { Core } from '@strapi/strapi';

import { actor } from './actor';
import { audit } from './audit';
import { bulk } from './bulk';
import { devices } from './devices';
import { exporting } from './exporting';
import { idempotency } from './idempotency';
import { issuing } from './issuing';
import { jobs } from './jobs';
import { lastVerified } from './last-verified';
import { licenses } from './licenses';
import { licensing } from './licensing';
import { limiter } from './limiter';
import { preview } from './preview';
import { settings } from './settings';
import { signing } from './signing';

export const services = {
  actor,
  audit,
  bulk,
  devices,
  exporting,
  idempotency,
  issuing,
  jobs,
  lastVerified,
  licenses,
  licensing,
  limiter,
  preview,
  settings,
  signing,
};

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(
  { strapi }: { strapi: Core.Strapi },
  name: Name
): Services[Name] => strapi.plugin('license-keys').service<Services[Name]>(name);
