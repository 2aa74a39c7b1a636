import { useCallback } from 'react';

import { Button } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { useTranslate } from '../../../i18n/useTranslate';
X

import { ProductFilter } from './ProductFilter';
import { SearchField } from './SearchField';
import { StateFilter } from './StateFilter';

export const ListFilters = ({ list }: { list: ListQuery }) => {
  const t = useTranslate();
  const { query, update } = list;
  // Replaces the history entry: Back should not replay the typing.
  const search = useCallback(
    (text: string) => {
      update({ _q: text }, { replace: true });
    },
    [update]
  );

  return (
    <>
      <SearchField value={query._q ?? ''} onSearch={search} />
      <ProductFilter list={list} />
      <StateFilter list={list} />
      {isFiltered(query) && (
        <Button
          variant="ghost"
          startIcon={<Cross />}
          onClick={() => {
            update(NO_FILTERS);
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
};
