import { useRef, type ReactNode } from 'react';

import { Flex } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';

import { FilterChips, type FilterChip } from './FilterChips';

/** Where the focus goes when what is chosen is gone, and the focus cannot stay there. */
const FIRST_FIELD = 'input, [role="combobox"]';

interface FilterBarProps<Changes> {
  /** The search and the filters. */
  children: ReactNode;
  isFiltered: boolean;
  chips: FilterChip<Changes>[];
  onChange: (changes: Changes) => void;
  /** What takes all filters away. */
  cleared: Changes;
}

/** Everything that chooses which rows are shown, and below it what is chosen now. */
export const FilterBar = <Changes,>(props: FilterBarProps<Changes>) => {
  const { children, isFiltered, chips, onChange, cleared } = props;
  const bar = useRef<HTMLDivElement>(null);

  return (
    <Layouts.Action
      startActions={
        // At the top: what the server says against one filter stands below it.
        <Flex ref={bar} gap={2} wrap="wrap" alignItems="flex-start" flex="1">
          {children}
        </Flex>
      }
      bottomActions={
        isFiltered && (
          <FilterChips
            chips={chips}
            onRemove={onChange}
            onClear={() => {
              onChange(cleared);
            }}
            onGone={() => {
              bar.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
            }}
          />
        )
      }
    />
  );
};
