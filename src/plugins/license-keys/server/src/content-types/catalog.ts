import { FIELD_RULES } from '../domain/fields';
import type { RuledField } from '../domain/fields';
import { LicenseError, ruleBroken } from '../errors';
import { getService } from '../services';
import { transaction } from '../store/database';
import type { Db } from '../store/database';
import { countReferences, isTaken } from '../store/references';
import type { UID } from '../uids';
import { dataListOf, dataOf, idsOf, relationTarget } from './lifecycle';
import type { Data, HookContext, Hooks, LifecycleEvent } from './lifecycle';
import { notUnique } from './unique';
import type { UniqueField } from './unique';

type CatalogUid = (typeof UID)['product' | 'customer' | 'generator'];

type Row = Data & { id: number; environment: string };

interface CatalogRules {
  uid: CatalogUid;
  label: string;
  /** Fields that never change once the row exists. */
  immutable: readonly string[];
  /** To-one relations that are columns. */
  relations?: readonly string[];
  /** Fields that keep the same rule as a license's. */
  ruled: readonly RuledField[];
  unique?: UniqueField;
  /** The column by which others refer to the row; where there is one, the row stays as long as any does. */
  referredBy?: 'product_id' | 'customer_id';
  /** What else must hold of the row as it will be; a new one is its own data, and stored as nothing. */
  check?: (db: Db, data: Data, row: Data, stored: Data | null) => Promise<void>;
}

const WHOLE = Number.MAX_SAFE_INTEGER;

const checkFields = (data: Data, fields: readonly RuledField[]): void => {
  for (const field of fields) {
    const value = data[field];
    const broken =
      value === undefined || value === null ? null : FIELD_RULES[field](value, new Date());
    if (broken) {
      throw new LicenseError({ ...broken.refusal, details: { field } });
    }
  }
};

/** The Content Manager sends JSON as the text that was typed; an empty one is no value. */
const parseJson = (value: unknown): unknown => {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return value.trim() === '' ? null : (JSON.parse(value) as unknown);
  } catch {
    return value;
  }
};

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value;

const omit = (data: Data, names: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));

/** Hooks that keep products, customers and generators whole, through every door. */
export const catalogLifecycles = (
  { strapi }: HookContext,
  { uid, label, immutable, relations = [], ruled, unique, referredBy, check }: CatalogRules
): Hooks => {
  const jsonFields = Object.entries(strapi.getModel(uid).attributes)
    .filter(([, attribute]) => attribute.type === 'json')
    .map(([name]) => name);

  /** The data as the engine can write it: JSON as values, relations as ids or not at all. */
  const normalized = (data: Data): Data => {
    const json = jsonFields.map((name) => [name, parseJson(data[name])]);
    const targets = relations.map((name) => [name, relationTarget(data, name)]);
    const read = [...json, ...targets].filter(([, value]) => value !== undefined);
    return {
      ...omit(data, [...jsonFields, ...relations, ...relations.map((name) => `${name}_id`)]),
      ...(Object.fromEntries(read) as Data),
    };
  };

  const checkUnique = async (db: Db, value: unknown, environment: string, id?: number) => {
    if (
      unique &&
      typeof value === 'string' &&
      (await isTaken(db, { ...unique, value, environment, except: id }))
    ) {
      throw notUnique(unique);
    }
  };

  /** Rows that one call writes can also be in each other's way. */
  const checkDistinct = (rows: readonly Data[]): void => {
    if (!unique) {
      return;
    }
    const taken = rows
      .filter((row) => typeof row[unique.field] === 'string')
      .map(({ environment, [unique.field]: value }) => {
        const text = String(value);
        return `${String(environment)}/${unique.caseless ? text.toLowerCase() : text}`;
      });
    if (new Set(taken).size < taken.length) {
      throw notUnique(unique);
    }
  };

  const checkNew = async (db: Db, data: Data): Promise<void> => {
    const environment = String(data.environment);
    if (!getService({ strapi }, 'settings').isEnvironment(environment)) {
      throw ruleBroken('UNKNOWN_ENVIRONMENT', 'There is no such environment.', {
        field: 'environment',
      });
    }
    checkFields(data, ruled);
    await checkUnique(db, unique && data[unique.field], environment);
    await check?.(db, data, data, null);
  };

  const checkExisting = async (db: Db, data: Data, row: Row): Promise<void> => {
    const changed = immutable.find(
      (field) => data[field] !== undefined && data[field] !== plain(row[field])
    );
    if (changed) {
      throw ruleBroken('IMMUTABLE_FIELD', `The field "${changed}" of a ${label} never changes.`, {
        field: changed,
      });
    }
    checkFields(data, ruled);
    await checkUnique(db, unique && data[unique.field], row.environment, row.id);
    await check?.(db, data, { ...row, ...data }, row);
  };

  const checkUpdate = async (event: LifecycleEvent, limit: number): Promise<void> =>
    transaction({ strapi }, async (db) => {
      const data = normalized(dataOf(event));
      event.params.data = data;
      const ids = await idsOf({ strapi }, uid, event, limit);
      const rows = (await strapi.db
        .query(uid)
        .findMany({ where: { id: { $in: ids } }, populate: true })) as Row[];
      for (const row of rows) {
        await checkExisting(db, data, row);
      }
      checkDistinct(rows.map(({ environment }) => ({ ...data, environment })));
    });

  const checkDelete = async (event: LifecycleEvent, limit: number): Promise<void> =>
    transaction({ strapi }, async (db) => {
      const ids = referredBy ? await idsOf({ strapi }, uid, event, limit) : [];
      const references = referredBy ? await countReferences(db, referredBy, ids) : 0;
      if (references > 0) {
        throw ruleBroken(
          'IN_USE',
          `The ${label} is still in use by ${String(references)} licenses or generators.`,
          { references }
        );
      }
    });

  return {
    beforeCreate: async (event) => {
      const data = normalized(dataOf(event));
      event.params.data = data;
      await transaction({ strapi }, async (db) => checkNew(db, data));
    },
    beforeCreateMany: async (event) => {
      const list = dataListOf(event).map(normalized);
      event.params.data = list;
      await transaction({ strapi }, async (db) => {
        for (const data of list) {
          await checkNew(db, data);
        }
      });
      checkDistinct(list);
    },
    beforeUpdate: async (event) => checkUpdate(event, 1),
    beforeUpdateMany: async (event) => checkUpdate(event, WHOLE),
    beforeDelete: async (event) => checkDelete(event, 1),
    beforeDeleteMany: async (event) => checkDelete(event, WHOLE),
  };
};
