import type { Activation, License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { Subject } from '../../src/plugins/license-keys/server/src/domain/verdict';
import { aLicense, NOW } from './domain';

export const aDevice = (): Activation => ({
  id: 1,
  documentId: 'activation-1',
  fingerprint: 'device-1',
  name: null,
  platform: null,
  activatedAt: NOW,
  lastVerifiedAt: null,
  deactivatedAt: null,
});

interface Fields extends Partial<Pick<License, 'state' | 'activationLimit' | 'expiresAt'>> {
  productActive?: boolean;
  activation?: Activation | null;
  activationCount?: number;
}

/** What a verdict rests on: a good license, but for what a test names. */
export const aSubject = ({
  productActive = true,
  activation = null,
  activationCount = 0,
  ...license
}: Fields = {}): Subject => ({
  license: aLicense(license),
  product: {
    id: 10,
    documentId: 'product-1',
    environment: 'production',
    name: 'Pro Plan',
    slug: 'pro-plan',
    active: productActive,
  },
  activation,
  activationCount,
});
