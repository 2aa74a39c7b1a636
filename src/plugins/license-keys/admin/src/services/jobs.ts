import { adminApi } from '@strapi/strapi/admin';

import type { JobItem, JobListQuery, JobOutcome, JobResultsAnswer } from '../../../shared/jobs';
import type { Paged } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';
import type { AnsweredPage } from '../list/useListAnswer';

import { jobUrl } from './bulk';
import { encodeQuery } from './licenses';

interface ResultsQuery {
  id: number;
  outcome: JobOutcome | undefined;
  /** Results before it are here already. */
  after: number | undefined;
}

const PAGE_SIZE = 50;

export const {
  useGetLicenseKeyJobsQuery,
  useGetLicenseKeyJobResultsQuery,
  useDeleteLicenseKeyJobMutation,
} = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKeyJob'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyJobs: build.query<AnsweredPage<JobItem, JobListQuery>, JobListQuery>({
      query: (query) => ({
        url: `/${PLUGIN_ID}/jobs`,
        method: 'GET',
        config: { params: encodeQuery(query) },
      }),
      transformResponse: (answer: Paged<JobItem>, _meta, query) => ({ ...answer, query }),
      providesTags: [{ type: 'LicenseKeyJob', id: 'LIST' }],
    }),

    /** All results up to here: what comes next is added to what there is. */
    getLicenseKeyJobResults: build.query<JobResultsAnswer, ResultsQuery>({
      query: ({ id, outcome, after }) => ({
        url: `${jobUrl(id)}/items`,
        method: 'GET',
        config: { params: encodeQuery({ outcome, after, pageSize: PAGE_SIZE }) },
      }),
      serializeQueryArgs: ({ queryArgs: { id, outcome } }) => ({ id, outcome }),
      merge: (known, next, { arg: { after } }) => ({
        ...next,
        data: after === undefined ? next.data : [...known.data, ...next.data],
      }),
      forceRefetch: ({ currentArg, previousArg }) => currentArg?.after !== previousArg?.after,
    }),

    deleteLicenseKeyJob: build.mutation<unknown, number>({
      query: (id) => ({ url: jobUrl(id), method: 'DELETE' }),
      invalidatesTags: [{ type: 'LicenseKeyJob', id: 'LIST' }],
    }),
  }),
});
