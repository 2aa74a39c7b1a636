import { useTranslate } from '../../../../i18n/useTranslate';
import { CREATED_FILTERS } from '../../hooks/listParams';
import type { ListQuery } from '../../hooks/useListQuery';

import { PeriodFilter } from '../../../../list/filters/PeriodFilter';

export const CreatedFilter = ({ list: { query, created, update } }: { list: ListQuery }) => {
  const t = useTranslate();

  return (
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
  );
};
