import { adminApi } from '@strapi/strapi/admin';

import type { CatalogQuery, CustomerItem, ProductItem } from '../../../shared/catalog';
import type { Paged } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';
import type { AnsweredPage } from '../list/useListAnswer';

import { encodeQuery } from './licenses';

const ask = (what: string, query: CatalogQuery) => ({
  url: `/${PLUGIN_ID}/${what}`,
  method: 'GET' as const,
  config: { params: encodeQuery(query) },
});

/** What changes licenses changes what is counted here. */
const TAGS = [{ type: 'LicenseKey', id: 'LIST' }] as const;

const catalogApi = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKey'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyCustomerList: build.query<AnsweredPage<CustomerItem, CatalogQuery>, CatalogQuery>({
      query: (query) => ask('customers', query),
      transformResponse: (answer: Paged<CustomerItem>, _meta, query) => ({ ...answer, query }),
      providesTags: TAGS,
    }),

    getLicenseKeyProductList: build.query<AnsweredPage<ProductItem, CatalogQuery>, CatalogQuery>({
      query: (query) => ask('products', query),
      transformResponse: (answer: Paged<ProductItem>, _meta, query) => ({ ...answer, query }),
      providesTags: TAGS,
    }),
  }),
});

export const { useGetLicenseKeyCustomerListQuery, useGetLicenseKeyProductListQuery } = catalogApi;
