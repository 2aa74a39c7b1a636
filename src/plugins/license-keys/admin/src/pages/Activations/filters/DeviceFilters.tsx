import { Box } from '@strapi/design-system';

import { DEVICE_STATUSES } from '../../../../../shared/devices';
import { useTranslate } from '../../../i18n/useTranslate';
import { CustomerFilter } from '../../../list/filters/CustomerFilter';
import { FilterBar } from '../../../list/filters/FilterBar';
import { FilterPanel } from '../../../list/filters/FilterPanel';
import { FilterSelect } from '../../../list/filters/FilterSelect';
import { PeriodFilter } from '../../../list/filters/PeriodFilter';
import { ProductFilter } from '../../../list/filters/ProductFilter';
import { ListSearch } from '../../../list/ListSearch';
import { isFiltered, NO_FILTERS } from '../hooks/deviceParams';
import type { DeviceQuery } from '../hooks/useDeviceQuery';

import { IdleFilter } from './IdleFilter';
import { STATUS_LABELS, useDeviceChips } from './useDeviceChips';

export const DeviceFilters = ({ list }: { list: DeviceQuery }) => {
  const t = useTranslate();
  const chips = useDeviceChips(list.query);
  const { query, update } = list;
  const { environment, activatedFrom, activatedTo } = query;

  return (
    <FilterBar isFiltered={isFiltered(query)} chips={chips} onChange={update} cleared={NO_FILTERS}>
      <ListSearch
        label={t('devices.search')}
        placeholder={t('devices.search.placeholder')}
        value={query._q}
        update={update}
      />
      <Box width="18rem">
        <ProductFilter
          environment={environment}
          value={query.product}
          onChange={(product) => {
            update({ product });
          }}
        />
      </Box>
      <Box width="16rem">
        <FilterSelect
          label={t('activation.state')}
          allLabel={t('filter.state.all')}
          options={DEVICE_STATUSES.map((status) => ({
            value: status,
            label: t(STATUS_LABELS[status]),
          }))}
          value={query.status}
          onChange={(status) => {
            update({ status });
          }}
        />
      </Box>
      <FilterPanel>
        <IdleFilter list={list} />
        <CustomerFilter
          environment={environment}
          value={query.customer}
          onChange={(customer) => {
            update({ customer });
          }}
        />
        <PeriodFilter
          label={t('devices.activatedAt')}
          choices={[]}
          value={{ from: activatedFrom, to: activatedTo }}
          onChange={({ from, to }) => {
            update({ activatedFrom: from, activatedTo: to });
          }}
        />
        <PeriodFilter
          label={t('devices.lastVerifiedAt')}
          choices={[]}
          value={{ from: query.verifiedFrom, to: query.verifiedTo }}
          onChange={({ from, to }) => {
            update({ verifiedFrom: from, verifiedTo: to });
          }}
        />
      </FilterPanel>
    </FilterBar>
  );
};
