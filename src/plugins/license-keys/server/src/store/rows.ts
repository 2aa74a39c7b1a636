import type { State } from '../../../shared/states';
import type { Activation, JsonObject, License, Product, Ref, Validity } from '../domain/types';

/** An instant as the two databases give it: SQLite keeps milliseconds, PostgreSQL a timestamp. */
export type Instant = Date | number | string;
/** JSON as raw queries give it: always text on SQLite, and on PostgreSQL since Strapi set its parser. */
export type JsonColumn = JsonObject | string | null;

export const toDate = (value: Instant | null): Date | null =>
  value === null ? null : new Date(value);

export const toInstant = (value: Instant): Date => new Date(value);

export const toJson = (value: JsonColumn): JsonObject =>
  (typeof value === 'string' ? (JSON.parse(value) as JsonObject | null) : value) ?? {};

export const fromJson = (value: unknown): string => JSON.stringify(value);

export const toRef = (id: number | null, documentId: string | null): Ref | null =>
  id === null || documentId === null ? null : { id, documentId };

export interface LicenseRow {
  id: number;
  document_id: string;
  key: string;
  environment: string;
  state: State;
  product_id: number;
  product_document_id: string;
  customer_id: number | null;
  customer_document_id: string | null;
  generator_id: number | null;
  generator_document_id: string | null;
  activation_limit: number;
  expires_at: Instant | null;
  assigned_at: Instant | null;
  first_activated_at: Instant | null;
  validity: JsonColumn;
  features: JsonColumn;
  metadata: JsonColumn;
}

export const toValidity = (value: JsonColumn): Validity =>
  value === null ? null : (toJson(value) as unknown as Validity);

export const toLicense = (row: LicenseRow): License => ({
  id: row.id,
  documentId: row.document_id,
  key: row.key,
  environment: row.environment,
  state: row.state,
  product: { id: row.product_id, documentId: row.product_document_id },
  customer: toRef(row.customer_id, row.customer_document_id),
  generator: toRef(row.generator_id, row.generator_document_id),
  activationLimit: row.activation_limit,
  expiresAt: toDate(row.expires_at),
  validity: toValidity(row.validity),
  assignedAt: toDate(row.assigned_at),
  firstActivatedAt: toDate(row.first_activated_at),
  features: toJson(row.features),
  metadata: toJson(row.metadata),
});

export interface ActivationRow {
  id: number;
  document_id: string;
  fingerprint: string;
  name: string | null;
  platform: string | null;
  activated_at: Instant;
  last_verified_at: Instant | null;
  deactivated_at: Instant | null;
}

export const toActivation = (row: ActivationRow): Activation => ({
  id: row.id,
  documentId: row.document_id,
  fingerprint: row.fingerprint,
  name: row.name,
  platform: row.platform,
  activatedAt: toInstant(row.activated_at),
  lastVerifiedAt: toDate(row.last_verified_at),
  deactivatedAt: toDate(row.deactivated_at),
});

export interface ProductRow {
  id: number;
  document_id: string;
  environment: string;
  name: string;
  slug: string;
  active: boolean | number;
}

export const toProduct = (row: ProductRow): Product => ({
  id: row.id,
  documentId: row.document_id,
  environment: row.environment,
  name: row.name,
  slug: row.slug,
  active: Boolean(row.active),
});
