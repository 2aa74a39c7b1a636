import { adminApi } from '@strapi/strapi/admin';

import type {
  ActorType,
  AuditActor,
  AuditActors,
  AuditEntryAnswer,
  AuditItem,
  AuditListQuery,
  AuditStatus,
  ChainStatus,
} from '../../../shared/audit';
import type { Paged } from '../../../shared/license';
import { PLUGIN_ID } from '../../../shared/permissions';

import { encodeQuery } from './licenses';

export type AuditEntryDetail = AuditEntryAnswer['data'];

export interface AuditPage extends Paged<AuditItem> {
  /** What was asked for: while the next answer is on its way, the page still shows this one. */
  query: AuditListQuery;
}

interface ActorsQuery {
  environment: string;
  _q?: string;
  actorType?: ActorType;
  actorId?: string;
}

const ask = (what: string, query: object) => ({
  url: `/${PLUGIN_ID}/${what}`,
  method: 'GET' as const,
  config: { params: encodeQuery(query) },
});

/** As long as the administrator may go on working: what was verified, and when, stays to be seen. */
const SESSION = 24 * 60 * 60;

const auditLogApi = adminApi.enhanceEndpoints({ addTagTypes: ['LicenseKey'] }).injectEndpoints({
  endpoints: (build) => ({
    getLicenseKeyAuditEntries: build.query<AuditPage, AuditListQuery>({
      query: (query) => ask('audit-entries', query),
      transformResponse: (answer: Paged<AuditItem>, _meta, query) => ({ ...answer, query }),
      providesTags: [{ type: 'LicenseKey', id: 'LIST' }],
    }),

    getLicenseKeyAuditEntry: build.query<AuditEntryDetail, string>({
      query: (id) => ask(`audit-entries/${encodeURIComponent(id)}`, {}),
      transformResponse: ({ data }: AuditEntryAnswer) => data,
      // Whether its chain holds is to be found out each time.
      keepUnusedDataFor: 0,
    }),

    getLicenseKeyAuditActors: build.query<AuditActor[], ActorsQuery>({
      query: (query) => ask('audit-actors', query),
      transformResponse: ({ data }: AuditActors) => data,
      keepUnusedDataFor: 0,
    }),

    getLicenseKeyAuditStatus: build.query<ChainStatus, string>({
      query: (environment) => ask('audit-status', { environment }),
      transformResponse: ({ data }: AuditStatus) => data,
      keepUnusedDataFor: SESSION,
    }),
  }),
});

export const {
  useGetLicenseKeyAuditEntriesQuery,
  useGetLicenseKeyAuditEntryQuery,
  useGetLicenseKeyAuditActorsQuery,
  useLazyGetLicenseKeyAuditStatusQuery,
} = auditLogApi;

export const { useQueryState: useLicenseKeyAuditStatus } =
  auditLogApi.endpoints.getLicenseKeyAuditStatus;
