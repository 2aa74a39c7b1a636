import { adminApi } from '@strapi/strapi/admin';

import type { ImportItem, ImportMapping, ImportReport, UploadQuery } from '../../../shared/imports';
import type { JobItem, JobResult, JobResultsAnswer } from '../../../shared/jobs';
import { PLUGIN_ID } from '../../../shared/permissions';

import { jobUrl } from './bulk';
import { encodeQuery } from './licenses';

interface Mapped {
  id: number;
  mapping: ImportMapping;
}

/** Of a short file what would come of it; of a long one the job that finds out. */
export type ImportCheck = { report: ImportReport } | { job: JobItem };

const IMPORTS = `/${PLUGIN_ID}/imports`;

export const uploadUrl = (query: UploadQuery): string => `${IMPORTS}?${encodeQuery(query)}`;

export const {
  useGetLicenseKeyImportQuery,
  useCheckLicenseKeyImportQuery,
  useStartLicenseKeyImportMutation,
  useDeleteLicenseKeyImportMutation,
  useGetLicenseKeyRefusalsQuery,
} = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyImport: build.query<ImportItem, number>({
      query: (id) => `${IMPORTS}/${id}`,
      transformResponse: ({ data }: { data: ImportItem }) => data,
      keepUnusedDataFor: 0,
    }),

    /** Changes nothing, so whoever reloads the page asks again. */
    checkLicenseKeyImport: build.query<ImportCheck, Mapped>({
      query: ({ id, mapping }) => ({
        url: `${IMPORTS}/${id}/dry-run`,
        method: 'POST',
        data: { mapping },
      }),
      transformResponse: ({ data }: { data: ImportReport | JobItem }) =>
        'problems' in data ? { report: data } : { job: data },
      keepUnusedDataFor: 0,
    }),

    startLicenseKeyImport: build.mutation<JobItem, Mapped>({
      query: ({ id, mapping }) => ({
        url: `${IMPORTS}/${id}/commit`,
        method: 'POST',
        data: { mapping },
      }),
      transformResponse: ({ data }: { data: JobItem }) => data,
    }),

    deleteLicenseKeyImport: build.mutation<unknown, number>({
      query: (id) => ({ url: `${IMPORTS}/${id}`, method: 'DELETE' }),
    }),

    /** The first items of a job that has ended which a rule refused. */
    getLicenseKeyRefusals: build.query<JobResult[], number>({
      query: (id) => `${jobUrl(id)}/items?${encodeQuery({ outcome: 'refused', pageSize: 100 })}`,
      transformResponse: ({ data }: JobResultsAnswer) => data,
      keepUnusedDataFor: 0,
    }),
  }),
});
