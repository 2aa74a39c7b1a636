import { errors } from '@strapi/utils';

import { permissionId } from '../../../../shared/permissions';
import type { LicenseVerb } from '../../../../shared/permissions';
import type { Context } from '../../http';

interface Ability {
  can: (action: string) => boolean;
}

/** For what a route's own permission does not cover. */
export const demand = (ctx: Context, verb: LicenseVerb): void => {
  if (!(ctx.state.userAbility as Ability).can(permissionId(verb))) {
    throw new errors.ForbiddenError('Your role does not permit this.', {
      permission: permissionId(verb),
    });
  }
};
