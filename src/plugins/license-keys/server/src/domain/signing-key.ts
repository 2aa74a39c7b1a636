import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The Ed25519 private key (PKCS #8) that a PEM holds; null where it holds none. */
export const readSigningKey = (pem: string): KeyObject | null => {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
};
