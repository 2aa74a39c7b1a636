import { adminApi } from '@strapi/strapi/admin';

import type {
  CreateGeneratorBody,
  EditGeneratorBody,
  FormatPreview,
  FormatPreviewBody,
  GenerateAnswer,
  GenerateBody,
  GeneratorDetail,
  GeneratorListItem,
  GeneratorListQuery,
  KeyFunctions,
} from '../../../shared/generators';
import type { Paged } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';
import type { PoolHealth, PoolItem } from '../../../shared/pool';
import type { AnsweredPage } from '../list/useListAnswer';

import { encodeQuery } from './licenses';

export type Generated = GenerateAnswer['data'];

type About<Body> = Body & { documentId: string };

const GENERATORS = `/${PLUGIN_ID}/generators`;

const dataOf = <Data>({ data }: { data: Data }): Data => data;

const LIST = { type: 'LicenseKeyGenerator', id: 'LIST' } as const;
const LICENSES = { type: 'LicenseKey', id: 'LIST' } as const;

/** The list and all that is shown of one generator. */
const tagsOf = (documentId: string) =>
  [LIST, { type: 'LicenseKeyGenerator', id: documentId }] as const;

export const {
  useGetLicenseKeyGeneratorPageQuery,
  useGetLicenseKeyGeneratorQuery,
  usePreviewLicenseKeyFormatQuery,
  useGetLicenseKeyFunctionsQuery,
  useGetLicenseKeyPoolsQuery,
  useCreateLicenseKeyGeneratorMutation,
  useUpdateLicenseKeyGeneratorMutation,
  useSwitchLicenseKeyGeneratorMutation,
  useDeleteLicenseKeyGeneratorMutation,
  useGenerateLicenseKeysMutation,
} = adminApi
  .enhanceEndpoints({ addTagTypes: ['LicenseKey', 'LicenseKeyGenerator'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getLicenseKeyGeneratorPage: build.query<
        AnsweredPage<GeneratorListItem, GeneratorListQuery>,
        GeneratorListQuery
      >({
        query: (query) => ({
          url: GENERATORS,
          method: 'GET',
          config: { params: encodeQuery(query) },
        }),
        transformResponse: (answer: Paged<GeneratorListItem>, _meta, query) => ({
          ...answer,
          query,
        }),
        // It counts licenses.
        providesTags: [LIST, LICENSES],
      }),

      getLicenseKeyGenerator: build.query<GeneratorDetail, string>({
        query: (documentId) => `${GENERATORS}/${documentId}`,
        transformResponse: dataOf<GeneratorDetail>,
        providesTags: (_generator, _error, id) => [{ type: 'LicenseKeyGenerator', id }],
        // A form begins with what is true now, not with what was when the last one closed.
        keepUnusedDataFor: 0,
      }),

      previewLicenseKeyFormat: build.query<FormatPreview['data'], FormatPreviewBody>({
        query: (data) => ({ url: `${GENERATORS}/preview`, method: 'POST', data }),
        transformResponse: dataOf<FormatPreview['data']>,
        keepUnusedDataFor: 0,
      }),

      getLicenseKeyFunctions: build.query<KeyFunctions['data'], undefined>({
        query: () => `/${PLUGIN_ID}/key-functions`,
        transformResponse: dataOf<KeyFunctions['data']>,
      }),

      getLicenseKeyPools: build.query<PoolItem[], string>({
        query: (environment) => ({
          url: `/${PLUGIN_ID}/pool-health`,
          method: 'GET',
          config: { params: encodeQuery({ environment }) },
        }),
        transformResponse: dataOf<PoolHealth['data']>,
        providesTags: [LIST, LICENSES],
      }),

      createLicenseKeyGenerator: build.mutation<GeneratorDetail, CreateGeneratorBody>({
        query: (data) => ({ url: GENERATORS, method: 'POST', data }),
        transformResponse: dataOf<GeneratorDetail>,
        invalidatesTags: [LIST],
      }),

      updateLicenseKeyGenerator: build.mutation<GeneratorDetail, About<EditGeneratorBody>>({
        query: ({ documentId, ...data }) => ({
          url: `${GENERATORS}/${documentId}`,
          method: 'PUT',
          data,
        }),
        transformResponse: dataOf<GeneratorDetail>,
        invalidatesTags: (_generator, error, { documentId }) => (error ? [] : tagsOf(documentId)),
      }),

      switchLicenseKeyGenerator: build.mutation<GeneratorDetail, About<{ active: boolean }>>({
        query: ({ documentId, active }) => ({
          url: `${GENERATORS}/${documentId}/${active ? 'activate' : 'deactivate'}`,
          method: 'POST',
        }),
        transformResponse: dataOf<GeneratorDetail>,
        invalidatesTags: (_generator, _error, { documentId }) => tagsOf(documentId),
      }),

      deleteLicenseKeyGenerator: build.mutation<unknown, { documentId: string }>({
        query: ({ documentId }) => ({ url: `${GENERATORS}/${documentId}`, method: 'DELETE' }),
        invalidatesTags: [LIST],
      }),

      generateLicenseKeys: build.mutation<Generated, About<GenerateBody>>({
        query: ({ documentId, ...data }) => ({
          url: `${GENERATORS}/${documentId}/generate`,
          method: 'POST',
          data,
        }),
        transformResponse: dataOf<Generated>,
        invalidatesTags: (_answer, error) => (error ? [] : [LIST, LICENSES]),
      }),
    }),
  });
