import type { Core } from '@strapi/strapi';

import { openApiDocument } from '../openapi/document';
import { settings } from './settings';

/** What the content API says of itself. */
export const documentation = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** OpenAPI 3.1, with this installation's prefix and environments. */
  openApi() {
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const { environments } = settings({ strapi });
    return openApiDocument({ url: `${prefix}/license-keys`, environments });
  },
});
