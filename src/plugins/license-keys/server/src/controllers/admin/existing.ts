import type { Core } from '@strapi/strapi';

import type { LicenseDetail } from '../../../../shared/license';
import { orNotFound } from '../../errors';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { readDetail } from '../../store/license-detail';
import { findLicenseId } from '../../store/licenses';
import { licenseIdOf } from '../path-ids';

/** The license that a request is about: one of an environment that the installation has not does not exist. */
export const existing = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = () => connection({ strapi });
  const environments = () => getService({ strapi }, 'settings').environments;

  const find = async (documentId: string): Promise<LicenseDetail | null> =>
    readDetail(db(), documentId, environments());

  const detail = async (documentId: string): Promise<LicenseDetail> =>
    orNotFound(await find(documentId));

  return {
    find,
    detail,
    detailOf: async (ctx: Context): Promise<LicenseDetail> => detail(licenseIdOf(ctx)),
    /** The id of its row. */
    idOf: async (ctx: Context): Promise<number> =>
      orNotFound(await findLicenseId(db(), licenseIdOf(ctx), environments())),
  };
};
