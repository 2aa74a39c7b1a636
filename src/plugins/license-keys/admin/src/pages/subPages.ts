import type { ComponentType } from 'react';

import type { LicenseVerb } from '../../../shared/permissions';
import type { TranslationKey } from '../i18n/getTranslation';
import { permissionFor } from '../permissions';

import { lazyPage } from './lazyPage';

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
    Component: lazyPage(
      async () => (await import('./LicenseKeys/LicenseKeysPage')).LicenseKeysPage
    ),
  },
  {
    path: 'generators',
    label: 'generators.title',
    verb: 'read-generators',
    Component: lazyPage(async () => (await import('./Generators/GeneratorsPage')).GeneratorsPage),
  },
  {
    path: 'activations',
    label: 'devices.title',
    verb: 'read-devices',
    Component: lazyPage(
      async () => (await import('./Activations/ActivationsPage')).ActivationsPage
    ),
  },
  {
    path: 'customers',
    label: 'customers.title',
    verb: 'read',
    Component: lazyPage(async () => (await import('./Customers/CustomersPage')).CustomersPage),
  },
  {
    path: 'products',
    label: 'products.title',
    verb: 'read',
    Component: lazyPage(async () => (await import('./Products/ProductsPage')).ProductsPage),
  },
  {
    path: 'jobs',
    label: 'jobs.title',
    verb: 'read',
    Component: lazyPage(async () => (await import('./Jobs/JobsPage')).JobsPage),
  },
  {
    path: 'audit-log',
    label: 'auditLog.title',
    verb: 'read-audit',
    Component: lazyPage(async () => (await import('./AuditLog/AuditLogPage')).AuditLogPage),
  },
  {
    path: 'import',
    label: 'import.title',
    verb: 'import',
    isUnlisted: true,
    Component: lazyPage(async () => (await import('./Import/ImportPage')).ImportPage),
  },
  {
    path: 'settings',
    label: 'settings.title',
    verb: 'read-settings',
    Component: lazyPage(async () => (await import('./Settings/SettingsPage')).SettingsPage),
  },
];

export const LISTED_PAGES = SUB_PAGES.filter(({ isUnlisted }) => !isUnlisted);

/** Any of them leads to a page. */
export const PAGE_PERMISSIONS = LISTED_PAGES.map(({ verb }) => permissionFor(verb));
