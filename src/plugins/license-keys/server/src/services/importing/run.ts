import type { Core } from '@strapi/strapi';

import type { ImportItem, ImportKind, ImportLine, ImportMapping } from '../../../../shared/imports';
import type { Actor } from '../../domain/types';
import { connection } from '../../store/database';
import type { Db } from '../../store/database';
import { readPieces } from '../../store/imports';
import { nextTurn } from '../../store/next-turn';
import { settings } from '../settings';
import { assignBatch } from './assign';
import { catalogOf } from './catalog';
import { cellsOf } from './cells';
import { readLines } from './csv';
import { identifier } from './identity';
import { keysBatch } from './keys';
import { nothingSeen } from './types';
import type { IdentifiedLine, ImportBatch } from './types';

/** Lines of one transaction: on SQLite everybody else waits for its end. */
const BATCH = 100;

const BATCHES: Record<ImportKind, ImportBatch> = { assign: assignBatch, keys: keysBatch };

export interface Run {
  file: ImportItem;
  mapping: ImportMapping;
  actor: Actor;
  mayCreateCustomers: boolean;
}

/** The lines of data in batches; only one batch is in memory at a time. */
export async function* batchesOf(
  { strapi }: { strapi: Core.Strapi },
  { file, mapping }: Run
): AsyncGenerator<IdentifiedLine[]> {
  const identify = identifier(mapping);
  const lines = readLines(readPieces(connection({ strapi }), file.id), file.delimiter);
  let batch: IdentifiedLine[] = [];
  await lines.next();
  for await (const line of lines) {
    batch.push(identify(line));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

/** The keys that the lines of a file name, where others of its lines may ask for any license of a product. */
const reservedBy = async (app: { strapi: Core.Strapi }, run: Run): Promise<ReadonlySet<string>> => {
  const keys = new Set<string>();
  const { license_key, product } = run.mapping;
  if (run.file.kind === 'assign' && license_key !== undefined && product !== undefined) {
    for await (const batch of batchesOf(app, run)) {
      await nextTurn();
      for (const line of batch) {
        keys.add(cellsOf(line, run.mapping)('license_key'));
      }
    }
  }
  return keys;
};

/** What becomes of a batch: carried out on the given transaction, or only said, on any connection. */
export const importer = async ({ strapi }: { strapi: Core.Strapi }, run: Run) => {
  const { file, mapping, actor, mayCreateCustomers } = run;
  const { graceDays } = settings({ strapi });
  const trial = nothingSeen();
  const catalog = catalogOf(file.environment);
  const reserved = await reservedBy({ strapi }, run);
  return async (
    db: Db,
    lines: readonly IdentifiedLine[],
    { write }: { write: boolean }
  ): Promise<ImportLine[]> =>
    BATCHES[file.kind](
      {
        strapi,
        db,
        environment: file.environment,
        fileName: file.fileName,
        mapping,
        columns: file.columns.length,
        catalog,
        actor,
        now: new Date(),
        graceDays,
        mayCreateCustomers,
        write,
        seen: write ? nothingSeen() : trial,
        reserved,
      },
      lines
    );
};
