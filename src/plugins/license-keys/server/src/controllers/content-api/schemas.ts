import { yup } from '@strapi/utils';

import {
  MAX_FINGERPRINT_LENGTH,
  MAX_KEY_LENGTH,
  MAX_METADATA_BYTES,
  MAX_NAME_LENGTH,
  MAX_NONCE_LENGTH,
} from '../../../../shared/limits';
import { byteLength, isJsonObject, isStorableJson } from '../../domain/json';
import { MAX_TTL_HOURS } from '../../domain/offline-file';
import { isKey } from '../../domain/fields';
import type { JsonObject } from '../../domain/types';
import { text, wholeNumber } from '../fields';
import { bodyParser, exactly } from './parse';

const MAX_PRODUCT_LENGTH = 255;

const required = (max: number) => text(max).required();

const key = yup
  .string()
  .typeError('${path} must be a string')
  .required()
  .max(MAX_KEY_LENGTH)
  .test(
    'key',
    '${path} must have no control characters and no spaces around it',
    (value) =>
      typeof value !== 'string' || value === '' || value.length > MAX_KEY_LENGTH || isKey(value)
  );

const metadata = yup
  .mixed<JsonObject>()
  .meta({ schema: { type: 'object' } })
  .test(
    'object',
    '${path} must be a JSON object',
    (value: unknown) => value === undefined || (isJsonObject(value) && isStorableJson(value))
  )
  .test(
    'size',
    '${path} must not be larger than 10 KB',
    (value: unknown) => !isStorableJson(value) || byteLength(value) <= MAX_METADATA_BYTES
  );

const nonce = text(MAX_NONCE_LENGTH).meta({
  schema: { description: 'Any word used once: the answer is signed together with it.' },
});
const product = text(MAX_PRODUCT_LENGTH).min(1);
const fingerprint = text(MAX_FINGERPRINT_LENGTH).min(1);

export const validateSchema = exactly({ key, fingerprint, product, nonce });

export const activateSchema = exactly({
  key,
  fingerprint: required(MAX_FINGERPRINT_LENGTH),
  product,
  name: text(MAX_NAME_LENGTH),
  platform: text(MAX_NAME_LENGTH),
  metadata,
  nonce,
});

export const deactivateSchema = exactly({
  key,
  fingerprint: required(MAX_FINGERPRINT_LENGTH),
  nonce,
});

export const offlineFileSchema = exactly({
  key,
  fingerprint: required(MAX_FINGERPRINT_LENGTH),
  ttlHours: wholeNumber().min(1).max(MAX_TTL_HOURS),
  nonce,
});

export const idempotencyKeySchema = text(255).min(1);

export const parseValidate = bodyParser(validateSchema);
export const parseActivate = bodyParser(activateSchema);
export const parseDeactivate = bodyParser(deactivateSchema);
export const parseOfflineFile = bodyParser(offlineFileSchema);
