import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Places in lists, as clients carry them from page to page: sealed, because a place in a list that is sorted
 * by key is a key, and addresses end up in logs. All instances of an application read each other's.
 */
export const cursors = ({ strapi }: { strapi: Core.Strapi }) => {
  let known: Buffer | undefined;
  const secret = (): Buffer => {
    known ??= Buffer.from(
      hkdfSync(
        'sha256',
        [strapi.config.get<string | string[]>('server.app.keys')].flat().join(),
        '',
        'license-keys cursor',
        32
      )
    );
    return known;
  };

  return {
    seal(place: unknown): string {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, secret(), iv);
      const text = Buffer.concat([cipher.update(JSON.stringify(place), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },

    /** What was sealed; undefined for anything else. */
    open(cursor: string): unknown {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= IV_BYTES + TAG_BYTES) {
        return undefined;
      }
      const decipher = createDecipheriv(CIPHER, secret(), bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const text = Buffer.concat([
          decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
          decipher.final(),
        ]);
        return JSON.parse(text.toString('utf8')) as unknown;
      } catch {
        // Not sealed by this application.
        return undefined;
      }
    },
  };
};
