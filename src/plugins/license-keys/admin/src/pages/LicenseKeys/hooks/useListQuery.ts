import { useCallback, useMemo } from 'react';

import { useSearchParams } from 'react-router-dom';

import {
  DEFAULT_SORT,
  parseSort,
  type LicenseListQuery,
  type ListSort,
  type PageContext,
} from '../../../../../shared/list';
import { useNow } from '../../../hooks/useNow';
import { dayOf } from '../../../utils/days';

import {
  createdIn,
  readListQuery,
  viewOf,
  type CreatedFilter,
  type ListParams,
} from './listParams';

export type UpdateList = (changes: ListParams, options?: { replace: boolean }) => void;

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

/** The address holds the whole state of the list, so a bookmark restores it and Back undoes it. */
export const useListQuery = (context: PageContext['data']): ListQuery => {
  const [params, setParams] = useSearchParams();
  const today = dayOf(useNow());

  /** Every change but the page's own leads to the first page; an empty value leaves the address. */
  const update = useCallback<UpdateList>(
    (changes, options) => {
      setParams((current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries({ page: undefined, ...changes })) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }, options);
    },
    [setParams]
  );

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
