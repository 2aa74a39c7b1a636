import { createHash } from 'node:crypto';

import { createLocalJWKSet, jwtVerify } from 'jose';
import type { FlattenedJWS, JSONWebKeySet, JWTPayload } from 'jose';

import type { OfflineClaims } from '../../src/plugins/license-keys/shared/offline-file';
import type { SampleInput } from '../../src/plugins/license-keys/shared/samples';
import type { Run } from './samples';

/** What the samples say of jose's errors. */
const REASONS: Record<string, string> = {
  ERR_JWKS_NO_MATCHING_KEY: 'unknown key',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'wrong signature',
  ERR_JWT_EXPIRED: 'expired',
};

const notValid = (reason: string): Run => ({ status: 1, output: `Not valid: ${reason}` });

/** Verifies an offline file as its samples do. */
export const verifyWithJose = async (
  file: FlattenedJWS,
  keys: JSONWebKeySet,
  { device, product, key }: SampleInput
): Promise<Run> => {
  const jwt = [file.protected, file.payload, file.signature].join('.');
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
      requiredClaims: ['iss', 'sub', 'iat', 'exp'],
      typ: 'JWT',
    });
    const claims = payload as JWTPayload & OfflineClaims;
    if (!claims.fingerprints.includes(device)) return notValid('another device');
    if (claims.product.slug !== product) return notValid('another product');
    const hash = createHash('sha256').update(key).digest('hex');
    if (claims.key_sha256 !== hash) return notValid('another license');
    return { status: 0, output: `Valid until ${new Date(claims.exp * 1000).toISOString()}` };
  } catch (error) {
    return notValid(REASONS[(error as { code: string }).code] ?? String(error));
  }
};
