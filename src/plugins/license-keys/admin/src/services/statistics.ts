import { adminApi } from '@strapi/strapi/admin';

import type { Statistics } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';

import { encodeQuery } from './licenses';

export const { useGetLicenseKeyStatisticsQuery } = adminApi
  .enhanceEndpoints({ addTagTypes: ['LicenseKey'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getLicenseKeyStatistics: build.query<Statistics['data'], string>({
        query: (environment) => ({
          url: `/${PLUGIN_ID}/statistics`,
          method: 'GET',
          config: { params: encodeQuery({ environment }) },
        }),
        transformResponse: ({ data }: Statistics) => data,
        providesTags: [{ type: 'LicenseKey', id: 'LIST' }],
      }),
    }),
  });
