import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { readAll } from './tables';

/** The details of the ApplicationError that an attempt was refused with. */
export const refusalOf = async (attempt: Promise<unknown>): Promise<Record<string, unknown>> => {
  const error: unknown = await attempt.then(
    () => {
      throw new Error('It was not refused.');
    },
    (reason: unknown) => reason
  );
  if (!(error instanceof errors.ApplicationError)) throw error;
  return error.details as Record<string, unknown>;
};

/** Whether an attempt was accepted; what is neither that nor refused by a rule is an error. */
export const isAccepted = async (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.ApplicationError) return false;
      throw error;
    }
  );

/** Asserts that an attempt is refused with these details and leaves every row as it was. */
export const expectRefused = async (
  strapi: Core.Strapi,
  attempt: () => Promise<unknown>,
  details: Record<string, unknown>
): Promise<void> => {
  const before = await readAll(strapi);
  expect(await refusalOf(attempt())).toMatchObject(details);
  expect(await readAll(strapi)).toEqual(before);
};
