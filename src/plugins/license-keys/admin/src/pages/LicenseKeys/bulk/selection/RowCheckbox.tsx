import { Checkbox } from '@strapi/design-system';

import { keyPrefix } from '../../../../../../shared/limits';
import type { LicenseListItem } from '../../../../../../shared/list';
import { useTranslate } from '../../../../i18n/useTranslate';

import type { Selection } from './useSelection';

interface RowCheckboxProps {
  license: LicenseListItem;
  selection: Selection;
}

export const RowCheckbox = ({ license, selection }: RowCheckboxProps) => {
  const t = useTranslate();
  const isSelected = selection.has(license.documentId);

  return (
    <Checkbox
      aria-label={t('bulk.select', { key: `${keyPrefix(license.key)}…` })}
      checked={isSelected}
      disabled={selection.isFull && !isSelected}
      onCheckedChange={() => {
        selection.toggle(license.documentId);
      }}
    />
  );
};
