import { EXPIRY_FILTERS } from '../../../../../../shared/list';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { ListQuery } from '../../hooks/useListQuery';

import { PeriodFilter } from '../../../../list/filters/PeriodFilter';

export const ExpiryFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();

  return (
    <PeriodFilter
      label={t('column.expiresAt')}
      choices={EXPIRY_FILTERS.map((choice) => ({
        value: choice,
        label: t(`filter.expires.${choice}`),
      }))}
      value={{ choice: query.expires, from: query.expiresFrom, to: query.expiresTo }}
      onChange={({ choice, from, to }) => {
        update({ expires: choice, expiresFrom: from, expiresTo: to });
      }}
    />
  );
};
