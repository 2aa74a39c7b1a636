import { Button, VisuallyHidden } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { useTranslate } from '../../i18n/useTranslate';

import { ChipButton } from './ChipButton';

export interface FilterChip<Changes = object> {
  label: string;
  value: string;
  /** What takes the filter away. */
  without: Changes;
}

interface FilterChipsProps<Changes> {
  chips: FilterChip<Changes>[];
  onRemove: (without: Changes) => void;
  onClear: () => void;
  /** The focus cannot stay here. */
  onGone: () => void;
}

/** What the list is filtered by; a press takes one filter away, or all. */
export const FilterChips = <Changes,>({
  chips,
  onRemove,
  onClear,
  onGone,
}: FilterChipsProps<Changes>) => {
  const t = useTranslate();

  return (
    <>
      {chips.map(({ label, value, without }) => (
        <ChipButton
          key={label}
          type="button"
          onClick={({ currentTarget: { nextElementSibling: next } }) => {
            if (chips.length > 1 && next instanceof HTMLElement) next.focus();
            else onGone();
            onRemove(without);
          }}
        >
          <VisuallyHidden>{t('filter.remove')} </VisuallyHidden>
          {t('field.label', { label })} {value}
          <Cross width="1rem" height="1rem" aria-hidden />
        </ChipButton>
      ))}
      <Button
        variant="ghost"
        size="S"
        onClick={() => {
          onClear();
          onGone();
        }}
      >
        {t('filter.clear')}
      </Button>
    </>
  );
};
