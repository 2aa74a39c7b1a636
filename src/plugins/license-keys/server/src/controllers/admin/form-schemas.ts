import { yup } from '@strapi/utils';

import { MAX_KEY_LENGTH, MAX_NAME_LENGTH, MAX_REASON_LENGTH } from '../../../../shared/limits';
import { isStorableText } from '../../domain/json';
import type { JsonObject } from '../../domain/types';

const text = (max: number) =>
  yup
    .string()
    .max(max)
    .test('storable', '${path} has characters that cannot be stored', (value) =>
      isStorableText(value ?? '')
    );

const identity = () => text(64);

/** Its rules are the domain's; here it only has to be an instant. */
const instant = yup
  .string()
  .nullable()
  .test('instant', '${path} must be a date', (value) =>
    value === undefined || value === null ? true : !Number.isNaN(Date.parse(value))
  );

const overrides = {
  activationLimit: yup.number(),
  expiresAt: instant,
  features: yup.mixed<JsonObject>(),
  metadata: yup.mixed<JsonObject>(),
};

export const createSchema = yup
  .object({
    environment: yup.string().required(),
    product: identity().required(),
    generator: identity().required(),
    customer: identity().nullable(),
    key: text(MAX_KEY_LENGTH),
    ...overrides,
  })
  .noUnknown();

export const editSchema = yup
  .object({ version: instant.required(), customer: identity().nullable(), ...overrides })
  .noUnknown();

export const assignSchema = yup
  .object({ customer: identity().required(), reason: text(MAX_REASON_LENGTH) })
  .noUnknown();

export const customerSchema = yup
  .object({
    environment: yup.string().required(),
    name: text(MAX_NAME_LENGTH).trim().required(),
    email: text(MAX_NAME_LENGTH).email().required(),
    company: text(MAX_NAME_LENGTH),
  })
  .noUnknown();

export const unlockSchema = yup.object({ password: yup.string().max(1024).required() }).noUnknown();

export const toDate = (value: string | null | undefined): Date | null | undefined =>
  typeof value === 'string' ? new Date(value) : value;
