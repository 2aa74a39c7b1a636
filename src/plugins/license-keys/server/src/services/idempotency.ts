import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { canonicalJson } from '../domain/json';
import { codeOf, LicenseError } from '../errors';
import { refusalAnswer } from '../http';
import type { Answer } from '../http';
import { savepoint, transaction } from '../store/database';
import { claim, complete, deleteExpired } from '../store/idempotency';

const LIFETIME = 24 * 60 * 60 * 1000;

export interface Request {
  /** The `Idempotency-Key`, 1–255 characters. */
  idempotencyKey: string;
  /** Whose key it is: the same word of two clients is two keys. */
  credential: string;
  /** What is asked for, whole: the same key with another content is a mistake of the client's. */
  content: unknown;
  /** Codes of refusals that leave nothing behind: the same request is then a new one. */
  unkept?: readonly string[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Gives the first answer again where a request is repeated, and has its effect once. */
export const idempotency = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Runs `effect` and keeps its answer in the same transaction: two identical requests at once have one
   * effect, and the second waits for the answer of the first. Refusals are answers, faults are not.
   */
  async once(
    { idempotencyKey, credential, content, unkept = [] }: Request,
    effect: () => Promise<Answer>
  ): Promise<Answer & { replayed: boolean }> {
    const scope = sha256(`${credential}\u0000${idempotencyKey}`);
    const request = sha256(canonicalJson(content));
    return transaction({ strapi }, async (db) => {
      const now = new Date();
      const earlier = await claim(db, {
        scope,
        request,
        now,
        expiresAt: new Date(now.getTime() + LIFETIME),
      });
      if (earlier && earlier.request !== request) {
        throw new LicenseError({
          code: 'IDEMPOTENCY_KEY_REUSED',
          message: 'This Idempotency-Key was used before, for another request.',
          status: 422,
        });
      }
      if (earlier) {
        return { ...earlier.answer, replayed: true };
      }
      const answer = await savepoint(db, effect).catch((error: unknown) => {
        if (error instanceof LicenseError && !unkept.includes(codeOf(error))) {
          return refusalAnswer(error);
        }
        throw error;
      });
      await complete(db, scope, answer);
      return { ...answer, replayed: false };
    });
  },

  /** Removes what is older than its lifetime. Returns how many. */
  sweep: async (): Promise<number> =>
    transaction({ strapi }, (db) => deleteExpired(db, new Date())),
});
