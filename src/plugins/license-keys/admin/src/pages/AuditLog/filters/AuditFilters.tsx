import { Box } from '@strapi/design-system';

import { AUDIT_ACTIONS } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';
import { FilterBar } from '../../../list/filters/FilterBar';
import { FilterPanel } from '../../../list/filters/FilterPanel';
import { FilterSelect } from '../../../list/filters/FilterSelect';
import { PeriodFilter } from '../../../list/filters/PeriodFilter';
import { ListSearch } from '../../../list/ListSearch';
import { isFiltered, NO_FILTERS, type AuditList } from '../useAuditList';

import { ActorFilter } from './ActorFilter';
import { useAuditChips } from './useAuditChips';

export const AuditFilters = ({ list }: { list: AuditList }) => {
  const t = useTranslate();
  const { query, update } = list;
  const chips = useAuditChips(list);

  return (
    <FilterBar isFiltered={isFiltered(query)} chips={chips} onChange={update} cleared={NO_FILTERS}>
      <ListSearch label={t('auditLog.search')} value={query._q} update={update} />
      <Box width="20rem">
        <FilterSelect
          label={t('auditLog.action')}
          allLabel={t('auditLog.action.all')}
          options={AUDIT_ACTIONS.map((action) => ({
            value: action,
            label: t(`audit.${action}`),
          }))}
          value={query.action}
          onChange={(action) => {
            update({ action });
          }}
        />
      </Box>
      <FilterPanel>
        <ActorFilter list={list} />
        <PeriodFilter
          label={t('auditLog.occurredAt')}
          choices={[]}
          value={{ from: query.occurredFrom, to: query.occurredTo }}
          onChange={({ from, to }) => {
            update({ occurredFrom: from, occurredTo: to });
          }}
        />
      </FilterPanel>
    </FilterBar>
  );
};
