import type { Core } from '@strapi/strapi';

import { ruleBroken } from '../errors';
import { isUniqueViolation } from '../store/faults';
import { TABLE, UID } from '../uids';

/** A text field that one environment has once. */
export interface UniqueField {
  label: string;
  field: string;
  table: string;
  caseless?: true;
}

export const UNIQUE = {
  [UID.product]: { label: 'product', field: 'slug', table: TABLE.product },
  [UID.customer]: { label: 'customer', field: 'email', table: TABLE.customer, caseless: true },
} as const satisfies Record<string, UniqueField>;

const isCatalog = (uid: string): uid is keyof typeof UNIQUE => Object.hasOwn(UNIQUE, uid);

export const notUnique = ({ label, field }: UniqueField) =>
  ruleBroken('NOT_UNIQUE', `Another ${label} of this environment has the same ${field}.`, {
    field,
  });

/** Two who write the same at one moment both pass the hooks' look; the database then tells the second. */
export const refuseRaced = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use(async ({ uid }, next) => {
    try {
      return await next();
    } catch (error) {
      throw isCatalog(uid) && isUniqueViolation(error) ? notUnique(UNIQUE[uid]) : error;
    }
  });
};
