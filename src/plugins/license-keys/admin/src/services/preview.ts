import { adminApi } from '@strapi/strapi/admin';

import type { AuditItem } from '../../../shared/audit';
import {
  PREVIEW_HEADER,
  type DeviceHistory,
  type Paged,
  type PreviewAnswer,
  type UnlockAnswer,
  type UnlockBody,
} from '../../../shared/license';
import type { ActionBody } from '../../../shared/list';
import type { OfflineFile } from '../../../shared/offline-file';
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

/** Where the tab keeps what the server gave for the password; the server says when it has ended. */
const TOKEN = `${PLUGIN_ID}.preview`;

const ask = (documentId: string, what: string, query: object = {}) => {
  const token = sessionStorage.getItem(TOKEN);
  return {
    url: `/${PLUGIN_ID}/licenses/${documentId}/${what}`,
    method: 'GET' as const,
    config: {
      params: encodeQuery(query),
      headers: token ? { [PREVIEW_HEADER]: token } : undefined,
    },
  };
};

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
          sessionStorage.setItem(TOKEN, data.token);
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

      getLicenseKeyActivations: build.query<Paged<DeviceHistory>, PageOf>({
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

      /** A new file each time that somebody looks: it lasts a day from then on. */
      getLicenseKeyOfflineFile: build.query<OfflineFile, string>({
        query: (documentId) => ask(documentId, 'offline-file'),
        providesTags: (_file, _error, documentId) => tagsOf(documentId),
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
  useGetLicenseKeyOfflineFileQuery,
  useDeactivateLicenseKeyDeviceMutation,
} = previewApi;
