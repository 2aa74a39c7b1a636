import { adminApi } from '@strapi/strapi/admin';

import type { CustomerOptions } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';

import type { Customer } from './forms';
import { encodeQuery } from './licenses';

interface CustomerQuery {
  environment: string;
  documentId: string;
}

export const { useGetLicenseKeyCustomerQuery } = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyCustomer: build.query<Customer | null, CustomerQuery>({
      query: (query) => ({
        url: `/${PLUGIN_ID}/customer-options`,
        method: 'GET',
        config: { params: encodeQuery(query) },
      }),
      transformResponse: ({ data }: CustomerOptions, _meta, { documentId }) =>
        data.find((customer) => customer.documentId === documentId) ?? null,
    }),
  }),
});
