import { Box } from '@strapi/design-system';

import { isFiltered, NO_FILTERS } from '../hooks/listParams';
import type { ListQuery } from '../hooks/useListQuery';
import { SearchField } from '../search/SearchField';
import { SavedViews } from '../views/SavedViews';

import { FilterBar } from '../../../list/filters/FilterBar';
import { ProductFilter } from '../../../list/filters/ProductFilter';
import { useFilterChips } from './chips/useFilterChips';
import { MoreFilters } from './more/MoreFilters';
import { StateFilter } from './StateFilter';

export const ListFilters = ({ list }: { list: ListQuery }) => {
  const chips = useFilterChips(list);

  return (
    <FilterBar
      isFiltered={isFiltered(list.query)}
      chips={chips}
      onChange={list.update}
      cleared={NO_FILTERS}
    >
      <SearchField list={list} />
      <Box width="18rem">
        <ProductFilter
          environment={list.query.environment}
          value={list.query.product}
          onChange={(product) => {
            list.update({ product });
          }}
        />
      </Box>
      <Box width="16rem">
        <StateFilter list={list} />
      </Box>
      <MoreFilters list={list} />
      <SavedViews list={list} />
    </FilterBar>
  );
};
