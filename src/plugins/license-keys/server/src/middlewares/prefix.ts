import type { Core } from '@strapi/strapi';

import type { Context } from '../http';

/** Where the plugin's content API begins. */
export const apiPrefix = ({ strapi }: { strapi: Core.Strapi }): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/license-keys/`;

/** The same, and where those of the admin panel's routes begin. */
export const ownPrefixes = ({ strapi }: { strapi: Core.Strapi }): readonly string[] => [
  apiPrefix({ strapi }),
  '/license-keys/',
];

/** Whether a path begins with this, as the router compares them: in capitals too, and without decoding it. */
export const isBelow = (prefix: string, { path }: Context): boolean =>
  path.toLowerCase().startsWith(prefix.toLowerCase());
