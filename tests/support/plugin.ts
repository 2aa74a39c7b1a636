import type { Core } from '@strapi/strapi';

import type { services } from '../../src/plugins/license-keys/server/src/services';

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of the running plugin, with its type. */
export const service = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name
): Services[Name] => strapi.plugin('license-keys').service<Services[Name]>(name);
