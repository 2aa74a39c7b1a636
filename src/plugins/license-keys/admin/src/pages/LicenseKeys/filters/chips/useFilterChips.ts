import { useTranslate } from '../../../../i18n/useTranslate';
import type { FilterChip } from '../../../../list/filters/FilterChips';
import type { ListParams } from '../../hooks/listParams';
import type { ListQuery } from '../../hooks/useListQuery';

import { useFilterNames } from '../../../../list/filters/useFilterNames';
import { useRangeText } from '../../../../list/filters/useRangeText';

/** Stands for a name until it is here. */
const UNKNOWN = '…';

/** The filters that are on, in words. The search text is none: its field shows it. */
export const useFilterChips = ({ query, created }: ListQuery): FilterChip<ListParams>[] => {
  const t = useTranslate();
  const names = useFilterNames(query);
  const rangeText = useRangeText();
  const { product, state, customer, generator, expires, use, job } = query;

  const chips: (Omit<FilterChip<ListParams>, 'value'> & { value: string | undefined })[] = [
    {
      label: t('filter.product'),
      value: product && (names.product ?? UNKNOWN),
      without: { product: undefined },
    },
    {
      label: t('filter.state'),
      value: state && t(`state.${state}`),
      without: { state: undefined },
    },
    {
      label: t('column.customer'),
      value: customer && (names.customer ?? UNKNOWN),
      without: { customer: undefined },
    },
    {
      label: t('filter.generator'),
      value: generator && (names.generator ?? UNKNOWN),
      without: { generator: undefined },
    },
    {
      label: t('column.createdAt'),
      value: created
        ? t(`filter.created.${created}`)
        : rangeText(query.createdFrom, query.createdTo),
      without: { created: undefined, createdFrom: undefined, createdTo: undefined },
    },
    {
      label: t('column.expiresAt'),
      value: expires
        ? t(`filter.expires.${expires}`)
        : rangeText(query.expiresFrom, query.expiresTo),
      without: { expires: undefined, expiresFrom: undefined, expiresTo: undefined },
    },
    {
      label: t('filter.use'),
      value: use && t(`filter.use.${use}`),
      without: { use: undefined },
    },
    {
      label: t('filter.job'),
      value: job === undefined ? undefined : `#${job}`,
      without: { job: undefined },
    },
  ];

  return chips.flatMap(({ value, ...chip }) => (value === undefined ? [] : [{ ...chip, value }]));
};
