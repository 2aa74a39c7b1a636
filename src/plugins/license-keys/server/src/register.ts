import type { Core } from '@strapi/strapi';

import { RBAC_ACTIONS } from '../../shared/permissions';
import { environmentAttribute } from './content-types/environment';
import { refuseRaced } from './content-types/unique';
import { discreetUrl } from './middlewares/discreet-url';
import { ownBody } from './middlewares/own-body';
import { signedAnswers } from './middlewares/signed-answers';

import { getService } from './services';
import { createConstraints } from './store/constraints';
import { transaction } from './store/database';
import { idempotencyModel } from './store/idempotency';
import { importGivenModel, importModel, importPieceModel } from './store/imports';
import { jobItemModel } from './store/job-items';
import { jobModel } from './store/jobs';
import { signingKeyModel } from './store/signing-keys';
import { viewModel } from './store/views';

// Strapi types these three as any.
interface Models {
  add: (model: object) => void;
}
interface Hook {
  register: (handler: () => Promise<void>) => void;
}
interface PermissionService {
  actionProvider: { registerMany: (actions: typeof RBAC_ACTIONS) => Promise<unknown> };
}

const MODELS = [
  idempotencyModel,
  viewModel,
  jobModel,
  jobItemModel,
  signingKeyModel,
  importModel,
  importPieceModel,
  importGivenModel,
];

export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  environmentAttribute.enum = getService({ strapi }, 'settings').environments;
  for (const model of MODELS) {
    strapi.get<Models>('models').add(model);
  }
  strapi.server.use(getService({ strapi }, 'requests').track);
  strapi.server.use(discreetUrl({ strapi }));
  strapi.server.use(signedAnswers({ strapi }));
  strapi.server.use(ownBody({ strapi }));
  refuseRaced({ strapi });
  (strapi.hook('strapi::content-types.afterSync') as Hook).register(async () => {
    await transaction({ strapi }, createConstraints);
  });
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(RBAC_ACTIONS);
};
