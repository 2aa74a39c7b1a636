import { Key } from '@strapi/icons';
import type { PluginDefinition } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../shared/permissions';

import { addPanel } from './contentManager/addPanel';
import { GlobalSearch } from './globalSearch/GlobalSearch';
import { getTranslation } from './i18n/getTranslation';
import { loadTranslations } from './i18n/loadTranslations';
import { PAGE_PERMISSIONS } from './pages/subPages';
import { fetchAgain } from './services/fetchAgain';
import { WIDGETS } from './widgets/widgets';

const plugin = {
  register(app) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Key,
      intlLabel: { id: getTranslation('plugin.name'), defaultMessage: 'License Keys' },
      permissions: PAGE_PERMISSIONS,
      Component: () => import('./pages/App').then(({ App }) => ({ default: App })),
    });
    app.router.addRoute({
      path: 'licenses',
      lazy: () =>
        import('./pages/LicensesAddress').then(({ LicensesAddress }) => ({
          Component: LicensesAddress,
        })),
    });
    app.addMiddlewares([fetchAgain]);
    app.widgets.register(WIDGETS);
    // By this name Strapi renders a component on every page, inside its providers.
    app.addComponents({ name: `future-global::${PLUGIN_ID}`, Component: GlobalSearch });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app) {
    addPanel(app);
  },

  registerTrads: ({ locales }) => Promise.all(locales.map(loadTranslations)),
} satisfies PluginDefinition;

export default plugin;
