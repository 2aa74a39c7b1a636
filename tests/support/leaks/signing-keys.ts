import { createPrivateKey } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import type { Recorder } from './recorder';

interface Encryption {
  decrypt: (value: string) => string;
}

/** Keeps the private parts of the signing keys, sealed and open. */
export const keepSigningKeys = async (strapi: Core.Strapi, { keep }: Recorder): Promise<void> => {
  const { decrypt } = strapi.service('admin::encryption') as unknown as Encryption;
  const sealedKeys = await strapi.db
    .connection(TABLE.signingKey)
    .whereNotNull('private_key')
    .pluck<string[]>('private_key');
  for (const sealed of sealedKeys) {
    const pem = decrypt(sealed);
    keep('a sealed signing key', sealed);
    keep('a signing key', pem.split('\n')[1] ?? '');
    keep('a signing key', createPrivateKey(pem).export({ format: 'jwk' }).d ?? '');
  }
};
