import { createHash } from 'node:crypto';

import { LicenseError } from '../errors';

/** Stands for these rows, in this order, and for no others. */
export const fingerprintOf = (documentIds: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const documentId of documentIds) {
    hash.update(`${documentId}\n`);
  }
  return hash.digest('base64url');
};

/** What was confirmed is what was tried: throws where these rows are others. */
export const expectTried = (documentIds: readonly string[], fingerprint: string): void => {
  if (fingerprintOf(documentIds) !== fingerprint) {
    throw new LicenseError({
      code: 'SELECTION_CHANGED',
      message: 'What is selected has changed since it was checked.',
      status: 409,
    });
  }
};
