import type { ReactNode } from 'react';

import { Layouts } from '@strapi/strapi/admin';

import { FilterChips, type FilterChip } from './FilterChips';

interface FilterBarProps<Changes> {
  /** The search and the filters. */
  children: ReactNode;
  isFiltered: boolean;
  chips: FilterChip<Changes>[];
  onChange: (changes: Changes) => void;
  /** What takes all filters away. */
  cleared: Changes;
  /** The focus cannot stay on what is chosen now. */
  onGone: () => void;
}

/** Everything that chooses which rows are shown, and below it what is chosen now. */
export const FilterBar = <Changes,>(props: FilterBarProps<Changes>) => {
  const { children, isFiltered, chips, onChange, cleared, onGone } = props;

  return (
    <Layouts.Action
      startActions={children}
      bottomActions={
        isFiltered && (
          <FilterChips
            chips={chips}
            onRemove={onChange}
            onClear={() => {
              onChange(cleared);
            }}
            onGone={onGone}
          />
        )
      }
    />
  );
};
