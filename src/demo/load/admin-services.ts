import type { Core } from '@strapi/strapi';

interface AdminUser {
  id: number;
}

interface Profile {
  email: string;
  firstname: string;
  lastname: string;
  password: string;
}

interface Users {
  createFirstAdmin: (profile: Profile) => Promise<AdminUser>;
  create: (
    user: Profile & { isActive: boolean; registrationToken: null; roles: number[] }
  ) => Promise<AdminUser>;
  findOneByEmail: (email: string) => Promise<AdminUser | null>;
  updateById: (id: number, user: { password: string }) => Promise<AdminUser | null>;
  exists: () => Promise<boolean>;
}

export interface Permission {
  action: string;
  subject?: string | null;
}

interface Roles {
  create: (role: { name: string; description: string }) => Promise<{ id: number }>;
  assignPermissions: (roleId: number, permissions: readonly Permission[]) => Promise<unknown>;
}

interface Action {
  actionId: string;
  subjects?: readonly string[];
}

interface Permissions {
  actionProvider: { values: () => Action[] };
}

interface ContentTypes {
  getPermissionsWithNestedFields: (actions: readonly Action[]) => Permission[];
}

/** The parts that the demo uses of Strapi's own administration, which it types as anything at all. */
export const adminServices = ({ strapi }: { strapi: Core.Strapi }) => ({
  users: strapi.service('admin::user') as unknown as Users,
  roles: strapi.service('admin::role') as unknown as Roles,
  permissions: strapi.service('admin::permission') as unknown as Permissions,
  contentTypes: strapi.service('admin::content-type') as unknown as ContentTypes,
});
