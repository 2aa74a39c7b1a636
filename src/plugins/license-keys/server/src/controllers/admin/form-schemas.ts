import { yup } from '@strapi/utils';

import { MAX_KEY_LENGTH, MAX_NAME_LENGTH, MAX_REASON_LENGTH } from '../../../../shared/limits';
import { identity, instant, licenseFields, text } from '../fields';

export const createSchema = yup
  .object({
    environment: yup.string().required(),
    product: identity().required(),
    generator: identity().required(),
    customer: identity().nullable(),
    key: text(MAX_KEY_LENGTH),
    ...licenseFields,
  })
  .noUnknown();

export const editSchema = yup
  .object({ version: instant.required(), customer: identity().nullable(), ...licenseFields })
  .noUnknown();

export const assignSchema = yup
  .object({ customer: identity().required(), reason: text(MAX_REASON_LENGTH) })
  .noUnknown();

export const customerSchema = yup
  .object({
    environment: yup.string().required(),
    name: text(MAX_NAME_LENGTH).trim().required(),
    email: text(MAX_NAME_LENGTH).email('This is not a valid e-mail address.').required(),
    company: text(MAX_NAME_LENGTH),
  })
  .noUnknown();

export const unlockSchema = yup.object({ password: yup.string().max(1024).required() }).noUnknown();
