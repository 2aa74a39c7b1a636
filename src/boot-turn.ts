import type { Core } from '@strapi/strapi';

/** Any number, the same on every instance. */
const LOCK = 5_540_000;

interface Hook {
  register: (handler: () => Promise<void>) => void;
}

/**
 * Strapi creates tables, roles and settings at boot without a lock: two instances that start at the same moment
 * on an empty PostgreSQL fail, or make everything twice. So they take turns, from the first look at the schema
 * to the end of the boot. One that dies gives its turn back with its connection.
 */
export const takeTurns = (strapi: Core.Strapi): (() => Promise<void>) => {
  let release = (): Promise<unknown> => Promise.resolve();
  if (strapi.db.dialect.client === 'postgres') {
    (strapi.hook('strapi::content-types.beforeSync') as Hook).register(async () => {
      const turn = await strapi.db.connection.transaction();
      await turn.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
      release = () => turn.commit();
    });
  }
  return async () => {
    await release();
  };
};
