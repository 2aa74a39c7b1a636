import { isStorableText } from '../domain/json';
import { answerRefused, noGenerator, noJob, notFound } from '../errors';
import type { Context } from '../http';

/*
 * The ids that stand in a request's path. What has not the form of an id does not exist, and never
 * reaches the database, which would refuse some of it.
 */

const MAX_DOCUMENT_ID = 64;
const ROW_ID = /^\d{1,9}$/;

/** Reads `:documentId`; throws the given refusal where it is none. */
const documentIdReader =
  (missing: () => Error) =>
  (ctx: Context): string => {
    const { documentId } = ctx.params as { documentId: string };
    if (documentId.length > MAX_DOCUMENT_ID || !isStorableText(documentId)) {
      throw missing();
    }
    return documentId;
  };

export const licenseIdOf = documentIdReader(notFound);
export const generatorIdOf = documentIdReader(noGenerator);
export const activationIdOf = documentIdReader(() => answerRefused('ACTIVATION_NOT_FOUND'));

/** Reads `:id`, the number of a row; throws the given refusal where it is none. */
export const rowIdReader =
  (missing: () => Error) =>
  (ctx: Context): number => {
    const { id } = ctx.params as { id: string };
    if (!ROW_ID.test(id)) {
      throw missing();
    }
    return Number(id);
  };

export const jobIdOf = rowIdReader(noJob);
