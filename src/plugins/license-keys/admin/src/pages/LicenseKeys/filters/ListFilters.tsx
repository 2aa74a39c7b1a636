import { useCallback, useRef } from 'react';

import { Box } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';

import { isFiltered } from '../hooks/listParams';
import type { ListQuery } from '../hooks/useListQuery';
import { SearchField } from '../search/SearchField';
import { SavedViews } from '../views/SavedViews';

import { FilterChips } from './chips/FilterChips';
import { MoreFilters } from './more/MoreFilters';
import { ProductFilter } from './ProductFilter';
import { StateFilter } from './StateFilter';

/** Everything that chooses which licenses are shown, and what is chosen now. */
export const ListFilters = ({ list }: { list: ListQuery }) => {
  const searchField = useRef<HTMLInputElement>(null);
  const focusSearch = useCallback(() => {
    searchField.current?.focus();
  }, []);

  return (
    <Layouts.Action
      startActions={
        <>
          <SearchField list={list} field={searchField} />
          <Box width="18rem">
            <ProductFilter list={list} />
          </Box>
          <Box width="16rem">
            <StateFilter list={list} />
          </Box>
          <MoreFilters list={list} />
          <SavedViews list={list} />
        </>
      }
      bottomActions={isFiltered(list.query) && <FilterChips list={list} onGone={focusSearch} />}
    />
  );
};
