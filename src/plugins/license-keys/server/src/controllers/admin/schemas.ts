import { yup } from '@strapi/utils';

import { MAX_REASON_LENGTH, MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { pageFields, text } from '../fields';

export const environmentSchema = yup.object({ environment: yup.string().required() }).noUnknown();

export const actionSchema = yup.object({ reason: text(MAX_REASON_LENGTH) }).noUnknown();

/** A page of a license's devices or of its history. */
export const sliceSchema = yup.object(pageFields).noUnknown();

export const searchSchema = yup
  .object({ environment: yup.string().required(), _q: text(MAX_SEARCH_LENGTH).default('') })
  .noUnknown();

/** Customers by a text, or the one with a documentId. */
export const customerOptionsSchema = searchSchema.shape({ documentId: text(255) });

export const generatorOptionsSchema = yup
  .object({ environment: yup.string().required(), product: text(255) })
  .noUnknown();
