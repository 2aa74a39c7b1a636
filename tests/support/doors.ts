import type { Core } from '@strapi/strapi';

import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { UID } from '../../src/plugins/license-keys/server/src/uids';

export type Data = Record<string, unknown>;

/** A way to write over one license past the plugin's own use cases. */
export interface UpdateDoor {
  name: string;
  /** Whether the door answers with the row, with how many it changed, or with the document. */
  answers: 'row' | 'count';
  write: (strapi: Core.Strapi, license: License, data: Data) => Promise<unknown>;
}

const update =
  (whereOf: (license: License) => object): UpdateDoor['write'] =>
  async (strapi, license, data) =>
    strapi.db.query(UID.license).update({ where: whereOf(license), data }) as Promise<unknown>;

const updateMany =
  (whereOf: (license: License) => object): UpdateDoor['write'] =>
  async (strapi, license, data) =>
    strapi.db.query(UID.license).updateMany({ where: whereOf(license), data });

/** The conditions single out the only license of a test, each in its own way. */
export const UPDATE_DOORS: readonly UpdateDoor[] = [
  { name: 'db.query().update by id', answers: 'row', write: update(({ id }) => ({ id })) },
  {
    name: 'db.query().update by key',
    answers: 'row',
    write: update(({ key, environment }) => ({ key, environment })),
  },
  {
    name: 'db.query().updateMany by id',
    answers: 'count',
    write: updateMany(({ id }) => ({ id: { $in: [id] } })),
  },
  {
    name: 'db.query().updateMany by key',
    answers: 'count',
    write: updateMany(({ key }) => ({ key: { $startsWith: key } })),
  },
  {
    name: 'db.query().updateMany by state',
    answers: 'count',
    write: updateMany(({ state }) => ({ state })),
  },
  {
    name: 'db.query().updateMany by product',
    answers: 'count',
    write: updateMany(({ product }) => ({ product: { id: product.id } })),
  },
  { name: 'db.query().updateMany of all', answers: 'count', write: updateMany(() => ({})) },
  {
    name: 'documents().update',
    answers: 'row',
    write: async (strapi, { documentId }, data) =>
      strapi.documents(UID.license).update({ documentId, data }),
  },
];

/** A way to make one license past the plugin's own use cases. */
export interface CreateDoor {
  name: string;
  write: (strapi: Core.Strapi, data: Data) => Promise<unknown>;
}

export const CREATE_DOORS: readonly CreateDoor[] = [
  {
    name: 'db.query().create',
    write: async (strapi, data) =>
      strapi.db.query(UID.license).create({ data }) as Promise<unknown>,
  },
  {
    name: 'db.query().createMany',
    write: async (strapi, data) => strapi.db.query(UID.license).createMany({ data: [data] }),
  },
  {
    name: 'documents().create',
    write: async (strapi, data) => strapi.documents(UID.license).create({ data }),
  },
];

type AnyUid = (typeof UID)[keyof typeof UID];

/** A way to take rows away. */
export interface DeleteDoor {
  name: string;
  write: (
    strapi: Core.Strapi,
    uid: AnyUid,
    row: { id: number; documentId: string }
  ) => Promise<unknown>;
}

export const DELETE_DOORS: readonly DeleteDoor[] = [
  {
    name: 'db.query().delete',
    write: async (strapi, uid, { id }) =>
      strapi.db.query(uid).delete({ where: { id } }) as Promise<unknown>,
  },
  {
    name: 'db.query().deleteMany',
    write: async (strapi, uid, { id }) => strapi.db.query(uid).deleteMany({ where: { id } }),
  },
  {
    name: 'db.query().deleteMany of all',
    write: async (strapi, uid) => strapi.db.query(uid).deleteMany({ where: {} }),
  },
  {
    name: 'documents().delete',
    write: async (strapi, uid, { documentId }) => strapi.documents(uid).delete({ documentId }),
  },
];
