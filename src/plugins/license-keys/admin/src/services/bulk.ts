import { adminApi } from '@strapi/strapi/admin';

import type { BulkBody, BulkStartBody, DryRun } from '../../../shared/bulk';
import type { JobItem } from '../../../shared/jobs';
import { PLUGIN_ID } from '../../../shared/permissions';

interface JobAnswer {
  data: JobItem;
}

interface JobChange {
  id: number;
  verb: 'cancel' | 'retry';
}

const BULK = `/${PLUGIN_ID}/bulk`;

export const jobUrl = (id: number): string => `/${PLUGIN_ID}/jobs/${id}`;

export const hasEnded = ({ state }: JobItem): boolean => state !== 'queued' && state !== 'running';

const licenseKeysBulkApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['LicenseKey', 'LicenseKeyJob'] })
  .injectEndpoints({
    endpoints: (build) => ({
      dryRunLicenseKeyBulk: build.mutation<DryRun['data'], BulkBody>({
        query: (body) => ({ url: `${BULK}/dry-run`, method: 'POST', data: body }),
        transformResponse: ({ data }: DryRun) => data,
      }),

      startLicenseKeyBulk: build.mutation<JobItem, BulkStartBody>({
        query: (body) => ({ url: BULK, method: 'POST', data: body }),
        transformResponse: ({ data }: JobAnswer) => data,
      }),

      getLicenseKeyJob: build.query<JobItem, number>({
        query: jobUrl,
        transformResponse: ({ data }: JobAnswer) => data,
        providesTags: (_job, _error, id) => [{ type: 'LicenseKeyJob', id }],
        /** What a job did shows in the list once it has ended, whoever was watching. */
        async onQueryStarted(_id, { dispatch, queryFulfilled }) {
          const job = await queryFulfilled.then(
            ({ data }) => data,
            () => undefined
          );
          if (job && hasEnded(job)) {
            dispatch(licenseKeysBulkApi.util.invalidateTags([{ type: 'LicenseKey', id: 'LIST' }]));
          }
        },
      }),

      changeLicenseKeyJob: build.mutation<unknown, JobChange>({
        query: ({ id, verb }) => ({ url: `${jobUrl(id)}/${verb}`, method: 'POST' }),
        invalidatesTags: (_answer, _error, { id }) => [
          { type: 'LicenseKeyJob', id },
          { type: 'LicenseKeyJob', id: 'LIST' },
        ],
      }),
    }),
  });

export const {
  useDryRunLicenseKeyBulkMutation,
  useStartLicenseKeyBulkMutation,
  useGetLicenseKeyJobQuery,
  useChangeLicenseKeyJobMutation,
} = licenseKeysBulkApi;
