import type { RenderAdminArgs } from '@strapi/strapi/admin';

/** The languages that an administrator may choose in the profile: those that the plugin speaks. */
export default {
  config: { locales: ['en', 'de', 'fr', 'es'] },
} satisfies RenderAdminArgs['customisations'];
