import { Box } from '@strapi/design-system';

import { KEY_TYPES } from '../../../../../shared/key-format';
import { useTranslate } from '../../../i18n/useTranslate';
import { FilterBar } from '../../../list/filters/FilterBar';
import { FilterSelect } from '../../../list/filters/FilterSelect';
import { ProductFilter } from '../../../list/filters/ProductFilter';
import { ListSearch } from '../../../list/ListSearch';
import { isFiltered, NO_FILTERS, type GeneratorList } from '../hooks/useGeneratorList';

import { useGeneratorChips } from './useGeneratorChips';

export const GeneratorFilters = ({ list: { query, update } }: { list: GeneratorList }) => {
  const t = useTranslate();
  const chips = useGeneratorChips(query);

  return (
    <FilterBar isFiltered={isFiltered(query)} chips={chips} onChange={update} cleared={NO_FILTERS}>
      <ListSearch label={t('generators.search')} value={query._q} update={update} />
      <Box width="18rem">
        <ProductFilter
          environment={query.environment}
          value={query.product}
          onChange={(product) => {
            update({ product });
          }}
        />
      </Box>
      <Box width="16rem">
        <FilterSelect
          label={t('generators.column.type')}
          allLabel={t('generators.type.all')}
          options={KEY_TYPES.map((type) => ({
            value: type,
            label: t(`generators.type.${type}`),
          }))}
          value={query.type}
          onChange={(type) => {
            update({ type });
          }}
        />
      </Box>
      <Box width="16rem">
        <FilterSelect<'true' | 'false'>
          label={t('filter.state')}
          allLabel={t('filter.state.all')}
          options={[
            { value: 'true', label: t('product.active') },
            { value: 'false', label: t('product.inactive') },
          ]}
          value={query.active}
          onChange={(active) => {
            update({ active });
          }}
        />
      </Box>
    </FilterBar>
  );
};
