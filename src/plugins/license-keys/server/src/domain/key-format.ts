import { randomInt, randomUUID } from 'node:crypto';

import {
  charsetOf,
  DEFAULT_LENGTH,
  DEFAULT_SEGMENT_LENGTH,
  DEFAULT_SEPARATOR,
  DIGITS,
  drawsOf,
  entropyBits,
  KEY_TYPES,
  MIN_ENTROPY_BITS,
  PATTERN_TOKEN,
} from '../../../shared/key-format';
import type { KeyFormat } from '../../../shared/key-format';
import { MAX_KEY_LENGTH } from '../../../shared/limits';
import { accept, refuse } from './decision';
import type { Decision } from './decision';
import { isJsonObject } from './json';

const TYPES: readonly unknown[] = KEY_TYPES;
const TEXTS = ['separator', 'prefix', 'suffix', 'charset', 'pattern', 'function'] as const;
const COUNTS = ['length', 'segmentLength'] as const;

/** What every keyboard has: the visible characters of ASCII, without the space. */
const TYPEABLE = /^[\x21-\x7E]*$/;
/** What looks like a part to be filled in, whether it is one or not. */
const BRACED = /\{[^{}]*\}/g;

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

const pickMany = (characters: string, count: number): string =>
  Array.from({ length: count }, () => pick(characters)).join('');

const segments = (text: string, size: number, separator: string): string =>
  (text.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join(separator);

const withDefaults = ({
  prefix = '',
  suffix = '',
  separator = DEFAULT_SEPARATOR,
  length = DEFAULT_LENGTH,
  segmentLength = DEFAULT_SEGMENT_LENGTH,
  pattern = '',
}: KeyFormat) => ({ prefix, suffix, separator, length, segmentLength, pattern });

const longest = (format: KeyFormat): number => {
  const { prefix, suffix, separator, length, segmentLength, pattern } = withDefaults(format);
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
      return pattern.replace(PATTERN_TOKEN, (token) => token.slice(1, -1)).length;
  }
};

const unknownToken = ({ pattern = '' }: KeyFormat): string | undefined =>
  pattern.match(BRACED)?.find((part) => part.replace(PATTERN_TOKEN, '') !== '');

/** Refuses keys that could be guessed. */
export const tooWeak = (bits: number) =>
  bits >= MIN_ENTROPY_BITS
    ? undefined
    : refuse(
        'INVALID_FORMAT',
        `The format has ${String(Math.floor(bits))} bits of entropy; at least ${String(MIN_ENTROPY_BITS)} are needed.`,
        { field: 'format', bits: Math.floor(bits) }
      );

/** Decides whether keys of this format are strong enough and can be stored. */
export const decideFormat = (format: KeyFormat): Decision<KeyFormat> => {
  const unfit = TEXTS.find((name) => !TYPEABLE.test(format[name] ?? ''));
  if (unfit) {
    return refuse('INVALID_FORMAT', `The ${unfit} may have visible ASCII characters only.`, {
      field: 'format',
      part: unfit,
    });
  }
  const unknown = unknownToken(format);
  if (unknown !== undefined) {
    return refuse(
      'INVALID_FORMAT',
      `The pattern has ${unknown}, which is none of {XXXX}, {####}, {YYYY} and {MM}.`,
      { field: 'format', token: unknown }
    );
  }
  if (charsetOf(format) === '' && drawsOf(format).letters > 0) {
    return refuse('INVALID_FORMAT', 'The charset has no characters to choose from.', {
      field: 'format',
      part: 'charset',
    });
  }
  const weak = tooWeak(entropyBits(format));
  if (weak) {
    return weak;
  }
  return longest(format) > MAX_KEY_LENGTH
    ? refuse('INVALID_FORMAT', `Keys would be longer than ${String(MAX_KEY_LENGTH)} characters.`, {
        field: 'format',
      })
    : accept(format);
};

/** A new key of the format, from the operating system's secure random numbers. */
export const generateKey = (format: KeyFormat, now: Date): string => {
  const { prefix, suffix, separator, length, segmentLength, pattern } = withDefaults(format);
  switch (format.type) {
    case 'uuid':
      return `${prefix}${randomUUID()}${suffix}`;
    case 'chunk':
      return `${prefix}${segments(pickMany(charsetOf(format), length), segmentLength, separator)}${suffix}`;
    case 'custom':
      return pattern.replace(PATTERN_TOKEN, (token, letters?: string, digits?: string) => {
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
