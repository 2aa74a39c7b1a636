import type { Core } from '@strapi/strapi';

import { RBAC_ACTIONS } from '../../shared/permissions';
import { environmentAttribute } from './content-types/environment';
import { ownBody } from './middlewares/own-body';
import { getService } from './services';
import { transaction } from './store/database';
import { createConstraints } from './store/constraints';
import { idempotencyModel } from './store/idempotency';

export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  environmentAttribute.enum = getService({ strapi }, 'settings').environments;
  strapi.get('models').add(idempotencyModel);
  strapi.server.use(ownBody({ strapi }));
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    await transaction({ strapi }, createConstraints);
  });
  await strapi.service('admin::permission').actionProvider.registerMany(RBAC_ACTIONS);
};
