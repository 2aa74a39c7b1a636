import { ACTIVATION_USES } from '../../../../../../shared/list';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { ListQuery } from '../../hooks/useListQuery';
import { FilterSelect } from '../../../../list/filters/FilterSelect';

import { FilterField } from '../../../../list/filters/FilterField';

/** By how many of a license's activations are taken. */
export const UseFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const label = t('filter.use');

  return (
    <FilterField label={label}>
      <FilterSelect
        label={label}
        allLabel={t('filter.any')}
        options={ACTIVATION_USES.map((use) => ({ value: use, label: t(`filter.use.${use}`) }))}
        value={query.use}
        onChange={(use) => {
          update({ use });
        }}
      />
    </FilterField>
  );
};
