import type { JsonRecord } from './license';

/** What an offline file states; times are seconds since 1970, as in JWT (RFC 7519). */
export interface OfflineClaims {
  iss: string;
  /** documentId of the license. */
  sub: string;
  iat: number;
  exp: number;
  env: string;
  product: { id: string; name: string; slug: string };
  state: string;
  features: JsonRecord;
  license_expires_at: string | null;
  /** −1 is unlimited. */
  activation_limit: number;
  /** The devices that the file is good for. */
  fingerprints: string[];
  /** SHA-256 of the license key, in hex: the key itself is in no file. */
  key_sha256: string;
}

/** Answer of `GET /license-keys/licenses/:documentId/offline-file`: a JWS, flattened (RFC 7515), of these claims. */
export interface OfflineFile {
  payload: string;
  protected: string;
  signature: string;
}

export const offlineFileName = (documentId: string): string => `license-${documentId}.json`;
