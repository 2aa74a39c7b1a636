import { randomInt, randomUUID } from 'node:crypto';

import { MAX_KEY_LENGTH } from '../../../shared/limits';
import { accept, refuse } from './decision';
import type { Decision } from './decision';
import { isJsonObject } from './json';

/** Letters and digits that nobody mistakes for each other: without 0/O, 1/I/L and 5/S. */
export const DEFAULT_CHARSET = '2346789ABCDEFGHJKMNPQRTUVWXYZ';

/** Below this a key can be guessed; a format must supply at least so many bits. */
export const MIN_ENTROPY_BITS = 60;

export interface KeyFormat {
  type: 'uuid' | 'chunk' | 'custom';
  /** Random characters in all (chunk). */
  length?: number;
  segmentLength?: number;
  separator?: string;
  prefix?: string;
  suffix?: string;
  charset?: string;
  /** `X`: a character of the set, `#`: a digit, `{YYYY}` and `{MM}`: the date, the rest stands for itself (custom). */
  pattern?: string;
}

const TYPES: readonly unknown[] = ['uuid', 'chunk', 'custom'] satisfies KeyFormat['type'][];
const TEXTS = ['separator', 'prefix', 'suffix', 'charset', 'pattern'] as const;
const COUNTS = ['length', 'segmentLength'] as const;

/** What every keyboard has: the visible characters of ASCII, without the space. */
const TYPEABLE = /^[\x21-\x7E]*$/;
const DIGITS = '0123456789';
const TOKEN = /\{YYYY\}|\{MM\}|\{(X+)\}|\{(#+)\}/g;

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

const pickMany = (characters: string, count: number): string =>
  Array.from({ length: count }, () => pick(characters)).join('');

const distinct = (characters: string): string => [...new Set(characters)].join('');

const charsetOf = (format: KeyFormat): string => distinct(format.charset ?? DEFAULT_CHARSET);

const segments = (text: string, size: number, separator: string): string =>
  (text.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join(separator);

/** Bits of entropy that a format's random part has. */
export const entropyBits = (format: KeyFormat): number => {
  const charsetBits = Math.log2(charsetOf(format).length || 1);
  switch (format.type) {
    case 'uuid':
      return 122;
    case 'chunk':
      return (format.length ?? 25) * charsetBits;
    case 'custom':
      return [...(format.pattern ?? '').matchAll(TOKEN)].reduce(
        (bits, [, letters = '', digits = '']) =>
          bits + letters.length * charsetBits + digits.length * Math.log2(DIGITS.length),
        0
      );
  }
};

const longest = (format: KeyFormat): number => {
  const { prefix = '', suffix = '', separator = '-', length = 25, segmentLength = 5 } = format;
  switch (format.type) {
    case 'uuid':
      return prefix.length + 36 + suffix.length;
    case 'chunk':
      return (
        prefix.length +
        length +
        (Math.ceil(length / segmentLength) - 1) * separator.length +
        suffix.length
      );
    case 'custom':
      return (format.pattern ?? '').length;
  }
};

/** Decides whether keys of this format are strong enough and can be stored. */
export const decideFormat = (format: KeyFormat): Decision<KeyFormat> => {
  const unfit = TEXTS.find((name) => !TYPEABLE.test(format[name] ?? ''));
  if (unfit) {
    return refuse('INVALID_FORMAT', `The ${unfit} may have visible ASCII characters only.`, {
      field: 'format',
    });
  }
  const bits = entropyBits(format);
  if (!(bits >= MIN_ENTROPY_BITS)) {
    return refuse(
      'INVALID_FORMAT',
      `The format has ${String(Math.floor(bits))} bits of entropy; at least ${String(MIN_ENTROPY_BITS)} are needed.`,
      { field: 'format', bits: Math.floor(bits) }
    );
  }
  return longest(format) > MAX_KEY_LENGTH
    ? refuse('INVALID_FORMAT', `Keys would be longer than ${String(MAX_KEY_LENGTH)} characters.`, {
        field: 'format',
      })
    : accept(format);
};

/** A new key of the format, from the operating system's secure random numbers. */
export const generateKey = (format: KeyFormat, now: Date): string => {
  const { prefix = '', suffix = '', separator = '-', length = 25, segmentLength = 5 } = format;
  switch (format.type) {
    case 'uuid':
      return `${prefix}${randomUUID()}${suffix}`;
    case 'chunk':
      return `${prefix}${segments(pickMany(charsetOf(format), length), segmentLength, separator)}${suffix}`;
    case 'custom':
      return (format.pattern ?? '').replace(TOKEN, (token, letters?: string, digits?: string) => {
        if (letters) {
          return pickMany(charsetOf(format), letters.length);
        }
        if (digits) {
          return pickMany(DIGITS, digits.length);
        }
        return token === '{YYYY}'
          ? String(now.getUTCFullYear())
          : String(now.getUTCMonth() + 1).padStart(2, '0');
      });
  }
};

/** Whether a stored or submitted value has the shape of a format. */
export const isKeyFormat = (value: unknown): value is KeyFormat =>
  isJsonObject(value) &&
  TYPES.includes(value.type) &&
  TEXTS.every((name) => value[name] === undefined || typeof value[name] === 'string') &&
  COUNTS.every(
    (name) =>
      value[name] === undefined ||
      (Number.isInteger(value[name]) &&
        Number(value[name]) >= 1 &&
        Number(value[name]) <= MAX_KEY_LENGTH)
  );
