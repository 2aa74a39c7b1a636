import type { Core } from '@strapi/strapi';

export type Data = Record<string, unknown>;

/** What Strapi's query engine hands to a hook; `params` is live: what is put there is what is written. */
export interface LifecycleEvent {
  params: { data?: unknown; where?: unknown };
  state: Record<string, unknown>;
}

type Hook = (event: LifecycleEvent) => Promise<void> | void;

export interface Hooks {
  beforeCreate?: Hook;
  afterCreate?: Hook;
  beforeCreateMany?: Hook;
  afterCreateMany?: Hook;
  beforeUpdate?: Hook;
  beforeUpdateMany?: Hook;
  beforeDelete?: Hook;
  beforeDeleteMany?: Hook;
}

export interface HookContext {
  strapi: Core.Strapi;
}

export const isEmpty = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).length === 0;

export const dataOf = (event: LifecycleEvent): Data => (event.params.data ?? {}) as Data;

export const dataListOf = (event: LifecycleEvent): Data[] =>
  Array.isArray(event.params.data) ? (event.params.data as Data[]) : [];

/** The ids of the rows that an event is about. */
export const idsOf = async (
  { strapi }: HookContext,
  uid: Parameters<Core.Strapi['db']['query']>[0],
  event: LifecycleEvent,
  limit: number
): Promise<number[]> => {
  const rows = (await strapi.db.query(uid).findMany({
    where: event.params.where ?? {},
    select: ['id'],
    limit,
  })) as { id: number }[];
  return rows.map(({ id }) => id);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const lastOf = (value: unknown): unknown =>
  Array.isArray(value) ? (value.at(-1) as unknown) : value;

/**
 * The row that a to-one relation is written to point at, in whichever way the query engine lets one say it:
 * an id, an object with one, `set`, `connect`, `disconnect`, or the column itself.
 * Undefined where the relation is left alone, null where it is cleared.
 */
export const relationTarget = (data: Data, name: string): number | string | null | undefined => {
  const value = data[name] === undefined ? data[`${name}_id`] : data[name];
  return targetOf(value);
};

const targetOf = (value: unknown): number | string | null | undefined => {
  const target = lastOf(value);
  if (target === undefined) {
    return Array.isArray(value) ? null : undefined;
  }
  if (target === null || typeof target === 'number' || typeof target === 'string') {
    return target;
  }
  if (!isRecord(target)) {
    return undefined;
  }
  if ('id' in target) {
    return targetOf(target.id);
  }
  if (target.set !== undefined) {
    return targetOf(target.set);
  }
  const connected = lastOf(target.connect);
  if (connected !== undefined && connected !== null) {
    return targetOf(connected);
  }
  return isEmpty(target.disconnect) ? undefined : null;
};
