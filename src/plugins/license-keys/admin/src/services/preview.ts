import { adminApi } from '@strapi/strapi/admin';

import {
  PREVIEW_HEADER,
  type ActivationItem,
  type AuditItem,
  type Paged,
  type PreviewAnswer,
  type UnlockAnswer,
  type UnlockBody,
} from '../../../shared/license';
import type { ActionBody } from '../../../shared/list';
import { PLUGIN_ID } from '../../../shared/permissions';

import { encodeQuery } from './licenses';

export type Preview = PreviewAnswer['data'];

interface PageOf {
  documentId: string;
  page: number;
}

interface DeactivateDevice extends ActionBody {
  /** documentIds. */
  activation: string;
  license: string;
}

const PAGE_SIZE = 10;

/** What the server gave for the password: in memory only, not in the store. The server says when it has ended. */
let unlocked: UnlockAnswer['data'] | undefined;

const ask = (documentId: string, what: string, query: object = {}) => ({
  url: `/${PLUGIN_ID}/licenses/${documentId}/${what}`,
  method: 'GET' as const,
  config: {
    params: encodeQuery(query),
    headers: unlocked && { [PREVIEW_HEADER]: unlocked.token },
  },
});

/** All of a license, and all that waits for the password. */
const tagsOf = (documentId: string) =>
  [{ type: 'LicenseKey', id: documentId }, { type: 'LicenseKeyPreview' }] as const;

const previewApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['LicenseKey', 'LicenseKeyPreview'] })
  .injectEndpoints({
    endpoints: (build) => ({
      unlockLicenseKeyPreview: build.mutation<null, UnlockBody>({
        query: (data) => ({ url: `/${PLUGIN_ID}/preview/unlock`, method: 'POST', data }),
        transformResponse: ({ data }: UnlockAnswer) => {
          unlocked = data;
          return null;
        },
        invalidatesTags: (_answer, error) => (error ? [] : ['LicenseKeyPreview']),
      }),

      getLicenseKeyPreview: build.query<Preview, string>({
        query: (documentId) => ask(documentId, 'preview'),
        transformResponse: ({ data }: PreviewAnswer) => data,
        providesTags: (_preview, _error, documentId) => tagsOf(documentId),
        keepUnusedDataFor: 0,
      }),

      getLicenseKeyActivations: build.query<Paged<ActivationItem>, PageOf>({
        query: ({ documentId, page }) =>
          ask(documentId, 'activations', { page, pageSize: PAGE_SIZE }),
        providesTags: (_page, _error, { documentId }) => tagsOf(documentId),
        keepUnusedDataFor: 0,
      }),

      getLicenseKeyAudit: build.query<Paged<AuditItem>, PageOf>({
        query: ({ documentId, page }) => ask(documentId, 'audit', { page, pageSize: PAGE_SIZE }),
        providesTags: (_page, _error, { documentId }) => tagsOf(documentId),
        keepUnusedDataFor: 0,
      }),

      deactivateLicenseKeyDevice: build.mutation<unknown, DeactivateDevice>({
        query: ({ activation, reason }) => ({
          url: `/${PLUGIN_ID}/activations/${activation}/deactivate`,
          method: 'POST',
          data: { reason },
        }),
        invalidatesTags: (_answer, error, { license }) =>
          error
            ? []
            : [
                { type: 'LicenseKey', id: 'LIST' },
                { type: 'LicenseKey', id: license },
              ],
      }),
    }),
  });

export const {
  useUnlockLicenseKeyPreviewMutation,
  useGetLicenseKeyPreviewQuery,
  useGetLicenseKeyActivationsQuery,
  useGetLicenseKeyAuditQuery,
  useDeactivateLicenseKeyDeviceMutation,
} = previewApi;
