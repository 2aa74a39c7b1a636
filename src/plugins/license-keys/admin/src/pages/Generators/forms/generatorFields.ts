import type {
  EditGeneratorBody,
  FormatOptions,
  GeneratorDetail,
} from '../../../../../shared/generators';
import {
  DEFAULT_CHARSET,
  DEFAULT_LENGTH,
  DEFAULT_SEGMENT_LENGTH,
  DEFAULT_SEPARATOR,
  type KeyType,
} from '../../../../../shared/key-format';
import type { Unit, Validity } from '../../../../../shared/license';
import {
  isActivationLimit,
  MAX_ACTIVATION_LIMIT,
  MAX_KEY_LENGTH,
  MAX_VALIDITY,
} from '../../../../../shared/limits';
import { compactJson, formatJson, jsonProblem, readJson } from '../../../forms/jsonText';
import type { TranslationKey } from '../../../i18n/getTranslation';

/** A period while it is being typed. */
export type ValidityInput = { amount: number | undefined; unit: Unit } | null;

/** A generator as its forms hold it: also what does not apply to its type, in case that one goes back to it. */
export interface GeneratorFields {
  name: string;
  /** documentId */
  product: string | undefined;
  type: KeyType;
  /** What a custom key comes from. */
  source: 'pattern' | 'function';
  prefix: string;
  suffix: string;
  separator: string;
  /** Undefined while the field is empty. */
  length: number | undefined;
  segmentLength: number | undefined;
  charset: string;
  pattern: string;
  function: string | undefined;
  activationLimit: number | undefined;
  validity: ValidityInput;
  /** JSON text. */
  features: string;
  metadata: string;
}

export type FieldName = keyof GeneratorFields;

/** An example that is strong enough as it stands. */
const PATTERN = 'KEY-{YYYY}{MM}-{XXXXXXXX}-{XXXXXXXX}-{XXXXXXXX}';

const formatFieldsOf = (format: FormatOptions) => ({
  source: format.function === undefined ? ('pattern' as const) : ('function' as const),
  prefix: format.prefix ?? '',
  suffix: format.suffix ?? '',
  separator: format.separator ?? DEFAULT_SEPARATOR,
  length: format.length ?? DEFAULT_LENGTH,
  segmentLength: format.segmentLength ?? DEFAULT_SEGMENT_LENGTH,
  charset: format.charset ?? DEFAULT_CHARSET,
  pattern: format.pattern ?? PATTERN,
  function: format.function,
});

export const newFields = (product: string | undefined): GeneratorFields => ({
  name: '',
  product,
  type: 'chunk',
  ...formatFieldsOf({}),
  activationLimit: 1,
  validity: null,
  features: formatJson({}),
  metadata: formatJson({}),
});

export const fieldsOf = (generator: GeneratorDetail): GeneratorFields => ({
  name: generator.name,
  product: generator.product.documentId,
  type: generator.type,
  ...formatFieldsOf(generator.format),
  activationLimit: generator.activationLimit,
  validity: generator.validity,
  features: formatJson(generator.features),
  metadata: formatJson(generator.metadata),
});

/** What applies to the type, as the server takes it. */
export const formatOf = (values: GeneratorFields): FormatOptions => {
  const { type, source, prefix, suffix, separator, length, segmentLength, charset } = values;
  switch (type) {
    case 'uuid':
      return { prefix, suffix };
    case 'chunk':
      return { length, segmentLength, separator, prefix, suffix, charset };
    case 'custom':
      return source === 'function'
        ? { function: values.function }
        : { pattern: values.pattern, charset };
  }
};

/** The field that says how strong a format is: what is wrong with the whole is said there. */
export const mainPart = ({ type, source }: GeneratorFields): FieldName => {
  switch (type) {
    case 'uuid':
      return 'prefix';
    case 'chunk':
      return 'length';
    case 'custom':
      return source;
  }
};

export const isWithin = (value: number | undefined, max: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max;

export interface Problem {
  text: TranslationKey;
  max?: number;
}

const required = (value: string | undefined): Problem | undefined =>
  value?.trim() ? undefined : { text: 'form.required' };

const countProblem = (value: number | undefined, max: number): Problem | undefined =>
  isWithin(value, max) ? undefined : { text: 'form.count.problem', max };

/** What can be seen to be wrong with a format before the server is asked. */
export const formatProblems = (
  values: GeneratorFields
): Partial<Record<FieldName, Problem | undefined>> => {
  const { type, source, length, segmentLength } = values;
  switch (type) {
    case 'uuid':
      return {};
    case 'chunk':
      return {
        length: countProblem(length, MAX_KEY_LENGTH),
        segmentLength: countProblem(segmentLength, MAX_KEY_LENGTH),
      };
    case 'custom':
      return { [source]: required(values[source]) };
  }
};

const jsonFieldProblem = (json: string): Problem | undefined => {
  const text = jsonProblem(json);
  return text && { text };
};

export const problemsIn = (
  values: GeneratorFields
): Partial<Record<FieldName, Problem | undefined>> => {
  const { name, product, activationLimit, validity, features, metadata } = values;
  return {
    name: required(name),
    product: required(product),
    ...formatProblems(values),
    activationLimit: isActivationLimit(activationLimit)
      ? undefined
      : { text: 'form.limit.problem', max: MAX_ACTIVATION_LIMIT },
    validity: validity ? countProblem(validity.amount, MAX_VALIDITY[validity.unit]) : undefined,
    features: jsonFieldProblem(features),
    metadata: jsonFieldProblem(metadata),
  };
};

export const hasProblem = (problems: Partial<Record<FieldName, Problem | undefined>>): boolean =>
  Object.values<Problem | undefined>(problems).some((problem) => problem !== undefined);

const validityOf = (input: ValidityInput): Validity =>
  input && { amount: input.amount ?? 0, unit: input.unit };

/** What an edit can change, as the server takes it. */
export const bodyOf = (values: GeneratorFields) =>
  ({
    name: values.name.trim(),
    format: formatOf(values),
    activationLimit: values.activationLimit,
    validity: validityOf(values.validity),
    features: readJson(values.features) ?? {},
    metadata: readJson(values.metadata) ?? {},
  }) satisfies Omit<EditGeneratorBody, 'version'>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of the body, what is another than it was. */
export const changesIn = (
  base: GeneratorFields,
  values: GeneratorFields
): Omit<EditGeneratorBody, 'version'> => {
  const before: Partial<Record<string, unknown>> = bodyOf(base);
  const changed = Object.entries(bodyOf(values)).filter(
    ([name, value]) => !isSame(before[name], value)
  );
  return Object.fromEntries(changed);
};

const comparable = (values: GeneratorFields) => ({
  ...values,
  features: compactJson(values.features),
  metadata: compactJson(values.metadata),
});

/** Whether anything was typed that would be lost. */
export const isChanged = (base: GeneratorFields, values: GeneratorFields): boolean =>
  !isSame(comparable(base), comparable(values));
