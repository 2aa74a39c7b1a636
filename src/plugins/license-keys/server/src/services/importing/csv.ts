import { pipeline, Readable } from 'node:stream';

import { parse } from 'csv-parse';

import type { ImportItem } from '../../../../shared/imports';
import { LicenseError, ruleBroken } from '../../errors';

export type Delimiter = ImportItem['delimiter'];

/** A record of a file; `number` is the line that it ends on, as an editor counts. */
export interface Line {
  number: number;
  cells: string[];
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
/** Characters of one record: what follows a quote that is never closed must not fill the memory. */
const MAX_RECORD = 256 * 1024;

const QUOTED = /"(?:[^"]|"")*"/g;

/** The separator that the header has most of, outside of quotes; the comma where it has none. */
export const delimiterOf = (text: string): Delimiter => {
  const [header = ''] = text.replace(QUOTED, '').split(/\r?\n|\r/, 1);
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: header.split(delimiter).length,
  }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
};

interface CsvRecord {
  info: { lines: number };
  record: string[];
}

/** The parser's own message may quote what it read. */
const unreadable = (error: unknown): unknown => {
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  return error instanceof LicenseError || !String(code).startsWith('CSV_')
    ? error
    : ruleBroken('INVALID_FILE', `The file cannot be read as CSV near line ${String(lines)}.`, {
        line: lines,
      });
};

/** The records of a file, the header first; empty lines are left out. */
export async function* readLines(
  texts: AsyncIterable<string>,
  delimiter: Delimiter
): AsyncGenerator<Line> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  });
  // What goes wrong is thrown to whoever reads the parser.
  pipeline(Readable.from(texts), parser, () => undefined);
  try {
    for await (const { info, record } of parser as AsyncIterable<CsvRecord>) {
      yield { number: info.lines, cells: record };
    }
  } catch (error) {
    throw unreadable(error);
  }
}
