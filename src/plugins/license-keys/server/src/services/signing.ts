import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { calculateJwkThumbprint, CompactSign, FlattenedSign } from 'jose';
import type { FlattenedJWS, JWK } from 'jose';

import { connection, transaction } from '../store/database';
import type { Db } from '../store/database';
import { activateSigningKey, lockSigningKeys, readSigningKeys } from '../store/signing-keys';
import { settings } from './settings';

const ALGORITHM = 'EdDSA';
/** How long an instance may go on signing with a key that another one retired, in milliseconds. */
const REREAD_AFTER = 30_000;

interface Encryption {
  encrypt: (value: string) => string | null;
  decrypt: (value: string) => string | null;
}

interface SigningKey {
  kid: string;
  privateKey: KeyObject;
}

export interface KeyInfo {
  kid: string;
  createdAt: string;
  retiredAt: string | null;
}

const publicJwk = (key: KeyObject): JWK => createPublicKey(key).export({ format: 'jwk' }) as JWK;

/** Signs answers and offline files with Ed25519 (RFC 8037); private parts are stored encrypted. */
export const signing = ({ strapi }: { strapi: Core.Strapi }) => {
  const { signingKey: given } = settings({ strapi });
  let current: { key: SigningKey; readAt: number } | undefined;

  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;

  const seal = (key: KeyObject): string => {
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sealed = encryption().encrypt(pem);
    if (sealed === null) {
      throw new Error(
        'Signing keys are stored encrypted: set admin.secrets.encryptionKey, or LICENSE_SIGNING_KEY.'
      );
    }
    return sealed;
  };

  const open = (sealed: string): KeyObject => {
    const pem = encryption().decrypt(sealed);
    if (pem === null) {
      throw new Error('The signing key cannot be decrypted: the encryption key is another one.');
    }
    return createPrivateKey(pem);
  };

  const activate = async (
    db: Db,
    privateKey: KeyObject,
    stored: string | null
  ): Promise<SigningKey> => {
    const jwk = publicJwk(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    await activateSigningKey(
      db,
      { kid, publicKey: { ...jwk, kid, alg: ALGORITHM, use: 'sig' }, privateKey: stored },
      new Date()
    );
    return { kid, privateKey };
  };

  const create = async (db: Db): Promise<SigningKey> => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return activate(db, privateKey, seal(privateKey));
  };

  const useGiven = async (db: Db, pem: string): Promise<SigningKey> => {
    const privateKey = createPrivateKey(pem);
    if (privateKey.asymmetricKeyType !== 'ed25519') {
      throw new Error('LICENSE_SIGNING_KEY must be an Ed25519 private key, PKCS #8 in PEM.');
    }
    const kid = await calculateJwkThumbprint(publicJwk(privateKey));
    const active = (await readSigningKeys(db)).find(({ retiredAt }) => retiredAt === null);
    return active?.kid === kid ? { kid, privateKey } : activate(db, privateKey, null);
  };

  const read = async (): Promise<SigningKey> =>
    transaction({ strapi }, async (db) => {
      await lockSigningKeys(db);
      if (given !== null) {
        return useGiven(db, given);
      }
      const active = (await readSigningKeys(db)).find(
        ({ retiredAt, privateKey }) => retiredAt === null && privateKey !== null
      );
      return active?.privateKey
        ? { kid: active.kid, privateKey: open(active.privateKey) }
        : create(db);
    });

  const signingKey = async (): Promise<SigningKey> => {
    if (!current || Date.now() - current.readAt >= REREAD_AFTER) {
      try {
        current = { key: await read(), readAt: Date.now() };
      } catch (error) {
        // What is known goes on signing while the database is away.
        if (!current) {
          throw error;
        }
      }
    }
    return current.key;
  };

  return {
    /** Makes sure that there is a key; instances that boot at once end up with the same one. */
    start: async (): Promise<void> => {
      await signingKey();
    },

    /** A detached compact JWS (RFC 7515, appendix F) over these bytes. */
    async signDetached(bytes: Uint8Array): Promise<string> {
      const { kid, privateKey } = await signingKey();
      const jws = await new CompactSign(bytes)
        .setProtectedHeader({ alg: ALGORITHM, kid })
        .sign(privateKey);
      const [header = '', , signature = ''] = jws.split('.');
      return `${header}..${signature}`;
    },

    /** A flattened JSON JWS (RFC 7515, section 7.2.2) of these claims. */
    async signClaims(claims: object): Promise<FlattenedJWS> {
      const { kid, privateKey } = await signingKey();
      return new FlattenedSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .sign(privateKey);
    },

    /** The public parts of all keys, retired ones too: nothing that was handed out stops to verify. */
    async keySet(): Promise<{ keys: object[] }> {
      const keys = await readSigningKeys(connection({ strapi }));
      return { keys: keys.map(({ publicKey }) => publicKey) };
    },

    /** Retires the key that signs and makes a new one. */
    async rotate(): Promise<KeyInfo[]> {
      if (given !== null) {
        throw new Error('The signing key comes from LICENSE_SIGNING_KEY: give another one there.');
      }
      const key = await transaction({ strapi }, async (db) => {
        await lockSigningKeys(db);
        return create(db);
      });
      current = { key, readAt: Date.now() };
      return this.list();
    },

    async list(): Promise<KeyInfo[]> {
      const keys = await readSigningKeys(connection({ strapi }));
      return keys.map(({ kid, createdAt, retiredAt }) => ({
        kid,
        createdAt: createdAt.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
      }));
    },
  };
};

export type Signing = ReturnType<typeof signing>;
