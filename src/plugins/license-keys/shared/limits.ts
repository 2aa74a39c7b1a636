/** The bounds that forms, use cases, hooks and the public routes agree on. */
export const UNLIMITED = -1;
export const MAX_ACTIVATION_LIMIT = 10_000;
/** How long a license can run, by unit. */
export const MAX_VALIDITY = { day: 36_500, month: 1_200, year: 100 } as const;
/** Size of metadata, in bytes of its UTF-8 JSON text. */
export const MAX_METADATA_BYTES = 10 * 1024;
export const MAX_KEY_LENGTH = 255;
export const MAX_NAME_LENGTH = 255;
export const MAX_SEARCH_LENGTH = 255;
export const MAX_NONCE_LENGTH = 128;
export const MAX_FINGERPRINT_LENGTH = 255;
export const MAX_REASON_LENGTH = 500;
/** How many licenses a customer can get from the pool at once. */
export const MAX_POOL_ASSIGNMENT = 100;
/** The largest number that the databases give a row. */
export const MAX_ID = 2_147_483_647;
/** How much of a key may be shown outside the page, in characters, and how much stays hidden of one however short. */
export const KEY_PREFIX_LENGTH = 8;
export const KEY_HIDDEN_LENGTH = 4;

export const isActivationLimit = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  (value === UNLIMITED || (value >= 1 && value <= MAX_ACTIVATION_LIMIT));

/** What of a key may be told everywhere: whole characters, as no database keeps half of one. */
export const keyPrefix = (key: string): string => {
  const characters = Array.from(key);
  const shown = Math.min(KEY_PREFIX_LENGTH, characters.length - KEY_HIDDEN_LENGTH);
  return characters.slice(0, Math.max(0, shown)).join('');
};
