import type { ActorType } from '../../../shared/audit';
import type { State } from '../../../shared/states';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = Record<string, Json>;

/** A row that is referred to: `id` inside the database, `documentId` everywhere else. */
export interface Ref {
  id: number;
  documentId: string;
}

/** A row that lives in one environment and can be related to a license of the same one. */
export interface ScopedRef extends Ref {
  environment: string;
}

export interface License extends Ref {
  key: string;
  environment: string;
  state: State;
  product: Ref;
  customer: Ref | null;
  generator: Ref | null;
  /** −1 is unlimited. */
  activationLimit: number;
  /** null is lifetime. */
  expiresAt: Date | null;
  /** How long it runs from its assignment: what its generator said when it was made. */
  validity: Validity;
  assignedAt: Date | null;
  firstActivatedAt: Date | null;
  features: JsonObject;
  metadata: JsonObject;
}

export interface Product extends ScopedRef {
  name: string;
  slug: string;
  active: boolean;
}

/** A device. It holds a slot while `deactivatedAt` is null. */
export interface Activation extends Ref {
  fingerprint: string;
  name: string | null;
  platform: string | null;
  activatedAt: Date;
  lastVerifiedAt: Date | null;
  deactivatedAt: Date | null;
}

export type Unit = 'day' | 'month' | 'year';

/** How long a license runs from its assignment; null is lifetime. */
export type Validity = { amount: number; unit: Unit } | null;

export interface Actor {
  type: ActorType;
  id: string | null;
  name: string | null;
  ip: string | null;
  requestId: string | null;
}
