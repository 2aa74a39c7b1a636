import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { stringify } from 'csv-stringify';

import type { ExportFormat, LicenseListItem, ListSort } from '../../../shared/list';
import type { Actor } from '../domain/types';
import { appendEnvironmentAudit } from '../store/audit';
import { connection, transaction } from '../store/database';
import { readListByIds, readListIds } from '../store/license-list';
import type { ListFilter } from '../store/license-list';

/** Rows that are in memory at a time. */
const BATCH = 500;

const COLUMNS = [
  ['key', ({ key }) => key],
  ['status', ({ state }) => state],
  ['product', ({ product }) => product.name],
  ['product_slug', ({ product }) => product.slug],
  ['customer_name', ({ customer }) => customer?.name ?? ''],
  ['customer_email', ({ customer }) => customer?.email ?? ''],
  ['activation_limit', ({ activationLimit }) => activationLimit],
  ['activations', ({ activationCount }) => activationCount],
  ['expires_at', ({ expiresAt }) => expiresAt ?? ''],
  ['created_at', ({ createdAt }) => createdAt],
  ['environment', ({ environment }) => environment],
  ['id', ({ documentId }) => documentId],
] as const satisfies readonly (readonly [string, (item: LicenseListItem) => string | number])[];

const toRow = (item: LicenseListItem): (string | number)[] =>
  COLUMNS.map(([, valueOf]) => valueOf(item));

async function* toJsonText(items: AsyncIterable<LicenseListItem>) {
  let separator = '[\n';
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

async function* toRows(items: AsyncIterable<LicenseListItem>) {
  for await (const item of items) {
    yield toRow(item);
  }
}

/** Gives lists of licenses away as files. */
export const exporting = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Only the ids are held for the whole time; no transaction is, however slow the reader. */
  async function* itemsOf(ids: readonly number[]) {
    for (let start = 0; start < ids.length; start += BATCH) {
      yield* await readListByIds(connection({ strapi }), ids.slice(start, start + BATCH));
    }
  }

  return {
    /**
     * All licenses that match, in the order of the list, as a stream of CSV (UTF-8 with a byte order mark, for
     * spreadsheets; cells that a spreadsheet would take for formulas are escaped) or of one JSON array.
     */
    async licenses(
      filter: ListFilter,
      sort: ListSort,
      format: ExportFormat,
      actor: Actor
    ): Promise<{ count: number; stream: Readable }> {
      const ids = await readListIds(connection({ strapi }), filter, sort);
      await transaction({ strapi }, async (db) =>
        appendEnvironmentAudit(db, {
          action: 'export',
          environment: filter.environment,
          changes: { export: { before: null, after: { ...filter, format, rows: ids.length } } },
          actor,
          now: new Date(),
        })
      );
      const items = itemsOf(ids);
      const stream =
        format === 'csv'
          ? Readable.from(toRows(items)).pipe(
              stringify({
                bom: true,
                header: true,
                columns: COLUMNS.map(([name]) => name),
                escape_formulas: true,
              })
            )
          : Readable.from(toJsonText(items));
      return { count: ids.length, stream };
    },
  };
};
