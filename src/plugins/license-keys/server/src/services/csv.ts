import { pipeline, Readable } from 'node:stream';

import { stringify } from 'csv-stringify';

/**
 * Rows as a stream of CSV: UTF-8 with a byte order mark, for spreadsheets; cells that a spreadsheet would
 * take for formulas are escaped. The stream fails when the rows do.
 */
export const toCsv = (rows: AsyncIterable<unknown>, columns: readonly string[]): Readable =>
  pipeline(
    Readable.from(rows),
    stringify({ bom: true, header: true, columns: [...columns], escape_formulas: true }),
    () => {
      // Whoever reads the stream hears of its failure from the stream.
    }
  );
