import type { ReactNode } from 'react';

import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

export interface FilterOption<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
}

interface FilterSelectProps<Value extends string> {
  label: string;
  allLabel: string;
  options: FilterOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** The select knows no empty value; neither a state nor a documentId is called this. */
const ALL = 'all';

export const FilterSelect = <Value extends string>({
  label,
  allLabel,
  options,
  value,
  onChange,
}: FilterSelectProps<Value>) => (
  <SingleSelect
    size="S"
    aria-label={label}
    value={value ?? ALL}
    onChange={(picked) => {
      onChange(options.find((option) => option.value === picked)?.value);
    }}
  >
    <SingleSelectOption value={ALL}>{allLabel}</SingleSelectOption>
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value} startIcon={option.icon}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
