import type { CreateLicenseBody, JsonRecord, LicenseDetail } from '../../../../../shared/license';
import { isActivationLimit } from '../../../../../shared/limits';
import type { TranslationKey } from '../../../i18n/getTranslation';
import type { Customer } from '../../../services/forms';

import { compactJson, formatJson, jsonProblem, readJson } from '../../../forms/jsonText';

/** The editable fields of a license, as its forms hold them. */
export interface LicenseFields {
  customer: Customer | null;
  /** Undefined while the field is empty. */
  activationLimit: number | undefined;
  /** ISO 8601; null for none, empty while one is still to be chosen, undefined as the generator says. */
  expiresAt: string | null | undefined;
  /** JSON text. */
  features: string;
  metadata: string;
}

export type FieldName = keyof LicenseFields;

export const FIELD_NAMES = [
  'customer',
  'activationLimit',
  'expiresAt',
  'features',
  'metadata',
] as const satisfies readonly FieldName[];

type FieldSource = Pick<LicenseDetail, 'activationLimit' | 'features' | 'metadata'> &
  Partial<Pick<LicenseDetail, 'customer' | 'expiresAt'>>;

/** The fields of a license, or those that a generator gives to a new one. */
export const fieldsOf = (source: FieldSource): LicenseFields => ({
  customer: source.customer ?? null,
  activationLimit: source.activationLimit,
  expiresAt: source.expiresAt,
  features: formatJson(source.features),
  metadata: formatJson(source.metadata),
});

/** What the values of the fields are compared by. */
const comparable = ({ customer, features, metadata, ...values }: LicenseFields) => ({
  ...values,
  customer: customer?.documentId,
  features: compactJson(features),
  metadata: compactJson(metadata),
});

export const changedFields = (base: LicenseFields, values: LicenseFields): FieldName[] => {
  const before = comparable(base);
  const after = comparable(values);
  return FIELD_NAMES.filter((name) => before[name] !== after[name]);
};

export const fieldProblem = (
  name: FieldName,
  { activationLimit, expiresAt, ...values }: LicenseFields
): TranslationKey | undefined => {
  switch (name) {
    case 'customer':
      return undefined;
    case 'activationLimit':
      return isActivationLimit(activationLimit) ? undefined : 'form.limit.problem';
    case 'expiresAt':
      if (expiresAt === '') return 'form.required';
      return expiresAt && Date.parse(expiresAt) <= Date.now() ? 'form.expiry.past' : undefined;
    default:
      return jsonProblem(values[name]);
  }
};

type FieldsBody = Pick<CreateLicenseBody, FieldName>;

/** The named fields as the server takes them. */
export const bodyOf = (values: LicenseFields, names: readonly FieldName[]): FieldsBody => {
  const json = (text: string): JsonRecord => readJson(text) ?? {};
  const body = {
    customer: values.customer?.documentId ?? null,
    activationLimit: values.activationLimit,
    // Only a field that was changed is sent: back to the validity of a license takes its own expiry away.
    expiresAt: values.expiresAt ?? null,
    features: json(values.features),
    metadata: json(values.metadata),
  };
  return Object.fromEntries(names.map((name) => [name, body[name]]));
};
