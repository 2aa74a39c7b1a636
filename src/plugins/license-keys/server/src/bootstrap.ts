import type { Core } from '@strapi/strapi';

import { activationLifecycles } from './content-types/activation/lifecycles';
import { auditEntryLifecycles } from './content-types/audit-entry/lifecycles';
import { customerLifecycles } from './content-types/customer/lifecycles';
import { generatorLifecycles } from './content-types/generator/lifecycles';
import { licenseLifecycles } from './content-types/license/lifecycles';
import { arrangeOnce } from './content-types/layouts';
import type { Hooks } from './content-types/lifecycle';
import { productLifecycles } from './content-types/product/lifecycles';
import { startSweeps } from './jobs/sweeps';
import { bodilessErrors } from './middlewares/bodiless-errors';
import { outages } from './middlewares/outages';
import { getService } from './services';
import { UID } from './uids';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const subscribe = (uid: string, hooks: Hooks): void => {
    strapi.db.lifecycles.subscribe({ models: [uid], ...hooks });
  };
  subscribe(UID.license, licenseLifecycles({ strapi }));
  subscribe(UID.activation, activationLifecycles());
  subscribe(UID.auditEntry, auditEntryLifecycles());
  subscribe(UID.product, productLifecycles({ strapi }));
  subscribe(UID.customer, customerLifecycles({ strapi }));
  subscribe(UID.generator, generatorLifecycles({ strapi }));

  strapi.server.use(bodilessErrors({ strapi }));
  strapi.server.use(outages({ strapi }));
  await arrangeOnce({ strapi });
  await getService({ strapi }, 'signing').start();
  await getService({ strapi }, 'jobs').start();
  if (getService({ strapi }, 'settings').cron) {
    startSweeps({ strapi });
  }
};
