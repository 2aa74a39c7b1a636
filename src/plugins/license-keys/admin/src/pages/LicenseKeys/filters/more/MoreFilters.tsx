import { CustomerFilter } from '../../../../list/filters/CustomerFilter';
import { FilterPanel } from '../../../../list/filters/FilterPanel';
import type { ListQuery } from '../../hooks/useListQuery';

import { CreatedFilter } from './CreatedFilter';
import { ExpiryFilter } from './ExpiryFilter';
import { GeneratorFilter } from './GeneratorFilter';
import { UseFilter } from './UseFilter';

export const MoreFilters = ({ list }: { list: ListQuery }) => (
  <FilterPanel>
    <CustomerFilter
      environment={list.query.environment}
      value={list.query.customer}
      onChange={(customer) => {
        list.update({ customer });
      }}
    />
    <GeneratorFilter list={list} />
    <CreatedFilter list={list} />
    <ExpiryFilter list={list} />
    <UseFilter list={list} />
  </FilterPanel>
);
