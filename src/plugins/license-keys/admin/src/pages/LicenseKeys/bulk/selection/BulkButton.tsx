import { Button, Tooltip } from '@strapi/design-system';

import type { BulkAction } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { isFinal } from '../../actions/licenseActions';
import { bulkButtonId } from '../bulkActions';

interface BulkButtonProps {
  action: BulkAction;
  isAllowed: boolean;
  onClick: () => void;
}

/** `aria-disabled`, not `disabled`: the keyboard must reach the button to be told why it is off. */
export const BulkButton = ({ action, isAllowed, onClick }: BulkButtonProps) => {
  const t = useTranslate();

  return (
    <Tooltip label={isAllowed ? undefined : t('actions.blocked.role')}>
      <Button
        id={bulkButtonId(action)}
        variant={isFinal(action) ? 'danger-light' : 'tertiary'}
        size="S"
        aria-disabled={!isAllowed}
        onClick={() => {
          if (isAllowed) onClick();
        }}
      >
        {t(`action.${action}`)}
      </Button>
    </Tooltip>
  );
};
