import type { Core } from '@strapi/strapi';

import { generating } from '../services/generating';
import type { Template } from '../services/generating';
import { newPatience } from '../services/keys';
import { transaction } from '../store/database';
import { insertMade } from '../store/generation';
import { countDone } from '../store/jobs';
import type { Job } from '../store/jobs';
import { nextTurn } from '../store/next-turn';
import type { KeepOn } from './handlers';

/** Few enough for a statement to be short, many enough for its overhead not to matter. */
const PART = 1000;

export interface GeneratePayload {
  /** documentId. */
  generator: string;
  count: number;
  template: Template;
}

/**
 * Makes the licenses that a job was asked for, part by part. A part is committed together with the results that
 * tell of it and with the proof that the job is still this runner's: whoever takes over knows what is missing.
 */
export const runGenerate = async (
  { strapi }: { strapi: Core.Strapi },
  job: Job,
  keepOn: KeepOn
): Promise<void> => {
  const payload = job.payload as unknown as GeneratePayload;
  const service = generating({ strapi });
  const spend = newPatience();
  let missing = job.total - job.done;

  while (missing > 0) {
    await nextTurn();
    const made = await transaction({ strapi }, async (db) => {
      if (!(await keepOn(db))) {
        return null;
      }
      const part = await service.makePart(db, payload, Math.min(missing, PART), job.actor);
      await insertMade(db, job.id, part);
      await countDone(db, job, { succeeded: part.length });
      return part.length;
    });
    if (made === null) {
      return;
    }
    spend(made);
    missing -= made;
  }
};
