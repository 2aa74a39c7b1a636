import {
  fieldsOf,
  IMPORT_FIELDS,
  type ImportField,
  type ImportKind,
  type ImportMapping,
} from '../../../../../shared/imports';

export const isRequired = (kind: ImportKind, field: ImportField): boolean => {
  const fields: Partial<Record<ImportField, { required: boolean }>> = IMPORT_FIELDS[kind];
  return fields[field]?.required ?? false;
};

/** Of an assignment: each line asks for one license or for one of a product. */
const EITHER = ['license_key', 'product'] as const satisfies ImportField[];

/** Fields that need a column before the file can be tried. */
export const missingFields = (kind: ImportKind, mapping: ImportMapping): ImportField[] => {
  const missing = fieldsOf(kind).filter(
    (field) => isRequired(kind, field) && mapping[field] === undefined
  );
  const hasEither = kind !== 'assign' || EITHER.some((field) => mapping[field] !== undefined);
  return hasEither ? missing : [...missing, ...EITHER];
};
