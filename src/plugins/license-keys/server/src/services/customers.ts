import type { Core } from '@strapi/strapi';

import type { Customer } from '../../../shared/catalog';
import { readCustomer } from '../store/customers';
import { transaction } from '../store/database';
import { UID } from '../uids';

interface NewCustomer {
  environment: string;
  name: string;
  email: string;
  company?: string | undefined;
}

/** Whom licenses are assigned to: kept through the Document Service, whose hooks know every rule. */
export const customers = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Throws a `LicenseError` (400 NOT_UNIQUE) where the environment has the e-mail address, whatever its case. */
  create: async (data: NewCustomer): Promise<Customer> =>
    transaction({ strapi }, async (db) => {
      const { documentId } = await strapi.documents(UID.customer).create({ data });
      return readCustomer(db, documentId);
    }),
});
