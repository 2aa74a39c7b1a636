import type { ReactNode } from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { MAX_BULK_SELECTION } from '../../../../shared/bulk';
import { useTranslate } from '../../i18n/useTranslate';
import { focusFirst } from '../../utils/focusFirst';

import { PAGE_CHECKBOX_ID } from './PageCheckbox';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  label: string;
  /** How many are selected, in words. */
  selected: string;
  /** What can be done with them. */
  children: ReactNode;
}

export const SelectionBar = ({ selection, label, selected, children }: SelectionBarProps) => {
  const t = useTranslate();
  const { count, isAll, isFull, total } = selection;

  /** The button goes away with the selection. */
  const clear = () => {
    selection.clear();
    focusFirst(PAGE_CHECKBOX_ID);
  };

  return (
    <Flex role="group" aria-label={label} gap={2} wrap="wrap" paddingBottom={count > 0 ? 4 : 0}>
      {/* Always there, so that a screen reader tells of the first selection too. */}
      <Typography role="status" variant="pi" fontWeight="bold" textColor="neutral800">
        {count > 0 && selected}
        {isFull && ` · ${t('bulk.limit', { max: MAX_BULK_SELECTION })}`}
      </Typography>
      {count > 0 && (
        <>
          {!isAll && total > count && (
            <Button variant="ghost" size="S" onClick={selection.selectAll}>
              {t('bulk.selectAll', { total })}
            </Button>
          )}
          {children}
          <Button variant="ghost" size="S" startIcon={<Cross />} onClick={clear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
    </Flex>
  );
};
