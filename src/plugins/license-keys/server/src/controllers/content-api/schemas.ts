import { errors, validateYupSchema, yup } from '@strapi/utils';

import {
  MAX_KEY_LENGTH,
  MAX_METADATA_BYTES,
  MAX_NAME_LENGTH,
  MAX_NONCE_LENGTH,
} from '../../../../shared/limits';
import { byteLength, isJsonObject, isStorableJson, isStorableText } from '../../domain/json';
import { MAX_TTL_HOURS } from '../../domain/offline-file';
import { isKey } from '../../domain/fields';
import type { JsonObject } from '../../domain/types';

const MAX_FINGERPRINT_LENGTH = 255;
const MAX_PRODUCT_LENGTH = 255;

const text = (max: number) =>
  yup
    .string()
    .typeError('${path} must be a string')
    .max(max)
    .test(
      'storable',
      '${path} has characters that cannot be stored',
      (value) => typeof value !== 'string' || isStorableText(value)
    );

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

/** An object of just these fields; the error of another one names it. */
const exactly = <Shape extends Record<string, yup.AnySchema>>(shape: Shape) =>
  yup.object(shape).test('known', function (value) {
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
    return unknown === undefined
      ? true
      : this.createError({ path: unknown, message: '${path} is not a field of this request' });
  });

/** Reads a body by its schema. What was sent is not sent back: it may be a license key, and of any depth. */
const parser = <Schema extends yup.AnySchema>(schema: Schema) => {
  const validate = validateYupSchema(schema);
  return async (body: unknown) =>
    validate(body).catch((error: unknown) => {
      throw error instanceof errors.YupValidationError
        ? new errors.ValidationError(error.message, {
            errors: error.details.errors.map(({ path, message, name }) => ({
              path,
              message,
              name,
            })),
          })
        : error;
    });
};

const nonce = text(MAX_NONCE_LENGTH);
const product = text(MAX_PRODUCT_LENGTH).min(1);
const fingerprint = text(MAX_FINGERPRINT_LENGTH).min(1);

export const parseValidate = parser(exactly({ key, fingerprint, product, nonce }));

export const parseActivate = parser(
  exactly({
    key,
    fingerprint: required(MAX_FINGERPRINT_LENGTH),
    product,
    name: text(MAX_NAME_LENGTH),
    platform: text(MAX_NAME_LENGTH),
    metadata,
    nonce,
  })
);

export const parseDeactivate = parser(
  exactly({ key, fingerprint: required(MAX_FINGERPRINT_LENGTH), nonce })
);

export const parseOfflineFile = parser(
  exactly({
    key,
    fingerprint: required(MAX_FINGERPRINT_LENGTH),
    ttlHours: yup
      .number()
      .typeError('${path} must be a number')
      .integer()
      .min(1)
      .max(MAX_TTL_HOURS),
    nonce,
  })
);

export const idempotencyKeySchema = text(255).min(1);
