import type { GeneratorListQuery } from '../../../../../shared/generators';
import { useTranslate } from '../../../i18n/useTranslate';
import type { FilterChip } from '../../../list/filters/FilterChips';
import { useFilterNames } from '../../../list/filters/useFilterNames';
import type { ListParams } from '../hooks/useGeneratorList';

/** Stands for a name until it is here. */
const UNKNOWN = '…';

/** The filters that are on, in words. The search text is none: its field shows it. */
export const useGeneratorChips = (query: GeneratorListQuery): FilterChip<ListParams>[] => {
  const t = useTranslate();
  const { environment, product, type, active } = query;
  const names = useFilterNames({ environment, product });

  const chips: FilterChip<ListParams>[] = [];
  if (product) {
    chips.push({
      label: t('filter.product'),
      value: names.product ?? UNKNOWN,
      without: { product: undefined },
    });
  }
  if (type) {
    chips.push({
      label: t('generators.column.type'),
      value: t(`generators.type.${type}`),
      without: { type: undefined },
    });
  }
  if (active) {
    chips.push({
      label: t('filter.state'),
      value: t(active === 'true' ? 'product.active' : 'product.inactive'),
      without: { active: undefined },
    });
  }
  return chips;
};
