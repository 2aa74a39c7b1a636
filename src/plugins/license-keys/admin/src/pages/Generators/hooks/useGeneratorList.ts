import { useMemo } from 'react';

import {
  DEFAULT_GENERATOR_SORT,
  parseGeneratorSort,
  type GeneratorListQuery,
  type GeneratorSort,
} from '../../../../../shared/generators';
import { KEY_TYPES } from '../../../../../shared/key-format';
import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import type { PageContext } from '../../../../../shared/list';
import { useListAddress, type UpdateAddress } from '../../../list/useListAddress';
import { useListAnswer } from '../../../list/useListAnswer';
import { useGetLicenseKeyGeneratorPageQuery } from '../../../services/generators';
import { choiceIn, pageIn, textIn } from '../../../utils/searchParams';

const FILTERS = ['_q', 'product', 'type', 'active'] as const;
type FilterParam = (typeof FILTERS)[number];

export const NO_FILTERS: Partial<Record<FilterParam, undefined>> = Object.fromEntries(
  FILTERS.map((name) => [name, undefined])
);

/** What the address holds of the list. */
export type ListParams = Partial<Record<FilterParam | 'environment' | 'sort' | 'page', string>>;

export const isFiltered = (query: GeneratorListQuery): boolean =>
  FILTERS.some((name) => query[name] !== undefined);

export interface GeneratorList {
  query: GeneratorListQuery & { page: number };
  sort: GeneratorSort;
  update: UpdateAddress<ListParams>;
}

/** What the address says of the list of generators. */
export const useGeneratorList = ({
  environments,
  defaultEnvironment,
}: PageContext['data']): GeneratorList => {
  const { params, update } = useListAddress();

  return useMemo(() => {
    const sort = parseGeneratorSort(params.get('sort')) ?? DEFAULT_GENERATOR_SORT;
    const query = {
      environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
      _q: textIn(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
      product: textIn(params, 'product'),
      type: choiceIn(params, 'type', KEY_TYPES),
      active: choiceIn(params, 'active', ['true', 'false'] as const),
      sort: `${sort.field}:${sort.order}`,
      ...pageIn(params),
    } satisfies GeneratorListQuery;
    return { query, sort, update };
  }, [params, environments, defaultEnvironment, update]);
};

/** The page of the list that the address asks for. */
export const useGenerators = ({ query, update }: GeneratorList) =>
  useListAnswer(
    useGetLicenseKeyGeneratorPageQuery(query, { refetchOnMountOrArgChange: true }),
    query,
    update
  );

export type GeneratorsResult = ReturnType<typeof useGenerators>;
