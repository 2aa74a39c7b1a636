import type { Core } from '@strapi/strapi';

import { UID } from '../plugins/license-keys/server/src/uids';

export interface Sample {
  environment: string;
  key: string;
  fingerprint: string;
}

interface Found {
  fingerprint: string;
  license: { key: string; environment: string };
}

/** A device that validates now, whatever was done to the demo's licenses since they were loaded. */
export const findSample = async ({ strapi }: { strapi: Core.Strapi }): Promise<Sample | null> => {
  const found = (await strapi.db.query(UID.activation).findOne({
    where: {
      deactivatedAt: null,
      license: {
        $and: [
          { state: 'active', environment: 'production', product: { active: true } },
          { $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }] },
        ],
      },
    },
    orderBy: { id: 'asc' },
    populate: { license: { select: ['key', 'environment'] } },
  })) as Found | null;
  if (!found) {
    return null;
  }
  const { fingerprint, license } = found;
  return { environment: license.environment, key: license.key, fingerprint };
};
