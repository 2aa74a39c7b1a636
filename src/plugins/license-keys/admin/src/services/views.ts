import { adminApi } from '@strapi/strapi/admin';

import type { SavedView, SaveViewBody } from '../../../shared/list';
import { PLUGIN_ID } from '../../../shared/permissions';

const VIEWS = `/${PLUGIN_ID}/views`;

/** A list that is there stays where nothing has changed. */
const changed = (_answer: unknown, error: unknown) => (error ? [] : (['LicenseKeyView'] as const));

export const {
  useGetLicenseKeyViewsQuery,
  useSaveLicenseKeyViewMutation,
  useDeleteLicenseKeyViewMutation,
} = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKeyView'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyViews: build.query<SavedView[], undefined>({
      query: () => VIEWS,
      transformResponse: ({ data }: { data: SavedView[] }) => data,
      providesTags: ['LicenseKeyView'],
    }),

    saveLicenseKeyView: build.mutation<unknown, SaveViewBody>({
      query: (data) => ({ url: VIEWS, method: 'POST', data }),
      invalidatesTags: changed,
    }),

    deleteLicenseKeyView: build.mutation<unknown, number>({
      query: (id) => ({ url: `${VIEWS}/${id}`, method: 'DELETE' }),
      invalidatesTags: changed,
    }),
  }),
});
