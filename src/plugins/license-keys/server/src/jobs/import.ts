import type { Core } from '@strapi/strapi';

import type { ImportLine } from '../../../shared/imports';
import type { JobOutcome } from '../../../shared/jobs';
import { ruleBroken } from '../errors';
import type { ImportPayload } from '../services/importing';
import { batchesOf, importer } from '../services/importing/run';
import type { IdentifiedLine } from '../services/importing/types';
import { connection, transaction } from '../store/database';
import { isUniqueViolation } from '../store/faults';
import { deleteImport, lockImports, readImport } from '../store/imports';
import { insertResults } from '../store/job-items';
import { countDone } from '../store/jobs';
import type { Job } from '../store/jobs';
import { nextTurn } from '../store/next-turn';
import type { KeepOn } from './handlers';

const ATTEMPTS = 3;

const tally = (results: readonly ImportLine[]): Partial<Record<JobOutcome, number>> => {
  const counts: Partial<Record<JobOutcome, number>> = {};
  for (const { outcome } of results) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

const gone = () => ruleBroken('IMPORT_GONE', 'The file is there no more.');

/**
 * Carries a file out, or tries it. Lines are done in their order, and a batch is committed together with its
 * results and with their number: so many lines does a runner pass over that takes the job up again.
 */
export const runImport = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn
): Promise<void> => {
  const { importId, mapping, mayCreateCustomers, write } = job.payload as unknown as ImportPayload;
  const db = connection({ strapi });
  const file = await readImport(db, importId);
  if (!file) {
    if (job.done < job.total) {
      throw gone();
    }
    return;
  }
  const run = { file, mapping, actor: job.actor, mayCreateCustomers };
  const judge = await importer({ strapi }, run);

  const carryOut = async (lines: readonly IdentifiedLine[], attempt = 1): Promise<void> => {
    try {
      await transaction({ strapi }, async (trx) => {
        await lockImports(trx, file.environment);
        const results = await judge(trx, lines, { write: true });
        await insertResults(trx, job.id, results);
        await countDone(trx, job, tally(results));
      });
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === ATTEMPTS) {
        throw error;
      }
      // Somebody took a key or an e-mail of a line at the same moment: what is there now decides.
      for (const line of lines) {
        await carryOut([line], attempt + 1);
      }
    }
  };

  /** A trial knows a line by those before it, so it judges also what it passes over. */
  const tryOut = async (lines: readonly IdentifiedLine[], skip: number): Promise<void> => {
    const results = (await judge(db, lines, { write: false })).slice(skip);
    if (results.length === 0) {
      return;
    }
    await transaction({ strapi }, async (trx) => {
      await insertResults(trx, job.id, results);
      await countDone(trx, job, tally(results));
    });
  };

  let passed = 0;
  for await (const batch of batchesOf({ strapi }, run)) {
    const skip = Math.min(batch.length, Math.max(0, job.done - passed));
    passed += batch.length;
    await nextTurn();
    if (!(await keepOn())) {
      return;
    }
    if (!write) {
      await tryOut(batch, skip);
    } else if (skip < batch.length) {
      await carryOut(batch.slice(skip));
    }
  }
  // A trial does not keep anybody from deleting the file meanwhile.
  if (passed < job.total) {
    throw gone();
  }
  if (write) {
    await transaction({ strapi }, async (trx) => deleteImport(trx, file.id));
  }
};
