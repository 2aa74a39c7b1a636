import type { Core } from '@strapi/strapi';

import { actor } from './actor';
import { audit } from './audit';
import { bulk } from './bulk';
import { cursors } from './cursors';
import { customers } from './customers';
import { devices } from './devices';
import { documentation } from './documentation';
import { exporting } from './exporting';
import { generating } from './generating';
import { generators } from './generators';
import { idempotency } from './idempotency';
import { importing } from './importing';
import { issuing } from './issuing';
import { jobs } from './jobs';
import { lastVerified } from './last-verified';
import { licenses } from './licenses';
import { licensing } from './licensing';
import { limiter } from './limiter';
import { pool } from './pool';
import { preview } from './preview';
import { requests } from './requests';
import { settings } from './settings';
import { signing } from './signing';

export const services = {
  actor,
  audit,
  bulk,
  cursors,
  customers,
  devices,
  documentation,
  exporting,
  generating,
  generators,
  idempotency,
  importing,
  issuing,
  jobs,
  lastVerified,
  licenses,
  licensing,
  limiter,
  pool,
  preview,
  requests,
  settings,
  signing,
};

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(
  { strapi }: { strapi: Core.Strapi },
  name: Name
): Services[Name] => strapi.plugin('license-keys').service<Services[Name]>(name);
