import { adminApi } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../../../shared/permissions';
import type { RotateSigningKeysBody, SigningKeysAnswer } from '../../../shared/signing-keys';

const SIGNING_KEYS = `/${PLUGIN_ID}/signing-keys`;

export type SigningKeys = SigningKeysAnswer['data'];

const dataOf = ({ data }: SigningKeysAnswer): SigningKeys => data;

export const { useGetLicenseKeySigningKeysQuery, useRotateLicenseKeySigningKeysMutation } = adminApi
  .enhanceEndpoints({ addTagTypes: ['LicenseKeySigningKey'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getLicenseKeySigningKeys: build.query<SigningKeys, undefined>({
        query: () => SIGNING_KEYS,
        transformResponse: dataOf,
        providesTags: ['LicenseKeySigningKey'],
      }),

      rotateLicenseKeySigningKeys: build.mutation<SigningKeys, RotateSigningKeysBody>({
        query: (data) => ({ url: `${SIGNING_KEYS}/rotate`, method: 'POST', data }),
        transformResponse: dataOf,
        // After a refusal as well: somebody else may have rotated.
        invalidatesTags: ['LicenseKeySigningKey'],
      }),
    }),
  });
