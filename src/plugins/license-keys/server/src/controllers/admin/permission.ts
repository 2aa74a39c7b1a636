import { permissionId } from '../../../../shared/permissions';
import type { LicenseVerb } from '../../../../shared/permissions';
import { LicenseError } from '../../errors';
import type { Context } from '../../http';

interface Ability {
  can: (action: string) => boolean;
}

export const NOT_PERMITTED = 'Your role does not permit this.';

export const isAllowed = (ctx: Context, verb: LicenseVerb): boolean =>
  (ctx.state.userAbility as Ability).can(permissionId(verb));

/** For what a route's own permission does not cover. Of a ForbiddenError, Strapi would not send the sentence. */
export const demand = (ctx: Context, verb: LicenseVerb): void => {
  if (!isAllowed(ctx, verb)) {
    throw new LicenseError({
      code: 'PERMISSION_REQUIRED',
      message: NOT_PERMITTED,
      status: 403,
      details: { permission: permissionId(verb) },
    });
  }
};
