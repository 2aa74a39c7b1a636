import { adminApi } from '@strapi/strapi/admin';

import type { Suggestions } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';

import { encodeQuery } from './licenses';

interface SuggestionQuery {
  environment: string;
  _q: string;
}

export interface SuggestionPage {
  found: Suggestions['data'];
  /** What was asked for: while the next answer is on its way, this one is still shown. */
  query: SuggestionQuery;
}

export const { useLazyGetLicenseKeySuggestionsQuery } = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeySuggestions: build.query<SuggestionPage, SuggestionQuery>({
      query: (query) => ({
        url: `/${PLUGIN_ID}/suggestions`,
        method: 'GET',
        config: { params: encodeQuery(query) },
      }),
      transformResponse: ({ data }: Suggestions, _meta, query) => ({ found: data, query }),
    }),
  }),
});
