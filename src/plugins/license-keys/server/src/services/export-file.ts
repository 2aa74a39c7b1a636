import { Readable } from 'node:stream';

import type { ExportFormat } from '../../../shared/list';
import { toCsv } from './csv';

/** The columns of a CSV file, in their order: what each is called and what stands in it. */
export type Columns<Item> = readonly (readonly [
  name: string,
  valueOf: (item: Item) => string | number,
])[];

async function* toRows<Item>(items: AsyncIterable<Item>, columns: Columns<Item>) {
  for await (const item of items) {
    yield columns.map(([, valueOf]) => valueOf(item));
  }
}

async function* toJsonText(items: AsyncIterable<unknown>) {
  let separator = '[\n';
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** Items as a stream of CSV or of one JSON array, a line for each. */
export const toFile = <Item>(
  items: AsyncIterable<Item>,
  columns: Columns<Item>,
  format: ExportFormat
): Readable =>
  format === 'csv'
    ? toCsv(
        toRows(items, columns),
        columns.map(([name]) => name)
      )
    : Readable.from(toJsonText(items));
