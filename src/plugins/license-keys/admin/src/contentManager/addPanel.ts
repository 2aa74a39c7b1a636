import type { StrapiApp } from '@strapi/strapi/admin';

import { LicensesPanel } from './LicensesPanel';

/** Strapi leaves the type of what a plugin offers to others open. */
interface Apis {
  addEditViewSidePanel: (panels: (typeof LicensesPanel)[]) => void;
}

/** Puts the way back to the licenses beside the Content Manager's form. */
export const addPanel = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as unknown as Apis;
  addEditViewSidePanel([LicensesPanel]);
};
