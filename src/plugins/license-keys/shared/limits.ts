/** The bounds that forms, use cases, hooks and the public routes agree on. */
export const UNLIMITED = -1;
export const MAX_ACTIVATION_LIMIT = 10_000;
/** Size of metadata, in bytes of its UTF-8 JSON text. */
export const MAX_METADATA_BYTES = 10 * 1024;
export const MAX_KEY_LENGTH = 255;
export const MAX_NAME_LENGTH = 255;
export const MAX_SEARCH_LENGTH = 255;
export const MAX_NONCE_LENGTH = 128;
export const MAX_REASON_LENGTH = 500;
/** How much of a key may be shown outside the page, in characters. */
export const KEY_PREFIX_LENGTH = 8;

export const isActivationLimit = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  (value === UNLIMITED || (value >= 1 && value <= MAX_ACTIVATION_LIMIT));

export const keyPrefix = (key: string): string => key.slice(0, KEY_PREFIX_LENGTH);
