import type { FilterOption } from './FilterSelect';

/** A bookmarked value that is gone, or not here yet, must still show that it filters. */
export const withUnlisted = (
  options: FilterOption<string>[],
  value: string | undefined
): FilterOption<string>[] =>
  value === undefined || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
