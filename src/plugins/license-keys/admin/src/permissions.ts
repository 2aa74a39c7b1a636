import type { Permission } from '@strapi/strapi/admin';

import { permissionId, type LicenseVerb } from '../../shared/permissions';

/** Strapi compares `subject` with ===: it has to be null, not missing. */
export const permissionFor = (verb: LicenseVerb): Permission => ({
  action: permissionId(verb),
  subject: null,
});

export const READ_PERMISSIONS = [permissionFor('read')];
