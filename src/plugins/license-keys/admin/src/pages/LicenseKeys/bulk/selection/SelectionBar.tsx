import { Button, Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { BULK_ACTIONS, MAX_BULK_SELECTION, type BulkAction } from '../../../../../../shared/bulk';
import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { focusFirst } from '../../../../utils/focusFirst';

import { PAGE_CHECKBOX_ID } from '../bulkActions';

import { BulkButton } from './BulkButton';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  onAction: (action: BulkAction) => void;
}

export const SelectionBar = ({ selection, onAction }: SelectionBarProps) => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const { count, isAll, isFull, total } = selection;

  /** The button goes away with the selection. */
  const clear = () => {
    selection.clear();
    focusFirst(PAGE_CHECKBOX_ID);
  };

  return (
    <Flex
      role="group"
      aria-label={t('bulk.bar')}
      gap={2}
      wrap="wrap"
      paddingBottom={count > 0 ? 4 : 0}
    >
      {/* Always there, so that a screen reader tells of the first selection too. */}
      <Typography role="status" variant="pi" fontWeight="bold" textColor="neutral800">
        {count > 0 && t(isAll ? 'bulk.selectedAll' : 'bulk.selected', { count })}
        {isFull && ` · ${t('bulk.limit', { max: MAX_BULK_SELECTION })}`}
      </Typography>
      {count > 0 && (
        <>
          {!isAll && total > count && (
            <Button variant="ghost" size="S" onClick={selection.selectAll}>
              {t('bulk.selectAll', { total })}
            </Button>
          )}
          {BULK_ACTIONS.map((action) => (
            <BulkButton
              key={action}
              action={action}
              isAllowed={allowed.has(action)}
              onClick={() => {
                onAction(action);
              }}
            />
          ))}
          <Button variant="ghost" size="S" startIcon={<Cross />} onClick={clear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
    </Flex>
  );
};
