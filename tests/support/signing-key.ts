import { generateKeyPairSync } from 'node:crypto';

import type { TestStrapi } from './strapi';

const HALF_A_MINUTE = 30_000;

/** A private key as LICENSE_SIGNING_KEY takes it. */
export const signingKeyPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Lets an instance look at the signing keys, as it does at least every half minute. */
export const lookAtSigningKeys = async ({ strapi }: Pick<TestStrapi, 'strapi'>): Promise<void> => {
  const found = strapi.cron.jobs.find(({ name }) => name === 'license-keys:follow-signing-key');
  if (!found) throw new Error('Nothing looks at the signing keys.');
  const next = found.job.nextInvocation()?.getTime() ?? Number.POSITIVE_INFINITY;
  expect(next - Date.now()).toBeLessThanOrEqual(HALF_A_MINUTE);
  await found.job.invoke();
};
