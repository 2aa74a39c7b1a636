import type { JsonRecord } from '../../../shared/license';
import { MAX_METADATA_BYTES } from '../../../shared/limits';
import type { TranslationKey } from '../i18n/getTranslation';

export const formatJson = (record: JsonRecord): string => JSON.stringify(record, null, 2);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is JsonRecord =>
  Object.prototype.toString.call(value) === '[object Object]';

/** An empty editor means that there is nothing. */
export const readJson = (text: string): JsonRecord | undefined => {
  const value = text.trim() === '' ? {} : parse(text);
  return isRecord(value) ? value : undefined;
};

/** The same text for the same content, however it is spaced; what cannot be read stays as it is. */
export const compactJson = (text: string): string => {
  const value = readJson(text);
  return value ? JSON.stringify(value) : text;
};

/** What is wrong with a text that has to be a JSON object of limited size. */
export const jsonProblem = (text: string): TranslationKey | undefined => {
  if (text.trim() !== '' && parse(text) === undefined) return 'form.json.syntax';
  if (!readJson(text)) return 'form.json.object';
  const bytes = new TextEncoder().encode(compactJson(text)).length;
  return bytes > MAX_METADATA_BYTES ? 'form.json.size' : undefined;
};
