import { adminApi } from '@strapi/strapi/admin';

import type {
  AssignLicenseBody,
  CreateCustomerBody,
  CreateLicenseBody,
  CustomerOptions,
  EditLicenseBody,
  GeneratorOptions,
  LicenseDetail,
} from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';

import { encodeQuery } from './licenses';

export type Customer = CustomerOptions['data'][number];
export type Generator = GeneratorOptions['data'][number];

type About<Body> = Body & { documentId: string };

const LICENSES = `/${PLUGIN_ID}/licenses`;

const dataOf = <Data>({ data }: { data: Data }): Data => data;

const LIST = { type: 'LicenseKey', id: 'LIST' } as const;

/** The list and all that is shown of one license. */
const tagsOf = (documentId: string) => [LIST, { type: 'LicenseKey', id: documentId } as const];

const formsApi = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKey'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKey: build.query<LicenseDetail, string>({
      query: (documentId) => `${LICENSES}/${documentId}`,
      transformResponse: dataOf<LicenseDetail>,
      providesTags: (_license, _error, documentId) => [{ type: 'LicenseKey', id: documentId }],
      // A form begins with what is true now, not with what was when the last one closed.
      keepUnusedDataFor: 0,
    }),

    getLicenseKeyGenerators: build.query<Generator[], { environment: string; product?: string }>({
      query: (query) => ({
        url: `/${PLUGIN_ID}/generator-options`,
        method: 'GET',
        config: { params: encodeQuery(query) },
      }),
      transformResponse: dataOf<Generator[]>,
      keepUnusedDataFor: 0,
    }),

    getLicenseKeyCustomers: build.query<Customer[], { environment: string; _q: string }>({
      query: (query) => ({
        url: `/${PLUGIN_ID}/customer-options`,
        method: 'GET',
        config: { params: encodeQuery(query) },
      }),
      transformResponse: dataOf<Customer[]>,
      keepUnusedDataFor: 0,
    }),

    createLicenseKeyCustomer: build.mutation<Customer, CreateCustomerBody>({
      query: (data) => ({ url: `/${PLUGIN_ID}/customers`, method: 'POST', data }),
      transformResponse: dataOf<Customer>,
    }),

    createLicenseKey: build.mutation<LicenseDetail, CreateLicenseBody>({
      query: (data) => ({ url: LICENSES, method: 'POST', data }),
      transformResponse: dataOf<LicenseDetail>,
      invalidatesTags: [LIST],
    }),

    updateLicenseKey: build.mutation<LicenseDetail, About<EditLicenseBody>>({
      query: ({ documentId, ...data }) => ({
        url: `${LICENSES}/${documentId}`,
        method: 'PUT',
        data,
      }),
      transformResponse: dataOf<LicenseDetail>,
      invalidatesTags: (_license, error, { documentId }) => (error ? [] : tagsOf(documentId)),
    }),

    assignLicenseKey: build.mutation<LicenseDetail, About<AssignLicenseBody>>({
      query: ({ documentId, ...data }) => ({
        url: `${LICENSES}/${documentId}/assign`,
        method: 'POST',
        data,
      }),
      transformResponse: dataOf<LicenseDetail>,
      invalidatesTags: (_license, error, { documentId }) => (error ? [] : tagsOf(documentId)),
    }),
  }),
});

export const {
  useGetLicenseKeyQuery,
  useGetLicenseKeyGeneratorsQuery,
  useGetLicenseKeyCustomersQuery,
  useCreateLicenseKeyCustomerMutation,
  useCreateLicenseKeyMutation,
  useUpdateLicenseKeyMutation,
  useAssignLicenseKeyMutation,
} = formsApi;
