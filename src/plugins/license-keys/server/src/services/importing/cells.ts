import { createId } from '@paralleldrive/cuid2';

import type { ImportField, ImportMapping } from '../../../../shared/imports';
import { MAX_NAME_LENGTH } from '../../../../shared/limits';
import { isState } from '../../../../shared/states';
import type { State } from '../../../../shared/states';
import { FIELD_RULES, isEmail } from '../../domain/fields';
import { isJsonObject, isStorableText } from '../../domain/json';
import type { Activation, JsonObject } from '../../domain/types';
import { LicenseError, ruleBroken } from '../../errors';
import type { Line } from './csv';

/** The values of a line by field; a cell that is empty or has no column is ''. */
export type Cells = (field: ImportField) => string;

export const cellsOf =
  ({ cells }: Line, mapping: ImportMapping): Cells =>
  (field) => {
    const column = mapping[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };

export const emailOf = (cells: Cells): string | null => {
  const email = cells('customer_email');
  if (email === '') {
    return null;
  }
  if (email.length > MAX_NAME_LENGTH || !isEmail(email)) {
    throw ruleBroken('INVALID_EMAIL', 'This is not an e-mail address.', {
      field: 'customer_email',
    });
  }
  return email;
};

export const textOf = (cells: Cells, field: ImportField): string => {
  const text = cells(field);
  if (text.length > MAX_NAME_LENGTH || !isStorableText(text)) {
    throw ruleBroken(
      'INVALID_TEXT',
      `${field} has more than ${String(MAX_NAME_LENGTH)} characters, or some that cannot be stored.`,
      { field }
    );
  }
  return text;
};

export const limitOf = (cells: Cells): number | undefined => {
  const text = cells('activation_limit').toLowerCase();
  if (text === '') {
    return undefined;
  }
  // What is no whole number is refused by the field's own rule.
  return text === 'unlimited' || text === '∞' ? -1 : /^-?\d{1,6}$/.test(text) ? Number(text) : NaN;
};

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** JavaScript takes the 31st of February for the 3rd of March. */
const isDay = (text: string): boolean => new Date(text).toISOString().startsWith(text);

/** A day or an instant of ISO 8601; without a zone it is UTC. */
const toInstant = (text: string, field: ImportField): Date => {
  const match = ISO.exec(text);
  const zoned = match?.[1] && !match[4] ? `${text}Z` : text;
  const date = new Date(zoned.replace(' ', 'T'));
  if (!match || Number.isNaN(date.getTime()) || !isDay(text.slice(0, 10))) {
    throw ruleBroken(
      'INVALID_DATE',
      `${field} must be a date such as 2026-12-31 or 2026-12-31T18:00:00Z.`,
      {
        field,
      }
    );
  }
  return date;
};

const LIFETIME = new Set(['lifetime', 'never', '∞']);

/** Undefined where the cell is empty, null for a lifetime. */
export const expiryOf = (cells: Cells): Date | null | undefined => {
  const text = cells('expires_at');
  if (text === '') {
    return undefined;
  }
  return LIFETIME.has(text.toLowerCase()) ? null : toInstant(text, 'expires_at');
};

/** An instant of the past; null where the cell is empty. */
export const pastOf = (cells: Cells, field: ImportField, now: Date): Date | null => {
  const text = cells(field);
  if (text === '') {
    return null;
  }
  const date = toInstant(text, field);
  if (date > now) {
    throw ruleBroken('DATE_IN_FUTURE', `${field} must not be in the future.`, { field });
  }
  return date;
};

export const stateOf = (cells: Cells, natural: State): State => {
  const text = cells('state').toLowerCase();
  if (text === '') {
    return natural;
  }
  if (!isState(text)) {
    throw ruleBroken('INVALID_STATE', 'This is not a state of a license.', { field: 'state' });
  }
  return text;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const objectOf = (cells: Cells, field: 'features' | 'metadata'): JsonObject => {
  const text = cells(field);
  if (text === '') {
    return {};
  }
  const value = jsonOf(text);
  if (!isJsonObject(value)) {
    throw ruleBroken(
      field === 'features' ? 'INVALID_FEATURES' : 'INVALID_METADATA',
      `${field} must be a JSON object.`,
      { field }
    );
  }
  return value;
};

export interface ImportedDevice extends Activation {
  ip: string | null;
  metadata: JsonObject;
}

const invalidDevices = () =>
  ruleBroken(
    'INVALID_DEVICES',
    'activations must be fingerprints with | between them, or a JSON array of objects with a fingerprint each.',
    { field: 'activations' }
  );

const optional = (value: unknown, max = MAX_NAME_LENGTH): string | null => {
  if (value === undefined || value === null || value === '') {
    return null;
  }
  if (typeof value !== 'string' || value.length > max || !isStorableText(value)) {
    throw invalidDevices();
  }
  return value;
};

/** What is known of the devices of a line that they do not say themselves. */
interface DeviceContext {
  /** When the license was activated first, as far as it is known. */
  since: Date | null;
  now: Date;
}

const metadataOf = (value: unknown, now: Date): JsonObject => {
  if (value === undefined || value === null) {
    return {};
  }
  if (!isJsonObject(value) || FIELD_RULES.metadata(value, now)) {
    throw invalidDevices();
  }
  return value;
};

const deviceOf = (value: unknown, { since, now }: DeviceContext): ImportedDevice => {
  const device: Record<string, unknown> = isJsonObject(value) ? value : { fingerprint: value };
  const fingerprint = optional(device.fingerprint);
  const past = (text: unknown): Date | null =>
    pastOf(() => optional(text) ?? '', 'activations', now);
  if (fingerprint === null) {
    throw invalidDevices();
  }
  const activatedAt = past(device.activatedAt) ?? since ?? now;
  return {
    id: 0,
    documentId: createId(),
    fingerprint,
    name: optional(device.name),
    platform: optional(device.platform),
    ip: optional(device.ip, 45),
    metadata: metadataOf(device.metadata, now),
    activatedAt,
    lastVerifiedAt: past(device.lastVerifiedAt),
    deactivatedAt: past(device.deactivatedAt),
  };
};

/** The devices of a license, those that came first first. */
export const devicesOf = (cells: Cells, context: DeviceContext): ImportedDevice[] => {
  const text = cells('activations');
  if (text === '') {
    return [];
  }
  const list: unknown = text.startsWith('[')
    ? jsonOf(text)
    : text.split('|').map((part) => part.trim());
  if (!Array.isArray(list)) {
    throw invalidDevices();
  }
  const devices = list.map((value) => deviceOf(value, context));
  const held = devices.filter(({ deactivatedAt }) => deactivatedAt === null);
  if (new Set(held.map(({ fingerprint }) => fingerprint)).size < held.length) {
    throw invalidDevices();
  }
  return devices.sort((a, b) => a.activatedAt.getTime() - b.activatedAt.getTime());
};

/** What a line says, or why it cannot be read. */
export const attempt = <T>(read: () => T): T | LicenseError => {
  try {
    return read();
  } catch (error) {
    if (error instanceof LicenseError) {
      return error;
    }
    throw error;
  }
};
