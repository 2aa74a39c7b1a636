import { Button, VisuallyHidden } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { useTranslate } from '../../../../i18n/useTranslate';
import { NO_FILTERS } from '../../hooks/listParams';
import type { ListQuery } from '../../hooks/useListQuery';

import { ChipButton } from './ChipButton';
import { useFilterChips } from './useFilterChips';

interface FilterChipsProps {
  list: ListQuery;
  /** The focus cannot stay here. */
  onGone: () => void;
}

/** What the list is filtered by; a press takes one filter away, or all. */
export const FilterChips = ({ list, onGone }: FilterChipsProps) => {
  const t = useTranslate();
  const chips = useFilterChips(list);

  return (
    <>
      {chips.map(({ label, value, without }) => (
        <ChipButton
          key={label}
          type="button"
          onClick={({ currentTarget: { nextElementSibling: next } }) => {
            if (chips.length > 1 && next instanceof HTMLElement) next.focus();
            else onGone();
            list.update(without);
          }}
        >
          <VisuallyHidden>{t('filter.remove')} </VisuallyHidden>
          {label}: {value}
          <Cross width="1rem" height="1rem" aria-hidden />
        </ChipButton>
      ))}
      <Button
        variant="ghost"
        size="S"
        onClick={() => {
          list.update(NO_FILTERS);
          onGone();
        }}
      >
        {t('filter.clear')}
      </Button>
    </>
  );
};
