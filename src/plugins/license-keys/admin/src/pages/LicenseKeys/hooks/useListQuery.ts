import { useCallback, useMemo } from 'react';

import { useSearchParams } from 'react-router-dom';

import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_SORT,
  formatSort,
  PAGE_SIZES,
  parseSort,
  type LicenseListQuery,
  type ListSort,
  type PageContext,
} from '../../../../../shared/list';
import { isState } from '../../../../../shared/states';

export type ListParams = Partial<
  Record<'environment' | '_q' | 'product' | 'state' | 'sort' | 'page', string>
>;

export type UpdateList = (changes: ListParams, options?: { replace: boolean }) => void;

export interface ListQuery {
  query: LicenseListQuery & { page: number };
  sort: ListSort;
  update: UpdateList;
}

export const isFiltered = ({ _q, product, state }: LicenseListQuery): boolean =>
  Boolean(_q ?? product ?? state);

export const NO_FILTERS = { _q: undefined, product: undefined, state: undefined };

const textOf = (params: URLSearchParams, name: string): string | undefined => {
  const text = params.get(name)?.trim();
  return text === '' ? undefined : text;
};

/** What stands in the address may be mistyped or outdated: what is not valid there is not there. */
const readQuery = (params: URLSearchParams, context: PageContext['data'], sort: ListSort) => {
  const environment = context.environments.find((name) => name === params.get('environment'));
  const state = params.get('state');
  const page = Number(params.get('page'));
  const pageSize = PAGE_SIZES.find((size) => String(size) === params.get('pageSize'));

  return {
    environment: environment ?? context.defaultEnvironment,
    _q: textOf(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
    product: textOf(params, 'product'),
    state: isState(state) ? state : undefined,
    sort: formatSort(sort),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: pageSize ?? DEFAULT_PAGE_SIZE,
  } satisfies LicenseListQuery;
};

/** The address holds the whole state of the list, so a bookmark restores it and Back undoes it. */
export const useListQuery = (context: PageContext['data']): ListQuery => {
  const [params, setParams] = useSearchParams();

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
    const query = readQuery(params, context, sort);
    return { query, sort, update };
  }, [params, context, update]);
};
