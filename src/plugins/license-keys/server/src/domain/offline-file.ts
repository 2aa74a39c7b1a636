import { createHash } from 'node:crypto';

import type { OfflineClaims } from '../../../shared/offline-file';
import { graceEnd } from './expiry';
import type { Subject } from './verdict';

const HOUR = 60 * 60;

export const MAX_TTL_HOURS = 24;

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

/** A file lasts as long as was asked for, but never longer than its license with its grace. */
export const offlineClaims = (
  { license, product }: Subject,
  {
    issuer,
    fingerprints,
    ttlHours,
    graceDays,
    now,
  }: { issuer: string; fingerprints: string[]; ttlHours: number; graceDays: number; now: Date }
): OfflineClaims => {
  const iat = seconds(now);
  const end = graceEnd(license.expiresAt, graceDays);
  const longest = end ? seconds(end) : Number.POSITIVE_INFINITY;
  return {
    iss: issuer,
    sub: license.documentId,
    iat,
    exp: Math.min(iat + Math.min(ttlHours, MAX_TTL_HOURS) * HOUR, longest),
    env: license.environment,
    product: { id: product.documentId, name: product.name, slug: product.slug },
    state: license.state,
    features: license.features,
    license_expires_at: license.expiresAt?.toISOString() ?? null,
    activation_limit: license.activationLimit,
    fingerprints,
    key_sha256: createHash('sha256').update(license.key).digest('hex'),
  };
};
