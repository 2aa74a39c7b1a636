import { yup } from '@strapi/utils';

import { MAX_KEY_LENGTH, MAX_REASON_LENGTH } from '../../../../shared/limits';
import { customerFields, identity, instant, licenseFields, text } from '../fields';

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
  .object({ environment: yup.string().required(), ...customerFields })
  .noUnknown();

export const unlockSchema = yup.object({ password: yup.string().max(1024).required() }).noUnknown();
