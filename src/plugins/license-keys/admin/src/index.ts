import { Key } from '@strapi/icons';
import type { PluginDefinition } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../shared/permissions';

import { getTranslation } from './i18n/getTranslation';
import { loadTranslations } from './i18n/loadTranslations';
import { READ_PERMISSIONS } from './permissions';

const plugin = {
  register(app) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Key,
      intlLabel: { id: getTranslation('plugin.name'), defaultMessage: 'License Keys' },
      permissions: READ_PERMISSIONS,
      Component: () => import('./pages/App').then(({ App }) => ({ default: App })),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads: ({ locales }) => Promise.all(locales.map(loadTranslations)),
} satisfies PluginDefinition;

export default plugin;
