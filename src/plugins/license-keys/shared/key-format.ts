/** How license keys look, and what that is worth: for the server, and for a page that shows it while one types. */

export const KEY_TYPES = ['uuid', 'chunk', 'custom'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export interface KeyFormat {
  type: KeyType;
  /** Random characters in all (chunk). */
  length?: number;
  segmentLength?: number;
  separator?: string;
  prefix?: string;
  suffix?: string;
  charset?: string;
  /** `{XXXX}`: characters of the set, `{####}`: digits, `{YYYY}` and `{MM}`: the date, the rest stands for itself (custom). */
  pattern?: string;
  /** The name of a function of the plugin's configuration, instead of a pattern (custom). */
  function?: string;
}

/** Letters and digits that nobody mistakes for each other: without 0/O, 1/I/L and 5/S. */
export const DEFAULT_CHARSET = '2346789ABCDEFGHJKMNPQRTUVWXYZ';

export const DEFAULT_LENGTH = 25;
export const DEFAULT_SEGMENT_LENGTH = 5;
export const DEFAULT_SEPARATOR = '-';

export const DIGITS = '0123456789';

/** Below this a key can be guessed: the format is refused. */
export const MIN_ENTROPY_BITS = 60;

/** Below this the page warns. */
export const GOOD_ENTROPY_BITS = 100;

const UUID_BITS = 122;

/** The parts of a pattern that are filled in: letters or digits by chance, or the date. */
export const PATTERN_TOKEN = /\{YYYY\}|\{MM\}|\{(X+)\}|\{(#+)\}/g;

const distinct = (characters: string): string => [...new Set(characters)].join('');

/** The characters that a format draws from, each once. */
export const charsetOf = (format: KeyFormat): string => distinct(format.charset ?? DEFAULT_CHARSET);

/** How many characters of the set and how many digits are drawn for one key. */
export const drawsOf = ({ type, length = DEFAULT_LENGTH, pattern = '' }: KeyFormat) =>
  type === 'chunk'
    ? { letters: length, digits: 0 }
    : [...pattern.matchAll(PATTERN_TOKEN)].reduce(
        (draws, [, letters = '', digits = '']) => ({
          letters: draws.letters + letters.length,
          digits: draws.digits + digits.length,
        }),
        { letters: 0, digits: 0 }
      );

/** Bits of entropy that a format's random part has; a function's are what its configuration says. */
export const entropyBits = (format: KeyFormat): number => {
  if (format.type === 'uuid') {
    return UUID_BITS;
  }
  const { letters, digits } = drawsOf(format);
  return letters * Math.log2(charsetOf(format).length || 1) + digits * Math.log2(DIGITS.length);
};

/** How many different keys a format can make; of a pattern with a date, in one month. */
export const keySupply = (format: KeyFormat): bigint => {
  if (format.type === 'uuid') {
    return 2n ** BigInt(UUID_BITS);
  }
  const { letters, digits } = drawsOf(format);
  return BigInt(charsetOf(format).length || 1) ** BigInt(letters) * 10n ** BigInt(digits);
};
