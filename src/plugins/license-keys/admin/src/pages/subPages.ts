import { lazy, type ComponentType } from 'react';

import type { LicenseVerb } from '../../../shared/permissions';
import type { TranslationKey } from '../i18n/getTranslation';
import { permissionFor } from '../permissions';

export interface SubPage {
  /** Below the plugin's own address; the page without one is the plugin's first. */
  path: string;
  label: TranslationKey;
  /** Without this permission there is no link to it. */
  verb: LicenseVerb;
  /** Another page leads to it: the navigation does not. */
  isUnlisted?: true;
  Component: ComponentType;
}

/** The plugin's pages in the order of the navigation. */
export const SUB_PAGES: readonly SubPage[] = [
  {
    path: '',
    label: 'page.title',
    verb: 'read',
    Component: lazy(() =>
      import('./LicenseKeys/LicenseKeysPage').then((page) => ({ default: page.LicenseKeysPage }))
    ),
  },
  {
    path: 'generators',
    label: 'generators.title',
    verb: 'read-generators',
    Component: lazy(() =>
      import('./Generators/GeneratorsPage').then((page) => ({ default: page.GeneratorsPage }))
    ),
  },
  {
    path: 'activations',
    label: 'devices.title',
    verb: 'read-devices',
    Component: lazy(() =>
      import('./Activations/ActivationsPage').then((page) => ({ default: page.ActivationsPage }))
    ),
  },
  {
    path: 'customers',
    label: 'customers.title',
    verb: 'read',
    Component: lazy(() =>
      import('./Customers/CustomersPage').then((page) => ({ default: page.CustomersPage }))
    ),
  },
  {
    path: 'products',
    label: 'products.title',
    verb: 'read',
    Component: lazy(() =>
      import('./Products/ProductsPage').then((page) => ({ default: page.ProductsPage }))
    ),
  },
  {
    path: 'jobs',
    label: 'jobs.title',
    verb: 'read',
    Component: lazy(() => import('./Jobs/JobsPage').then((page) => ({ default: page.JobsPage }))),
  },
  {
    path: 'audit-log',
    label: 'auditLog.title',
    verb: 'read-audit',
    Component: lazy(() =>
      import('./AuditLog/AuditLogPage').then((page) => ({ default: page.AuditLogPage }))
    ),
  },
  {
    path: 'import',
    label: 'import.title',
    verb: 'import',
    isUnlisted: true,
    Component: lazy(() =>
      import('./Import/ImportPage').then((page) => ({ default: page.ImportPage }))
    ),
  },
  {
    path: 'settings',
    label: 'settings.title',
    verb: 'read-settings',
    Component: lazy(() =>
      import('./Settings/SettingsPage').then((page) => ({ default: page.SettingsPage }))
    ),
  },
];

export const LISTED_PAGES = SUB_PAGES.filter(({ isUnlisted }) => !isUnlisted);

/** Any of them leads to a page. */
export const PAGE_PERMISSIONS = LISTED_PAGES.map(({ verb }) => permissionFor(verb));
