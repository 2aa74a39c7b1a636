import type { TranslationKey } from '../i18n/getTranslation';

const LABELS: Partial<Record<string, TranslationKey>> = {
  product: 'column.product',
  generator: 'locked.generator',
  customer: 'column.customer',
  activationLimit: 'form.limit',
  expiresAt: 'column.expiresAt',
  assignedAt: 'preview.assignedAt',
  firstActivatedAt: 'preview.firstActivatedAt',
  features: 'form.features',
  metadata: 'form.metadata',
  activation: 'activation.device',
  activations: 'audit.devices',
  reason: 'audit.reason',
  export: 'auditLog.exported',
};

/** What the page calls a field of an audit entry. */
export const labelOf = (field: string): TranslationKey | undefined => LABELS[field];
