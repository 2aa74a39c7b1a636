import { useMemo } from 'react';

import {
  DEFAULT_CATALOG_SORT,
  type CatalogQuery,
  type CatalogSort,
} from '../../../../shared/catalog';
import { MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import type { PageContext } from '../../../../shared/list';
import { useListAddress, type UpdateAddress } from '../../list/useListAddress';
import { choiceIn, pageIn, textIn } from '../../utils/searchParams';

export interface CatalogList<Field extends string> {
  query: CatalogQuery & { page: number };
  sort: CatalogSort<Field | 'name'>;
  update: UpdateAddress<Partial<Record<'environment' | '_q' | 'sort' | 'page', string>>>;
}

/** What the address says of the list; it can be sorted by what `parseSort` reads. */
export const useCatalogQuery = <Field extends string>(
  { environments, defaultEnvironment }: PageContext['data'],
  parseSort: (value: unknown) => CatalogSort<Field> | undefined
): CatalogList<Field> => {
  const { params, update } = useListAddress();

  return useMemo(() => {
    const sort = parseSort(params.get('sort')) ?? DEFAULT_CATALOG_SORT;
    const query = {
      environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
      _q: textIn(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
      sort: `${sort.field}:${sort.order}`,
      ...pageIn(params),
    };
    return { query, sort, update };
  }, [params, environments, defaultEnvironment, parseSort, update]);
};
