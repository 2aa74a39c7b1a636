import { adminApi } from '@strapi/strapi/admin';

import type {
  DeviceBulkBody,
  DeviceBulkStartBody,
  DeviceDryRun,
  DeviceItem,
  DeviceListQuery,
} from '../../../shared/devices';
import type { JobItem } from '../../../shared/jobs';
import type { Paged } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';
import type { AnsweredPage } from '../list/useListAnswer';

import { encodeQuery } from './licenses';

export type DevicePage = AnsweredPage<DeviceItem, DeviceListQuery>;

const DEVICES = `/${PLUGIN_ID}/activations`;

const devicesApi = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKey'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyDevices: build.query<DevicePage, DeviceListQuery>({
      query: (query) => ({ url: DEVICES, method: 'GET', config: { params: encodeQuery(query) } }),
      transformResponse: (answer: Paged<DeviceItem>, _meta, query) => ({ ...answer, query }),
      // What changes licenses or their devices changes this list too.
      providesTags: [{ type: 'LicenseKey', id: 'LIST' }],
    }),

    dryRunLicenseKeyDevices: build.mutation<DeviceDryRun['data'], DeviceBulkBody>({
      query: (data) => ({ url: `${DEVICES}/bulk/dry-run`, method: 'POST', data }),
      transformResponse: ({ data }: DeviceDryRun) => data,
    }),

    startLicenseKeyDevices: build.mutation<JobItem, DeviceBulkStartBody>({
      query: (data) => ({ url: `${DEVICES}/bulk`, method: 'POST', data }),
      transformResponse: ({ data }: { data: JobItem }) => data,
    }),
  }),
});

export const {
  useGetLicenseKeyDevicesQuery,
  useDryRunLicenseKeyDevicesMutation,
  useStartLicenseKeyDevicesMutation,
} = devicesApi;
