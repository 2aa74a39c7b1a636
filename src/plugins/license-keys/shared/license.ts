import type { AuditItem } from './audit';
import type { Reason } from './codes';
import type { LicenseListItem } from './list';
import type { State } from './states';

export const UNITS = ['day', 'month', 'year'] as const;
export type Unit = (typeof UNITS)[number];
/** How long a license runs from its assignment; null is lifetime. */
export type Validity = { amount: number; unit: Unit } | null;

export type JsonValue =
  string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };
export type JsonRecord = Record<string, JsonValue>;

/** Answer of `GET /license-keys/licenses/:documentId`: all that the forms need. */
export interface LicenseDetail extends LicenseListItem {
  generator: { documentId: string; name: string } | null;
  /** Counts from assignment, where there is no `expiresAt` by then: its generator's, when the license was made. */
  validity: Validity;
  assignedAt: string | null;
  firstActivatedAt: string | null;
  features: JsonRecord;
  metadata: JsonRecord;
  /** Changes with every change of the license; an edit says which one it was made on. */
  version: string;
}

/** Body of `POST /license-keys/licenses`. What is absent comes from the generator. */
export interface CreateLicenseBody {
  environment: string;
  /** documentIds. */
  product: string;
  generator: string;
  customer?: string | null;
  /** A key of one's own, which takes the permission `license.create-with-key`. */
  key?: string;
  activationLimit?: number;
  /** ISO 8601; null is lifetime, whatever the generator says. */
  expiresAt?: string | null;
  features?: JsonRecord;
  metadata?: JsonRecord;
}

/** Body of `PUT /license-keys/licenses/:documentId`. What is absent stays. */
export interface EditLicenseBody {
  version: string;
  customer?: string | null;
  activationLimit?: number;
  expiresAt?: string | null;
  features?: JsonRecord;
  metadata?: JsonRecord;
}

/** Body of `POST /license-keys/licenses/:documentId/assign`. */
export interface AssignLicenseBody {
  customer: string;
  reason?: string;
}

/** Answer of `GET /license-keys/customer-options?environment=…&_q=…`: the first 20 by name. */
export interface CustomerOptions {
  data: { documentId: string; name: string; email: string }[];
}

/** Body of `POST /license-keys/customers`. */
export interface CreateCustomerBody {
  environment: string;
  name: string;
  email: string;
  company?: string;
}

/** Answer of `GET /license-keys/generator-options?environment=…&product=…`. */
export interface GeneratorOptions {
  data: {
    documentId: string;
    name: string;
    product: string;
    active: boolean;
    activationLimit: number;
    validity: Validity;
    features: JsonRecord;
    metadata: JsonRecord;
  }[];
}

/** Body of `POST /license-keys/preview/unlock`: the administrator's own password. */
export interface UnlockBody {
  password: string;
}

/** To be sent as the header `License-Keys-Preview` until it ends. */
export interface UnlockAnswer {
  data: { token: string; expiresAt: string };
}

export const PREVIEW_HEADER = 'License-Keys-Preview';

/** Answer of `GET /license-keys/licenses/:documentId/preview`. */
export interface PreviewAnswer {
  data: {
    license: LicenseDetail;
    /** What a validation without a fingerprint would answer now. */
    verdict: { valid: boolean; code: string; message: string; reasons: Reason[] };
    graceEndsAt: string | null;
    /** Where the public routes of this environment are. */
    apiUrl: string;
  };
}

export interface ActivationItem {
  documentId: string;
  fingerprint: string;
  name: string | null;
  platform: string | null;
  ip: string | null;
  activatedAt: string;
  lastVerifiedAt: string | null;
  deactivatedAt: string | null;
  deactivatedBy: 'customer' | 'admin' | 'system' | null;
}

/** A device as staff see it. */
export interface DeviceHistory extends ActivationItem {
  /** Of who ended it, as the audit trail has it. */
  deactivatorName: string | null;
}

export interface Paged<T> {
  data: T[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

/** Answer of `GET /license-keys/suggestions?environment=…&_q=…`: the first few of each kind. */
export interface Suggestions {
  data: {
    licenses: { documentId: string; key: string; state: State; customer: string | null }[];
    customers: { documentId: string; name: string; email: string }[];
    products: { documentId: string; name: string }[];
  };
}

/** Answer of `GET /license-keys/statistics?environment=…`, for the home page. */
export interface Statistics {
  data: {
    states: { state: State; count: number }[];
    expiring: {
      documentId: string;
      key: string;
      product: string;
      customer: string | null;
      expiresAt: string;
    }[];
    expiringCount: number;
    /** The last 30 days, oldest first. */
    activations: { day: string; count: number }[];
    activity: Pick<
      AuditItem,
      'id' | 'action' | 'licenseId' | 'keyPrefix' | 'actorType' | 'actorName' | 'occurredAt'
    >[];
  };
}
