import {
  isActivationLimit,
  MAX_ACTIVATION_LIMIT,
  MAX_KEY_LENGTH,
  MAX_METADATA_BYTES,
} from '../../../shared/limits';
import { refuse } from './decision';
import type { Refusal } from './decision';
import { byteLength, isJsonObject, isStorableJson, isStorableText } from './json';

type Rule = (value: unknown, now: Date) => { refusal: Refusal } | undefined;

// eslint-friendly spelling of "any control character": C0, DEL and C1.
const CONTROL_CHARACTERS = /\p{Cc}/u;

export const isKey = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length >= 1 &&
  value.length <= MAX_KEY_LENGTH &&
  value.trim() === value &&
  !CONTROL_CHARACTERS.test(value) &&
  isStorableText(value);

const LETTER = 'a-z\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF';
const WORD = `[${LETTER}\\d!#$%&'*+/=?^_\`{|}~-]+`;
const label = (ends: string): string => `[${ends}](?:[${LETTER}\\d_~-]*[${ends}])?`;
const EMAIL = new RegExp(
  `^${WORD}(?:\\.${WORD})*@(?:${label(`${LETTER}\\d`)}\\.)+${label(LETTER)}$`,
  'i'
);

/**
 * Without quotation marks, and no label of the domain is empty or ends in a sign: narrower than Strapi's own
 * pattern, which needs time exponential in the number of dots for some texts and must see only what this takes.
 */
export const isEmail = (text: string): boolean => EMAIL.test(text);

const jsonObject =
  (code: 'INVALID_FEATURES' | 'INVALID_METADATA', label: string): Rule =>
  (value) => {
    if (!isJsonObject(value) || !isStorableJson(value)) {
      return refuse(code, `${label} must be a JSON object.`);
    }
    return byteLength(value) > MAX_METADATA_BYTES
      ? refuse(code, `${label} must not be larger than 10 KB.`, { maxBytes: MAX_METADATA_BYTES })
      : undefined;
  };

/** The rules that a field's value must keep by itself, whatever the state of the license. */
export const FIELD_RULES = {
  key: (value) =>
    isKey(value)
      ? undefined
      : refuse(
          'INVALID_KEY',
          `A license key has 1 to ${String(MAX_KEY_LENGTH)} characters, no control characters and no spaces around it.`
        ),
  activationLimit: (value) =>
    isActivationLimit(value)
      ? undefined
      : refuse(
          'INVALID_ACTIVATION_LIMIT',
          `The activation limit must be -1 (unlimited) or a whole number from 1 to ${String(MAX_ACTIVATION_LIMIT)}.`
        ),
  expiresAt: (value, now) => {
    if (value === null) {
      return undefined;
    }
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
      return refuse(
        'INVALID_EXPIRY',
        'The expiry must be a date, or empty for a lifetime license.'
      );
    }
    return value <= now
      ? refuse(
          'INVALID_EXPIRY',
          'The expiry must be in the future, or empty for a lifetime license.'
        )
      : undefined;
  },
  features: jsonObject('INVALID_FEATURES', 'Feature flags'),
  metadata: jsonObject('INVALID_METADATA', 'Metadata'),
} as const satisfies Record<string, Rule>;

export type RuledField = keyof typeof FIELD_RULES;

export const RULED_FIELDS = Object.keys(FIELD_RULES) as RuledField[];

/** The first field of `values` that breaks its own rule. */
export const firstBrokenRule = (
  values: Partial<Record<RuledField, unknown>>,
  now: Date
): Refusal | undefined => {
  for (const field of RULED_FIELDS) {
    const broken = field in values && FIELD_RULES[field](values[field], now);
    if (broken) {
      return { ...broken.refusal, details: { field, ...broken.refusal.details } };
    }
  }
  return undefined;
};
