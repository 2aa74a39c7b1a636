import type { Core } from '@strapi/strapi';

import { UID } from '../../plugins/license-keys/server/src/uids';
import {
  permissionId,
  PLUGIN_ID,
  RBAC_ACTIONS,
} from '../../plugins/license-keys/shared/permissions';
import type { Permission } from './admin-services';
import { adminServices } from './admin-services';

interface Context {
  strapi: Core.Strapi;
}

const MANAGED = ['license', 'generator'];

const KEPT_FROM_MANAGERS: readonly string[] = [
  permissionId('delete'),
  permissionId('delete-generator'),
];

const CATALOG = [UID.product, UID.customer, UID.generator];

const CATALOG_ACTIONS = ['read', 'create', 'update'].map(
  (verb) => `plugin::content-manager.explorer.${verb}`
);

/** With all fields of the types: the Content Manager shows only what a permission names. */
const catalogPermissions = ({ strapi }: Context): Permission[] => {
  const { permissions, contentTypes } = adminServices({ strapi });
  return contentTypes.getPermissionsWithNestedFields(
    permissions.actionProvider
      .values()
      .filter(({ actionId }) => CATALOG_ACTIONS.includes(actionId))
      .map((action) => ({ ...action, subjects: CATALOG }))
  );
};

/** Everything about licenses and generators but to delete them. */
const managerPermissions = (): Permission[] =>
  RBAC_ACTIONS.map(({ uid }) => ({ action: `plugin::${PLUGIN_ID}.${uid}` })).filter(
    ({ action }) =>
      MANAGED.some((resource) => action.startsWith(`plugin::${PLUGIN_ID}.${resource}.`)) &&
      !KEPT_FROM_MANAGERS.includes(action)
  );

const supportPermissions = (): Permission[] => [
  { action: permissionId('read') },
  { action: permissionId('preview') },
  { action: permissionId('read-generators') },
];

export const createRoles = async ({
  strapi,
}: Context): Promise<Record<'manager' | 'support', number>> => {
  const { roles } = adminServices({ strapi });
  const manager = await roles.create({
    name: 'License Manager',
    description: 'Manages licenses, products, customers and generators, but deletes none.',
  });
  await roles.assignPermissions(manager.id, [
    ...managerPermissions(),
    ...catalogPermissions({ strapi }),
  ]);
  const support = await roles.create({
    name: 'License Support',
    description: 'Looks licenses up and reads their keys.',
  });
  await roles.assignPermissions(support.id, supportPermissions());
  return { manager: manager.id, support: support.id };
};
