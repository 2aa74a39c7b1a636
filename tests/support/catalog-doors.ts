import type { Core } from '@strapi/strapi';

import type { UID } from '../../src/plugins/license-keys/server/src/uids';
import type { Data } from './doors';

export type CatalogUid = (typeof UID)['product' | 'customer' | 'generator'];

/** The ways to write a product, a customer or a generator. */
export interface CatalogDoor {
  name: string;
  create: (strapi: Core.Strapi, uid: CatalogUid, data: Data) => Promise<unknown>;
  update: (
    strapi: Core.Strapi,
    uid: CatalogUid,
    row: { id: number; documentId: string },
    data: Data
  ) => Promise<unknown>;
}

export const CATALOG_DOORS: readonly CatalogDoor[] = [
  {
    name: 'db.query() of one',
    create: async (strapi, uid, data) => strapi.db.query(uid).create({ data }) as Promise<unknown>,
    update: async (strapi, uid, { id }, data) =>
      strapi.db.query(uid).update({ where: { id }, data }) as Promise<unknown>,
  },
  {
    name: 'db.query() of many',
    create: async (strapi, uid, data) => strapi.db.query(uid).createMany({ data: [data] }),
    update: async (strapi, uid, { id }, data) =>
      strapi.db.query(uid).updateMany({ where: { id: { $in: [id] } }, data }),
  },
  {
    name: 'documents()',
    create: async (strapi, uid, data) => strapi.documents(uid).create({ data }),
    update: async (strapi, uid, { documentId }, data) =>
      strapi.documents(uid).update({ documentId, data }),
  },
];
