import type { License } from '../../../src/plugins/license-keys/server/src/domain/types';
import { fingerprintOf } from '../../../src/plugins/license-keys/server/src/services/selection';
import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import type { State } from '../../../src/plugins/license-keys/shared/states';
import type { Admin } from '../admin';
import type { TestApi } from '../api';
import { bodyOf } from '../http';
import { unique } from '../stock';

/** A request as it is sent in good faith. */
export interface Good {
  /** For the id in the path: of several rows, as an answer may use one up. */
  ids?: readonly string[];
  query?: Readonly<Record<string, string>>;
  /** JSON, or a file's text. */
  body?: object | string;
}

export type Maker = () => Good | Promise<Good>;

interface Row {
  documentId: string;
}

/** How many rows a request has to choose from. */
const ROWS = 6;

const several = async <T>(make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  while (made.length < ROWS) made.push(await make());
  return made;
};

/** Requests about rows of their own, which nobody else changes. */
export const onRows = async ({ strapi, stock }: TestApi, admin: Admin) => {
  const product = await stock.product();
  const customer = await stock.customer();

  const licenses = async (state: State = 'active'): Promise<License[]> =>
    several(async () => stock.license({ product, customer, state }));
  const generators = async (): Promise<Row[]> => several(async () => stock.generator(product));

  const on = (rows: readonly Row[], good?: Good): Good => ({
    ids: rows.map(({ documentId }) => documentId),
    ...good,
  });

  const devices = async (): Promise<Row[]> => {
    const owners = on(await licenses()).ids;
    return (await strapi.db.query('plugin::license-keys.activation').findMany({
      where: { license: { documentId: { $in: owners } } },
      orderBy: { id: 'asc' },
    })) as Row[];
  };

  /** An edit says which version it was made on: here all rows have the same. */
  const edit = async (table: string, rows: readonly Row[], fields: object): Promise<Good> => {
    const now = new Date();
    const good = on(rows, { body: { version: now.toISOString(), ...fields } });
    await strapi.db
      .connection(table)
      .whereIn('document_id', good.ids ?? [])
      .update({ updated_at: now });
    return good;
  };

  const posted = async (path: string, fields: object | string): Promise<string> => {
    const answer = await admin.post(path).send(fields).expect(201);
    return String(bodyOf<{ data: { id: number } }>(answer).data.id);
  };

  return {
    product,
    customer,
    licenses,

    onLicenses:
      (state?: State, good?: Good): Maker =>
      async () =>
        on(await licenses(state), good),

    onGenerators:
      (good?: Good): Maker =>
      async () =>
        on(await generators(), good),

    editLicenses:
      (fields: object): Maker =>
      async () =>
        edit(TABLE.license, await licenses(), fields),

    editGenerators:
      (fields: object): Maker =>
      async () =>
        edit(TABLE.generator, await generators(), fields),

    onDevices:
      (good: Good): Maker =>
      async () =>
        on(await devices(), good),

    inBulk:
      (environment: string, fields: object): Maker =>
      async () => {
        const { ids } = on(await devices());
        return { body: { environment, selection: { ids }, ...fields } };
      },

    startInBulk:
      (environment: string, fields: object): Maker =>
      async () => {
        const { ids = [] } = on(await devices());
        const fingerprint = fingerprintOf(ids);
        return { body: { environment, selection: { ids }, fingerprint, ...fields } };
      },

    onAuditEntries: (): Maker => async () => {
      const rows = await strapi.db
        .connection(TABLE.auditEntry)
        .orderBy('id')
        .limit(ROWS)
        .select<{ id: number }[]>('id');
      return { ids: rows.map(({ id }) => String(id)) };
    },

    /** No engine is told of them: they stay as they are. */
    onJobs:
      (state: string, good?: Good): Maker =>
      async () => {
        const job = { type: 'generate', environment: 'production', state, created_at: new Date() };
        const rows = await strapi.db
          .connection(TABLE.job)
          .insert(Array.from({ length: ROWS }, () => ({ ...job, payload: '{}', actor: '{}' })))
          .returning<{ id: number }[]>('id');
        return { ids: rows.map(({ id }) => String(id)), ...good };
      },

    onImports:
      (query: Record<string, string>, file: string, good?: Good): Maker =>
      async () => {
        const path = `/license-keys/imports?${new URLSearchParams(query).toString()}`;
        return { ids: await several(async () => posted(path, file)), ...good };
      },

    onViews: (): Maker => async () => ({
      ids: await several(async () =>
        posted('/license-keys/views', { name: unique('view'), query: 'state=active' })
      ),
    }),
  };
};

export type Rows = Awaited<ReturnType<typeof onRows>>;
