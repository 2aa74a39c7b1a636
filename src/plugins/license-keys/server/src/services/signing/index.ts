import { createPublicKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { CompactSign, FlattenedSign } from 'jose';
import type { FlattenedJWS } from 'jose';

import type { SigningKeyItem } from '../../../../shared/signing-keys';
import type { JsonObject } from '../../domain/types';
import { LicenseError } from '../../errors';
import { connection } from '../../store/database';
import { readSigningKeys } from '../../store/signing-keys';
import { ALGORITHM, signingKeys } from './keys';

const toPem = (jwk: JsonObject): string =>
  createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();

/** Signs answers and offline files with Ed25519 (RFC 8037); private parts are stored encrypted. */
export const signing = ({ strapi }: { strapi: Core.Strapi }) => {
  const keys = signingKeys({ strapi });

  return {
    start: async () => keys.start(),
    stop: () => {
      keys.stop();
    },

    /** A detached compact JWS (RFC 7515, appendix F) over these bytes and, in its protected header, the nonce. */
    async signDetached(bytes: Uint8Array, nonce: string): Promise<string> {
      const { kid, privateKey } = keys.inUse();
      const jws = await new CompactSign(bytes)
        .setProtectedHeader({ alg: ALGORITHM, kid, nonce })
        .sign(privateKey);
      const [header = '', , signature = ''] = jws.split('.');
      return `${header}..${signature}`;
    },

    /** A flattened JSON JWS (RFC 7515, section 7.2.2) of these claims. */
    async signClaims(claims: object): Promise<FlattenedJWS> {
      const { kid, privateKey } = keys.inUse();
      return new FlattenedSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .sign(privateKey);
    },

    /** The public parts of all keys, retired ones too: nothing that was handed out stops to verify. */
    async keySet(): Promise<{ keys: object[] }> {
      const stored = await readSigningKeys(connection({ strapi }));
      return { keys: stored.map(({ publicKey }) => publicKey) };
    },

    /**
     * Retires the key that signs and makes a new one.
     * @param retire kid of the key to retire; refused if it is not the one that signs. Any, if not given.
     */
    async rotate(retire?: string): Promise<SigningKeyItem[]> {
      if (keys.isGiven) {
        throw new LicenseError({
          code: 'SIGNING_KEY_GIVEN',
          message: 'The signing key comes from LICENSE_SIGNING_KEY: give another one there.',
          status: 409,
        });
      }
      await keys.replace(retire);
      return this.list();
    },

    async list(): Promise<SigningKeyItem[]> {
      const stored = await readSigningKeys(connection({ strapi }));
      return stored.map(({ kid, publicKey, createdAt, retiredAt }) => ({
        kid,
        publicKey: toPem(publicKey),
        createdAt: createdAt.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
      }));
    },
  };
};

export type Signing = ReturnType<typeof signing>;
