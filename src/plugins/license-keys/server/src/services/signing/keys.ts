import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { calculateJwkThumbprint } from 'jose';
import type { JWK } from 'jose';

import { readSigningKey } from '../../domain/signing-key';
import { LicenseError } from '../../errors';
import { connection, transaction } from '../../store/database';
import type { Db } from '../../store/database';
import { faultOf } from '../../store/faults';
import {
  activateSigningKey,
  lockSigningKeys,
  readActiveSigningKey,
} from '../../store/signing-keys';
import { settings } from '../settings';

export const ALGORITHM = 'EdDSA';

const FOLLOW = 'license-keys:follow-signing-key';

interface Encryption {
  encrypt: (value: string) => string | null;
  decrypt: (value: string) => string | null;
}

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
}

const publicJwk = (key: KeyObject): JWK => createPublicKey(key).export({ format: 'jwk' }) as JWK;

/** Somebody else may have rotated since it was decided. */
const demandSigns = async (db: Db, kid: string): Promise<void> => {
  const active = await readActiveSigningKey(db);
  if (active?.kid !== kid) {
    throw new LicenseError({
      code: 'EDIT_CONFLICT',
      message: 'The signing keys have been rotated in the meantime. Look at them again.',
      status: 409,
    });
  }
};

/** The key that signs: where it comes from, and how all instances come by the same one. */
export const signingKeys = ({ strapi }: { strapi: Core.Strapi }) => {
  const { signingKey } = settings({ strapi });
  const given = signingKey === null ? null : readSigningKey(signingKey);
  let current: SigningKey | undefined;
  let complainedOf: string | undefined;

  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;

  const seal = (key: KeyObject): string => {
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sealed = encryption().encrypt(pem);
    if (sealed === null) {
      throw new Error(
        'Signing keys are stored encrypted: set admin.secrets.encryptionKey (ENCRYPTION_KEY), or LICENSE_SIGNING_KEY.'
      );
    }
    return sealed;
  };

  /** null where the key was stored with another encryption key. */
  const open = (sealed: string): KeyObject | null => {
    const pem = encryption().decrypt(sealed);
    return pem === null ? null : readSigningKey(pem);
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

  const useGiven = async (db: Db, privateKey: KeyObject): Promise<SigningKey> => {
    const kid = await calculateJwkThumbprint(publicJwk(privateKey));
    const active = await readActiveSigningKey(db);
    return active?.kid === kid ? { kid, privateKey } : activate(db, privateKey, null);
  };

  const useStored = async (db: Db): Promise<SigningKey> => {
    const active = await readActiveSigningKey(db);
    if (!active?.privateKey) {
      return create(db);
    }
    const privateKey = open(active.privateKey);
    if (!privateKey) {
      throw new Error(
        'The signing key was stored with another encryption key: set admin.secrets.encryptionKey (ENCRYPTION_KEY) to that one, or give a LICENSE_SIGNING_KEY.'
      );
    }
    return { kid: active.kid, privateKey };
  };

  /**
   * Signs with the key that another instance has made since. One that cannot be had here is none to follow, and
   * none to replace: instances that are given different keys would take turns at that for ever.
   */
  const follow = async (): Promise<void> => {
    const active = await readActiveSigningKey(connection({ strapi }));
    if (!active || active.kid === current?.kid) {
      return;
    }
    const { kid } = active;
    const privateKey = given || !active.privateKey ? null : open(active.privateKey);
    if (privateKey) {
      current = { kid, privateKey };
    } else if (complainedOf !== kid) {
      complainedOf = kid;
      strapi.log.warn(
        `Another instance signs with the key ${kid}, which this one does not have: it goes on with its own. Give all instances the same LICENSE_SIGNING_KEY and ENCRYPTION_KEY.`
      );
    }
  };

  const followOrComplain = async (): Promise<void> =>
    follow().catch((error: unknown) => {
      strapi.log.warn(`The signing keys could not be read: ${faultOf(error)}`);
    });

  return {
    isGiven: given !== null,

    /**
     * Makes sure that there is a key, the same for instances that boot at once; from then on this one follows a
     * rotation by another within half a minute.
     */
    async start(): Promise<void> {
      current = await transaction({ strapi }, async (db) => {
        await lockSigningKeys(db);
        return given ? useGiven(db, given) : useStored(db);
      });
      strapi.cron.add({
        [FOLLOW]: { task: followOrComplain, options: { rule: '*/30 * * * * *', tz: 'UTC' } },
      });
    },

    stop(): void {
      strapi.cron.remove(FOLLOW);
    },

    /** Never asks the database: an answer that tells of an outage is signed as well. */
    inUse(): SigningKey {
      if (!current) {
        throw new Error('There is no signing key before the start.');
      }
      return current;
    },

    /** Signs with a new key; `retire` is the one that has to sign so far, any if not given. */
    async replace(retire?: string): Promise<void> {
      current = await transaction({ strapi }, async (db) => {
        await lockSigningKeys(db);
        if (retire !== undefined) {
          await demandSigns(db, retire);
        }
        return create(db);
      });
    },
  };
};
