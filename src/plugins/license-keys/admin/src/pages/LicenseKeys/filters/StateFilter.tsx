import { STATES } from '../../../../../shared/states';
import { Dot } from '../../../components/Pill';
import { useTranslate } from '../../../i18n/useTranslate';
import type { ListQuery } from '../hooks/useListQuery';
import { STATE_TONES } from '../../../utils/stateTones';

import { FilterSelect } from '../../../list/filters/FilterSelect';

export const StateFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();

  return (
    <FilterSelect
      label={t('filter.state')}
      allLabel={t('filter.state.all')}
      options={STATES.map((state) => ({
        value: state,
        label: t(`state.${state}`),
        icon: <Dot tone={STATE_TONES[state]} />,
      }))}
      value={query.state}
      onChange={(state) => {
        update({ state });
      }}
    />
  );
};
