import { yup } from '@strapi/utils';

import { MAX_GENERATED, parseGeneratorSort } from '../../../../shared/generators';
import type { FormatOptions } from '../../../../shared/generators';
import { KEY_TYPES } from '../../../../shared/key-format';
import type { KeyType } from '../../../../shared/key-format';
import type { JsonObject, Validity } from '../../domain/types';
import { MAX_NAME_LENGTH, MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { instant, pageFields, text } from '../fields';

const keyType = () => yup.mixed<KeyType>().oneOf([...KEY_TYPES]);

export const generatorListSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    product: text(255),
    type: keyType(),
    active: yup.boolean(),
    sort: yup
      .string()
      .test('sort', '${path} must be one of the sort fields, with :asc or :desc', (value) =>
        value === undefined ? true : parseGeneratorSort(value) !== undefined
      ),
    ...pageFields,
  })
  .noUnknown();

/** Their rules are the domain's. */
const rules = {
  format: yup.mixed<FormatOptions>(),
  activationLimit: yup.number(),
  validity: yup.mixed<NonNullable<Validity>>().nullable(),
  features: yup.mixed<JsonObject>(),
  metadata: yup.mixed<JsonObject>(),
};

const name = () => text(MAX_NAME_LENGTH).trim().min(1);

export const createGeneratorSchema = yup
  .object({
    environment: yup.string().required(),
    name: name().required(),
    product: text(64).required(),
    type: keyType().required(),
    active: yup.boolean(),
    ...rules,
  })
  .noUnknown();

export const editGeneratorSchema = yup
  .object({ version: instant.required(), name: name(), ...rules })
  .noUnknown();

export const formatPreviewSchema = yup
  .object({
    environment: yup.string().required(),
    type: keyType().required(),
    format: rules.format,
  })
  .noUnknown();

export const generateSchema = yup
  .object({ count: yup.number().integer().min(1).max(MAX_GENERATED).required() })
  .noUnknown();
