import { adminApi } from '@strapi/strapi/admin';

import type {
  ActionBody,
  LicenseListAnswer,
  LicenseListItem,
  LicenseListQuery,
  PageContext,
  ProductOptions,
} from '../../../shared/list';
import { PLUGIN_ID } from '../../../shared/permissions';
import type { PlainAction } from '../../../shared/states';

export interface LicensePage extends LicenseListAnswer {
  /** What was asked for: while the next answer is on its way, the page still shows this one. */
  query: LicenseListQuery;
}

interface RunAction extends ActionBody {
  documentId: string;
  action: PlainAction;
}

const LICENSES = `/${PLUGIN_ID}/licenses`;

/** The fetch client would put objects into the address without encoding them. */
export const encodeQuery = (query: object): string =>
  new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)])
  ).toString();

/** Endpoints of all plugins live in one `adminApi`: their names must be unique in the whole admin. */
const licenseKeysApi = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKey'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeysContext: build.query<PageContext['data'], undefined>({
      query: () => `/${PLUGIN_ID}/context`,
      transformResponse: ({ data }: PageContext) => data,
    }),

    getLicenseKeys: build.query<LicensePage, LicenseListQuery>({
      query: (query) => ({ url: LICENSES, method: 'GET', config: { params: encodeQuery(query) } }),
      transformResponse: (answer: LicenseListAnswer, _meta, query) => ({ ...answer, query }),
      providesTags: [{ type: 'LicenseKey', id: 'LIST' }],
    }),

    getLicenseKeyProducts: build.query<ProductOptions['data'], string>({
      query: (environment) => ({
        url: `/${PLUGIN_ID}/product-options`,
        method: 'GET',
        config: { params: encodeQuery({ environment }) },
      }),
      transformResponse: ({ data }: ProductOptions) => data,
    }),

    runLicenseKeyAction: build.mutation<{ data: LicenseListItem }, RunAction>({
      query: ({ documentId, action, ...body }) => ({
        url: `${LICENSES}/${documentId}/${action}`,
        method: 'POST',
        data: body,
      }),
      invalidatesTags: [{ type: 'LicenseKey', id: 'LIST' }],
    }),

    deleteLicenseKey: build.mutation<unknown, { documentId: string }>({
      query: ({ documentId }) => ({ url: `${LICENSES}/${documentId}`, method: 'DELETE' }),
      invalidatesTags: [{ type: 'LicenseKey', id: 'LIST' }],
    }),
  }),
});

export const {
  useGetLicenseKeysContextQuery,
  useGetLicenseKeysQuery,
  useGetLicenseKeyProductsQuery,
  useRunLicenseKeyActionMutation,
  useDeleteLicenseKeyMutation,
} = licenseKeysApi;
