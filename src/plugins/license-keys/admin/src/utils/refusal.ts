import type { QueryError } from '../hooks/useErrorMessage';

/** Why the server did not take a form: sentences for the fields at fault, and the rest. */
export interface Refusal {
  byField: Partial<Record<string, string>>;
  /** Present unless the fields say it all. */
  error?: QueryError;
}

export const NO_REFUSAL: Refusal = { byField: {} };

interface FieldError {
  path: string[];
  message: string;
}

interface Details {
  code?: unknown;
  field?: unknown;
  /** Of a license key's format. */
  part?: unknown;
  errors?: unknown;
}

const isFieldError = (value: unknown): value is FieldError =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'message' in value &&
  Array.isArray(value.path) &&
  typeof value.message === 'string';

const detailsOf = (error: QueryError): Details => {
  const details: unknown = 'details' in error ? error.details : undefined;
  return typeof details === 'object' && details !== null ? details : {};
};

/** The server's stable code for what is wrong. */
export const codeOf = (error: QueryError | undefined): unknown => error && detailsOf(error).code;

/** Of a format, the part that is at fault. */
export const partOf = (error: QueryError | undefined): unknown => error && detailsOf(error).part;

/** Strapi lists the fields that are malformed; a rule of the plugin's own names the one it is about. */
const fieldErrorsOf = (error: QueryError): FieldError[] => {
  const { errors, field } = detailsOf(error);
  if (Array.isArray(errors)) return errors.filter(isFieldError);
  return typeof field === 'string' ? [{ path: [field], message: error.message ?? '' }] : [];
};

/** Tells a refusal apart by the fields that the form shows. */
export const refusalOf = (error: QueryError, fields: readonly string[]): Refusal => {
  const found = fieldErrorsOf(error).map(({ path, message }) => [path[0] ?? '', message] as const);
  const shown = found.filter(([field]) => fields.includes(field));
  const byField = Object.fromEntries(shown);
  const isAllSaid = found.length > 0 && shown.length === found.length;
  return isAllSaid ? { byField } : { byField, error };
};

export const withoutField = (refusal: Refusal, field: string): Refusal => ({
  ...refusal,
  byField: { ...refusal.byField, [field]: undefined },
});
