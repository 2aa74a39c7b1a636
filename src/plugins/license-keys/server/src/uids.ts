import { CUSTOMER_UID, PRODUCT_UID } from '../../shared/catalog';

export const UID = {
  license: 'plugin::license-keys.license',
  activation: 'plugin::license-keys.activation',
  auditEntry: 'plugin::license-keys.audit-entry',
  product: PRODUCT_UID,
  customer: CUSTOMER_UID,
  generator: 'plugin::license-keys.generator',
} as const;

export const TABLE = {
  license: 'license_keys_licenses',
  activation: 'license_keys_activations',
  auditEntry: 'license_keys_audit_entries',
  product: 'license_keys_products',
  customer: 'license_keys_customers',
  generator: 'license_keys_generators',
  view: 'license_keys_views',
  signingKey: 'license_keys_signing_keys',
  job: 'license_keys_jobs',
  jobItem: 'license_keys_job_items',
  import: 'license_keys_imports',
  importPiece: 'license_keys_import_pieces',
  importGiven: 'license_keys_import_given',
  idempotency: 'license_keys_idempotency',
  rateLimit: 'license_keys_rate_limits',
} as const;
