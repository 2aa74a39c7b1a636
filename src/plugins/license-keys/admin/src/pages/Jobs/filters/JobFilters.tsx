import { Box } from '@strapi/design-system';

import { JOB_STATES, JOB_TYPES } from '../../../../../shared/jobs';
import { Dot } from '../../../components/Pill';
import { useTranslate } from '../../../i18n/useTranslate';
import { JOB_TONES } from '../../../jobs/JobState';
import { FilterBar } from '../../../list/filters/FilterBar';
import { FilterPanel } from '../../../list/filters/FilterPanel';
import { FilterSelect } from '../../../list/filters/FilterSelect';
import { PeriodFilter } from '../../../list/filters/PeriodFilter';
import { CREATED_FILTERS } from '../../LicenseKeys/hooks/listParams';
import { isFiltered, ME, NO_JOB_FILTERS } from '../jobParams';
import type { JobQuery } from '../useJobQuery';

import { useJobChips } from './useJobChips';

export const JobFilters = ({ list }: { list: JobQuery }) => {
  const t = useTranslate();
  const chips = useJobChips(list);
  const { query, created, update } = list;

  return (
    <FilterBar
      isFiltered={isFiltered(query)}
      chips={chips}
      onChange={update}
      cleared={NO_JOB_FILTERS}
    >
      <Box width="20rem">
        <FilterSelect
          label={t('jobs.type')}
          allLabel={t('jobs.type.all')}
          options={JOB_TYPES.map((type) => ({ value: type, label: t(`jobs.type.${type}`) }))}
          value={query.type}
          onChange={(type) => {
            update({ type });
          }}
        />
      </Box>
      <Box width="18rem">
        <FilterSelect
          label={t('filter.state')}
          allLabel={t('filter.state.all')}
          options={JOB_STATES.map((state) => ({
            value: state,
            label: t(`job.state.${state}`),
            icon: <Dot tone={JOB_TONES[state]} />,
          }))}
          value={query.state}
          onChange={(state) => {
            update({ state });
          }}
        />
      </Box>
      <Box width="18rem">
        <FilterSelect
          label={t('jobs.requestedBy')}
          allLabel={t('jobs.requestedBy.all')}
          options={[{ value: ME, label: t('jobs.requestedBy.me') }]}
          value={query.requestedBy && ME}
          onChange={(requestedBy) => {
            update({ requestedBy });
          }}
        />
      </Box>
      <FilterPanel>
        <PeriodFilter
          label={t('column.createdAt')}
          choices={CREATED_FILTERS.map((days) => ({
            value: days,
            label: t(`filter.created.${days}`),
          }))}
          value={created ? { choice: created } : { from: query.createdFrom, to: query.createdTo }}
          onChange={({ choice, from, to }) => {
            update({ created: choice, createdFrom: from, createdTo: to });
          }}
        />
      </FilterPanel>
    </FilterBar>
  );
};
