import type { Json, JsonObject } from './types';

/** Deeper JSON than this is refused: it serves nobody, and recursion has an end. */
const MAX_DEPTH = 32;

/** Whether a value goes no deeper than so many levels; a text or a number has none. */
export const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1)));

export const isJsonObject = (value: unknown): value is JsonObject =>
  Object.prototype.toString.call(value) === '[object Object]';

/** JSON with the members of every object in one order, so that equal values have equal texts. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    isJsonObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member
  );

export const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

export const byteLength = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

/** PostgreSQL stores neither U+0000 nor half of a surrogate pair. */
export const isStorableText = (text: string): boolean =>
  !text.includes('\u0000') && text.isWellFormed();

export const isStorableJson = (value: unknown, depth = 0): value is Json => {
  if (typeof value === 'string') {
    return isStorableText(value);
  }
  if (depth > MAX_DEPTH) {
    return false;
  }
  if (Array.isArray(value)) {
    return value.every((member) => isStorableJson(member, depth + 1));
  }
  if (isJsonObject(value)) {
    return Object.entries(value).every(
      ([name, member]) => isStorableText(name) && isStorableJson(member, depth + 1)
    );
  }
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
};

/** Without the members that are undefined. */
export const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };
