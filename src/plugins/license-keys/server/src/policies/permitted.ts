import { errors } from '@strapi/utils';

import type { LicenseVerb } from '../../../shared/permissions';
import { isAllowed, NOT_PERMITTED } from '../controllers/admin/permission';
import type { Context } from '../http';

/** Of a route: passes those whose role has at least one of the permissions. */
export const permitted = (ctx: Context, { anyOf }: { anyOf: readonly LicenseVerb[] }): void => {
  if (!anyOf.some((verb) => isAllowed(ctx, verb))) {
    throw new errors.PolicyError(NOT_PERMITTED);
  }
};
