import { useMemo } from 'react';

import {
  DEFAULT_SORT,
  parseSort,
  type LicenseListQuery,
  type ListSort,
  type PageContext,
} from '../../../../../shared/list';
import { useNow } from '../../../hooks/useNow';
import { useListAddress, type UpdateAddress } from '../../../list/useListAddress';
import { dayOf } from '../../../utils/days';

import {
  createdIn,
  readListQuery,
  viewOf,
  type CreatedFilter,
  type ListParams,
} from './listParams';

type UpdateList = UpdateAddress<ListParams>;

export interface ListQuery {
  query: LicenseListQuery & { page: number };
  sort: ListSort;
  /** The choice that `query.createdFrom` comes from, if it comes from one. */
  created: CreatedFilter | undefined;
  /** Environment, filters and sort as a query string. */
  view: string;
  update: UpdateList;
  openView: (view: string) => void;
}

/** What the address says of the list of licenses. */
export const useListQuery = (context: PageContext['data']): ListQuery => {
  const { params, setParams, update } = useListAddress();
  const today = dayOf(useNow());

  return useMemo(() => {
    const sort = parseSort(params.get('sort')) ?? DEFAULT_SORT;
    const query = readListQuery(params, context, sort, today);
    const created = createdIn(params);
    return {
      query,
      sort,
      created,
      view: viewOf(query, created),
      update,
      openView: setParams,
    };
  }, [params, context, today, update, setParams]);
};
