import type { KeyFormat } from '../../plugins/license-keys/shared/key-format';
import type { JsonObject, Validity } from '../../plugins/license-keys/server/src/domain/types';
import type { NewActivation } from '../../plugins/license-keys/server/src/store/activations';

export const ENVIRONMENTS = ['production', 'staging', 'development'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export interface ProductPlan {
  slug: string;
  name: string;
  environment: Environment;
  description: string;
  features: JsonObject;
}

export interface GeneratorPlan {
  name: string;
  product: ProductPlan;
  format: KeyFormat;
  activationLimit: number;
  validity: Validity;
  features: JsonObject;
  /** How many of a hundred licenses it makes. */
  share: number;
}

export interface CustomerPlan {
  name: string;
  email: string;
  company: string;
  environment: Environment;
}

export interface DevicePlan {
  device: NewActivation;
  lastSeenAt: Date;
}

/** The demo staff who change licenses. */
export type Staff = 'owner' | 'manager';

/** Who did something, from where. */
export interface Author {
  who: Staff | 'public' | 'system';
  ip: string | null;
  requestId: string | null;
}

/** What happens to a license; devices are named by their place in the plan. */
export type Deed =
  | { type: 'create'; assigned: boolean }
  | { type: 'assign' }
  | { type: 'activate' | 'deactivate'; device: number }
  | { type: 'edit'; patch: { activationLimit: number } | { expiresAt: Date } }
  | { type: 'inactivate' | 'reactivate' | 'suspend' | 'unsuspend' | 'expire' | 'revoke' };

export interface Event {
  at: Date;
  by: Author;
  deed: Deed;
  reason?: string;
}

export interface History {
  /** In the order of time. */
  events: Event[];
  devices: DevicePlan[];
}

export interface LicensePlan extends History {
  key: string;
  generator: GeneratorPlan;
  /** Whom it is assigned to, once it is. */
  buyer: CustomerPlan;
  metadata: JsonObject;
}

/** Everything that the demo tells, with dates that are relative to the day of loading. */
export interface Story {
  products: readonly ProductPlan[];
  generators: readonly GeneratorPlan[];
  customers: readonly CustomerPlan[];
  licenses: readonly LicensePlan[];
}
