import { ChartPie, Clock, ClockCounterClockwise, Stack, TrendUp } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../../shared/permissions';
import { getTranslation, type TranslationKey } from '../i18n/getTranslation';
import { READ_PERMISSIONS } from '../permissions';
import { listPath } from '../utils/listPath';

const message = (key: TranslationKey, defaultMessage: string) => ({
  id: getTranslation(key),
  defaultMessage,
});

const SHARED = { pluginId: PLUGIN_ID, permissions: READ_PERMISSIONS };

/** What the plugin adds to the home page, for who may see licenses. */
export const WIDGETS: WidgetArgs[] = [
  {
    ...SHARED,
    id: 'states',
    icon: ChartPie,
    title: message('widget.states', 'Licenses by status'),
    link: { label: message('widget.all', 'All licenses'), href: listPath() },
    component: () => import('./states/StatesWidget').then(({ StatesWidget }) => StatesWidget),
  },
  {
    ...SHARED,
    id: 'expiring',
    icon: Clock,
    title: message('widget.expiring', 'Licenses that expire soon'),
    link: {
      label: message('widget.expiring.all', 'All that expire'),
      href: listPath({ expires: '30', sort: 'expiresAt:asc' }),
    },
    component: () =>
      import('./expiring/ExpiringWidget').then(({ ExpiringWidget }) => ExpiringWidget),
  },
  {
    ...SHARED,
    id: 'pools',
    icon: Stack,
    title: message('widget.pools', 'Available licenses'),
    link: {
      label: message('widget.pools.all', 'All available licenses'),
      href: listPath({ state: 'available' }),
    },
    component: () => import('./pools/PoolsWidget').then(({ PoolsWidget }) => PoolsWidget),
  },
  {
    ...SHARED,
    id: 'activations',
    icon: TrendUp,
    title: message('widget.activations', 'License activations'),
    component: () =>
      import('./activations/ActivationsWidget').then(({ ActivationsWidget }) => ActivationsWidget),
  },
  {
    ...SHARED,
    id: 'activity',
    icon: ClockCounterClockwise,
    title: message('widget.activity', 'License activity'),
    component: () =>
      import('./activity/ActivityWidget').then(({ ActivityWidget }) => ActivityWidget),
  },
];
