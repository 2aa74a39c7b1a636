import { Checkbox } from '@strapi/design-system';

import { useTranslate } from '../../../../i18n/useTranslate';

import { PAGE_CHECKBOX_ID } from '../bulkActions';

import type { Selection } from './useSelection';

/** Selects the rows of the page that is shown. */
export const PageCheckbox = ({ selection }: { selection: Selection }) => {
  const t = useTranslate();
  const { size, selected } = selection.page;
  const isWhole = size > 0 && selected === size;

  return (
    <Checkbox
      id={PAGE_CHECKBOX_ID}
      aria-label={t('bulk.selectPage')}
      checked={selected > 0 && !isWhole ? 'indeterminate' : isWhole}
      disabled={size === 0}
      onCheckedChange={() => {
        selection.togglePage(!isWhole);
      }}
    />
  );
};
