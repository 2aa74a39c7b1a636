import type { Core } from '@strapi/strapi';

import type {
  ImportItem,
  ImportMapping,
  ImportReport,
  UploadQuery,
} from '../../../../shared/imports';
import type { Actor } from '../../domain/types';
import { LicenseError, ruleBroken } from '../../errors';
import { connection, transaction } from '../../store/database';
import {
  appendPiece,
  claimImport,
  deleteIdleImport,
  deleteImport,
  findExpiredImports,
  finishImport,
  insertImport,
  readImport,
} from '../../store/imports';
import type { Outline } from '../../store/imports';
import type { Jobs } from '../jobs';
import { settings } from '../settings';
import { delimiterOf, readLines } from './csv';
import { decode } from './decode';
import { checkMapping, suggestMapping } from './mapping';
import { batchesOf, importer } from './run';
import type { Run } from './run';

/** How long a file is kept that nobody carries out, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;
const SAMPLES = 5;
const MAX_COLUMNS = 200;

export interface ImportRequest {
  mapping: ImportMapping;
  actor: Actor;
  mayCreateCustomers: boolean;
}

/** What a job needs to know of an import: no line of it, and so no key. */
export interface ImportPayload {
  action: string;
  importId: number;
  mapping: ImportMapping;
  mayCreateCustomers: boolean;
  write: boolean;
}

const started = (message: string) =>
  new LicenseError({ code: 'IMPORT_STARTED', message, status: 409 });

/** Licenses from files: sent in, tried, carried out by a job. */
export const importing = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = () => connection({ strapi });
  const { maxBytes, maxLines } = settings({ strapi }).importLimits;

  const existing = async (id: number): Promise<ImportItem> => {
    const file = await readImport(db(), id);
    if (!file || !settings({ strapi }).isEnvironment(file.environment)) {
      throw new LicenseError({
        code: 'IMPORT_GONE',
        message: 'There is no such file (any more): send it again.',
        status: 404,
      });
    }
    return file;
  };

  const outlineOf = async (
    texts: AsyncGenerator<string>,
    kind: ImportItem['kind']
  ): Promise<Outline> => {
    const first = await texts.next();
    const start = first.done ? '' : first.value;
    const delimiter = delimiterOf(start);
    const all = async function* () {
      yield start;
      yield* texts;
    };
    let columns: string[] = [];
    let lines = -1;
    const samples: string[][] = [];
    for await (const { cells } of readLines(all(), delimiter)) {
      lines += 1;
      if (lines === 0) {
        columns = cells.map((cell) => cell.trim());
      } else if (lines <= SAMPLES) {
        samples.push(cells);
      }
      if (columns.length > MAX_COLUMNS || lines > maxLines) {
        throw ruleBroken(
          'FILE_TOO_LARGE',
          `A file can have ${String(maxLines)} lines of data and ${String(MAX_COLUMNS)} columns.`,
          { maxLines }
        );
      }
    }
    if (lines < 1) {
      throw ruleBroken('INVALID_FILE', 'The file needs a header and at least one line of data.');
    }
    return { lines, delimiter, columns, samples, mapping: suggestMapping(kind, columns) };
  };

  const enqueue = async (file: ImportItem, request: ImportRequest, write: boolean) => {
    const { mapping, mayCreateCustomers, actor } = request;
    const payload: ImportPayload = {
      action: write ? `import-${file.kind}` : `check-${file.kind}`,
      importId: file.id,
      mapping,
      mayCreateCustomers,
      write,
    };
    return strapi
      .plugin('license-keys')
      .service<Jobs>('jobs')
      .enqueue(
        {
          type: 'import',
          environment: file.environment,
          payload,
          subject: file.fileName,
          actor,
          total: file.lines,
          now: new Date(),
        },
        async (trx, jobId) => {
          if (write && !(await claimImport(trx, file.id, jobId))) {
            throw started('This file is being carried out already.');
          }
        }
      );
  };

  const runOf = (file: ImportItem, request: ImportRequest): Run => {
    checkMapping(file.kind, file.columns, request.mapping);
    return { file, ...request };
  };

  return {
    /** Takes a file in as it comes; one that cannot be read leaves nothing behind. */
    async upload(
      input: AsyncIterable<Uint8Array>,
      { environment, kind, fileName }: UploadQuery
    ): Promise<ImportItem> {
      const createdAt = new Date();
      const expiresAt = new Date(createdAt.getTime() + KEPT);
      const id = await insertImport(db(), { kind, environment, fileName, createdAt, expiresAt });
      const stored = async function* () {
        for await (const piece of decode(input, maxBytes)) {
          await appendPiece(db(), id, piece);
          yield piece;
        }
      };
      try {
        await finishImport(db(), id, await outlineOf(stored(), kind));
        return await existing(id);
      } catch (error) {
        await transaction({ strapi }, async (trx) => deleteImport(trx, id));
        throw error;
      }
    },

    find: existing,

    /** Says what would come of each line of a short file, and writes nothing. */
    async dryRun(id: number, request: ImportRequest): Promise<ImportReport> {
      const run = runOf(await existing(id), request);
      const judge = await importer({ strapi }, run);
      const report: ImportReport = {
        total: 0,
        succeeded: 0,
        unchanged: 0,
        refused: 0,
        problems: [],
      };
      for await (const batch of batchesOf({ strapi }, run)) {
        for (const line of await judge(db(), batch, { write: false })) {
          report.total += 1;
          report[line.outcome] += 1;
          if (line.outcome === 'refused') {
            report.problems.push(line);
          }
        }
      }
      return report;
    },

    /** The same as a job, for a file of many lines. Returns the job's id. */
    async startDryRun(id: number, request: ImportRequest): Promise<number> {
      const { file } = runOf(await existing(id), request);
      return enqueue(file, request, false);
    },

    /** Starts the job that carries the file out, once. Returns its id. */
    async start(id: number, request: ImportRequest): Promise<number> {
      const { file } = runOf(await existing(id), request);
      return enqueue(file, request, true);
    },

    /** Forgets a file; the lines that were carried out stay so. */
    async delete(id: number): Promise<void> {
      const file = await existing(id);
      if (!(await transaction({ strapi }, async (trx) => deleteIdleImport(trx, file.id)))) {
        throw started('This file is being carried out: stop its job first.');
      }
    },

    /** Forgets files whose time is over. */
    async sweep(): Promise<void> {
      for (const id of await findExpiredImports(db(), new Date())) {
        await transaction({ strapi }, async (trx) => deleteIdleImport(trx, id));
      }
    },
  };
};
