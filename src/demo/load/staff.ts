import type { Core } from '@strapi/strapi';

import { ACCOUNTS } from '../accounts';
import type { AccountName } from '../accounts';
import type { Passwords } from '../passwords';
import { adminServices } from './admin-services';
import { createRoles } from './roles';

/** Creates the accounts as the registration of the first administrator and later invitations would. */
export const createStaff = async (
  { strapi }: { strapi: Core.Strapi },
  passwords: Passwords
): Promise<Record<AccountName, number>> => {
  const { users } = adminServices({ strapi });
  const profileOf = (name: AccountName) => {
    const { email, firstname, lastname } = ACCOUNTS[name];
    return { email, firstname, lastname, password: passwords[name] };
  };
  const owner = await users.createFirstAdmin(profileOf('owner'));
  const roles = await createRoles({ strapi });
  const invite = async (name: 'manager' | 'support') =>
    users.create({
      ...profileOf(name),
      isActive: true,
      registrationToken: null,
      roles: [roles[name]],
    });
  const manager = await invite('manager');
  const support = await invite('support');
  return { owner: owner.id, manager: manager.id, support: support.id };
};
