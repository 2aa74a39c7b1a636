import { Checkbox } from '@strapi/design-system';

import type { Selection } from './useSelection';

/** Where the focus goes when the bar of what is selected is gone. */
export const PAGE_CHECKBOX_ID = 'bulk-page';

interface PageCheckboxProps {
  label: string;
  selection: Selection;
}

/** Selects the rows of the page that is shown. */
export const PageCheckbox = ({ label, selection }: PageCheckboxProps) => {
  const { size, selected } = selection.page;
  const isWhole = size > 0 && selected === size;

  return (
    <Checkbox
      id={PAGE_CHECKBOX_ID}
      aria-label={label}
      checked={selected > 0 && !isWhole ? 'indeterminate' : isWhole}
      disabled={size === 0}
      onCheckedChange={() => {
        selection.togglePage(!isWhole);
      }}
    />
  );
};
