import { useState } from 'react';

import { Flex } from '@strapi/design-system';

import { useTranslate } from '../../i18n/useTranslate';
import { FilterSelect, type FilterOption } from './FilterSelect';

import { DayField } from './DayField';
import { FilterField } from './FilterField';

interface Period<Choice> {
  choice?: Choice;
  from?: string;
  to?: string;
}

interface PeriodFilterProps<Choice extends string> {
  label: string;
  choices: FilterOption<Choice>[];
  value: Period<Choice>;
  onChange: (value: Period<Choice>) => void;
}

const RANGE = 'range';

/** By a date: one of a few choices, or from one day to another. */
export const PeriodFilter = <Choice extends string>({
  label,
  choices,
  value,
  onChange,
}: PeriodFilterProps<Choice>) => {
  const t = useTranslate();
  const { choice, from, to } = value;
  const [isRange, setRange] = useState(Boolean(from ?? to));
  const isBackwards = from !== undefined && to !== undefined && from > to;

  return (
    <>
      <FilterField label={label}>
        <FilterSelect<Choice | typeof RANGE>
          label={label}
          allLabel={t('filter.any')}
          options={[...choices, { value: RANGE, label: t('filter.range') }]}
          value={choice ?? (isRange ? RANGE : undefined)}
          onChange={(picked) => {
            setRange(picked === RANGE);
            onChange(picked === RANGE ? {} : { choice: picked });
          }}
        />
      </FilterField>
      {isRange && !choice && (
        <Flex gap={3} alignItems="flex-start" width="100%">
          <DayField
            label={t('filter.range.from')}
            value={from}
            onChange={(day) => {
              onChange({ from: day, to });
            }}
          />
          <DayField
            label={t('filter.range.to')}
            error={isBackwards ? t('filter.range.backwards') : undefined}
            value={to}
            onChange={(day) => {
              onChange({ from, to: day });
            }}
          />
        </Flex>
      )}
    </>
  );
};
