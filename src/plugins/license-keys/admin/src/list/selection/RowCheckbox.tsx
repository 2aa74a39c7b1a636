import { Checkbox } from '@strapi/design-system';

import type { Selection } from './useSelection';

interface RowCheckboxProps {
  label: string;
  /** Of the row. */
  documentId: string;
  selection: Selection;
}

export const RowCheckbox = ({ label, documentId, selection }: RowCheckboxProps) => {
  const isSelected = selection.has(documentId);

  return (
    <Checkbox
      aria-label={label}
      checked={isSelected}
      disabled={selection.isFull && !isSelected}
      onCheckedChange={() => {
        selection.toggle(documentId);
      }}
    />
  );
};
