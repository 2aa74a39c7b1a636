import { allowedFrom, FIRST_STATES, isState } from '../../../../shared/states';
import type { State } from '../../../../shared/states';
import { invalidTransition } from '../../domain/change';
import type { LicensePatch } from '../../domain/change';
import type { LicenseDraft } from '../../domain/creation';
import type { JsonObject, Validity } from '../../domain/types';
import { LicenseError, ruleBroken } from '../../errors';
import type { Db } from '../../store/database';
import { findGenerator, findScoped } from '../../store/references';
import { relationTarget } from '../lifecycle';
import type { Data } from '../lifecycle';

/** What a side door can say of a license; the rest of the data is Strapi's own. */
const FIELDS = [
  'id',
  'documentId',
  'key',
  'environment',
  'state',
  'product',
  'product_id',
  'customer',
  'customer_id',
  'generator',
  'generator_id',
  'activationLimit',
  'expiresAt',
  'validity',
  'assignedAt',
  'firstActivatedAt',
  'features',
  'metadata',
  'activations',
];

export const withoutFields = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !FIELDS.includes(name)));

const toDate = (value: unknown): Date | null | undefined =>
  value === undefined || value === null || value instanceof Date
    ? value
    : new Date(value as string | number);

/** Whether a relation is written at all: cloning a document says of each that it is empty. */
const namesRows = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(namesRows)
    : value !== undefined && value !== null;

const refuseActivations = (isWritten: boolean): void => {
  if (isWritten) {
    throw ruleBroken(
      'USE_CASE_ONLY',
      'The activations of a license are changed by activating and deactivating devices only.',
      { field: 'activations' }
    );
  }
};

const toState = (value: unknown, from: State | null): State | undefined => {
  if (value === undefined || isState(value)) {
    return value;
  }
  throw new LicenseError(
    invalidTransition(
      from,
      (typeof value === 'string' ? value : JSON.stringify(value)) as State,
      from === null ? FIRST_STATES : allowedFrom(from)
    ).refusal
  );
};

const related = async <T>(
  data: Data,
  name: string,
  find: (identity: number | string) => Promise<T | null>
): Promise<T | null | undefined> => {
  const target = relationTarget(data, name);
  if (target === undefined || target === null) {
    return target;
  }
  const numeric = Number(target);
  const found = await find(Number.isSafeInteger(numeric) ? numeric : target);
  if (!found) {
    throw ruleBroken('UNKNOWN_RELATION', `The ${name} does not exist.`, { field: name });
  }
  return found;
};

const relations = async (db: Db, data: Data) => ({
  product: await related(data, 'product', async (id) => findScoped(db, 'product', id)),
  generator: await related(data, 'generator', async (id) => findGenerator(db, id)),
  customer: await related(data, 'customer', async (id) => findScoped(db, 'customer', id)),
});

const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

/** What an update asks for; the values are judged by the domain, here they only take its shape. */
export const toPatch = async (db: Db, data: Data, from: State): Promise<LicensePatch> => {
  refuseActivations(data.activations !== undefined);
  return defined({
    key: data.key as string | undefined,
    environment: data.environment as string | undefined,
    state: toState(data.state, from),
    activationLimit: data.activationLimit as number | undefined,
    expiresAt: toDate(data.expiresAt),
    validity: data.validity as Validity | undefined,
    assignedAt: toDate(data.assignedAt),
    firstActivatedAt: toDate(data.firstActivatedAt),
    features: data.features as JsonObject | undefined,
    metadata: data.metadata as JsonObject | undefined,
    ...(await relations(db, data)),
  });
};

/** What a creation asks for, with the generator's defaults. */
export const toDraft = async (db: Db, data: Data): Promise<LicenseDraft> => {
  refuseActivations(namesRows(data.activations));
  const { product, generator, customer } = await relations(db, data);
  return {
    key: data.key as string,
    environment: data.environment as string,
    state: toState(data.state ?? undefined, null),
    product: product ?? null,
    generator: generator ?? null,
    customer: customer ?? null,
    activationLimit: (data.activationLimit ?? generator?.activationLimit ?? 1) as number,
    // Strapi says null of what nobody has said anything of, too.
    expiresAt: toDate(data.expiresAt) ?? undefined,
    features: (data.features ?? generator?.features ?? {}) as JsonObject,
    metadata: (data.metadata ?? generator?.metadata ?? {}) as JsonObject,
  };
};
