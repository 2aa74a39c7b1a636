import { useMemo } from 'react';

import {
  ACTOR_TYPES,
  AUDIT_SORT_FIELDS,
  DEFAULT_AUDIT_SORT,
  type AuditListQuery,
  type AuditLogFilter,
} from '../../../../shared/audit';
import { MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { sortParser, type PageContext } from '../../../../shared/list';
import { AUDIT_ACTIONS } from '../../../../shared/states';
import { useListAddress, type UpdateAddress } from '../../list/useListAddress';
import { useListAnswer } from '../../list/useListAnswer';
import { useGetLicenseKeyAuditEntriesQuery } from '../../services/auditLog';
import { choiceIn, dayIn, pageIn, textIn } from '../../utils/searchParams';

const FILTERS = [
  '_q',
  'license',
  'actorType',
  'actorId',
  'action',
  'occurredFrom',
  'occurredTo',
] as const satisfies (keyof AuditLogFilter)[];

type Filters<Value> = Partial<Record<(typeof FILTERS)[number], Value>>;

export type AuditParams = Filters<string> &
  Partial<Record<'environment' | 'sort' | 'page' | 'entry', string>>;

export const NO_FILTERS: Filters<undefined> = Object.fromEntries(
  FILTERS.map((name) => [name, undefined])
);

/** What belongs to one environment, so its filter cannot come along to another. */
export const NO_SCOPED_FILTERS = { license: undefined };

export const isFiltered = (query: AuditListQuery): boolean =>
  FILTERS.some((name) => query[name] !== undefined);

/** What the log is filtered by, as the server takes it. */
export const filterIn = (query: AuditListQuery): AuditLogFilter =>
  Object.fromEntries(FILTERS.map((name) => [name, query[name]]));

const parseSort = sortParser(AUDIT_SORT_FIELDS);

/** The page of the log that the address asks for. */
export const useAuditList = ({ environments, defaultEnvironment }: PageContext['data']) => {
  const { params, update: updateAddress } = useListAddress();
  const update: UpdateAddress<AuditParams> = updateAddress;

  const sort = parseSort(params.get('sort')) ?? DEFAULT_AUDIT_SORT;
  const query = useMemo(
    () =>
      ({
        environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
        _q: textIn(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
        license: textIn(params, 'license'),
        actorType: choiceIn(params, 'actorType', ACTOR_TYPES),
        actorId: textIn(params, 'actorId'),
        action: choiceIn(params, 'action', AUDIT_ACTIONS),
        occurredFrom: dayIn(params, 'occurredFrom'),
        occurredTo: dayIn(params, 'occurredTo'),
        sort: `${sort.field}:${sort.order}`,
        ...pageIn(params),
      }) satisfies AuditListQuery,
    [params, environments, defaultEnvironment, sort.field, sort.order]
  );
  const result = useListAnswer(
    useGetLicenseKeyAuditEntriesQuery(query, { refetchOnMountOrArgChange: true }),
    query,
    update
  );
  return { query, sort, update, result };
};

export type AuditList = ReturnType<typeof useAuditList>;
