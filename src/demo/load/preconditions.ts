import type { Core } from '@strapi/strapi';

import { settings } from '../../plugins/license-keys/server/src/services/settings';
import { ENVIRONMENTS } from '../story/types';
import { adminServices } from './admin-services';

/** Refuses, in one sentence, what the demo data cannot be loaded into. */
export const assertLoadable = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { isEnvironment } = settings({ strapi });
  const missing = ENVIRONMENTS.filter((name) => !isEnvironment(name));
  if (missing.length > 0) {
    throw new Error(
      `its data needs the environments ${ENVIRONMENTS.join(', ')}, but LICENSE_ENVIRONMENTS or LICENSE_PINNED_ENVIRONMENT leaves out ${missing.join(', ')}.`
    );
  }
  if (await adminServices({ strapi }).users.exists()) {
    throw new Error(
      'its database has administrators but not the data of the demo; "npm run demo -- --fresh" starts over.'
    );
  }
};
