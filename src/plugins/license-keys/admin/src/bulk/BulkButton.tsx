import { Button, Tooltip } from '@strapi/design-system';

import { useTranslate } from '../i18n/useTranslate';

interface BulkButtonProps {
  id: string;
  label: string;
  isDanger: boolean;
  isAllowed: boolean;
  onClick: () => void;
}

/** `aria-disabled`, not `disabled`: the keyboard must reach the button to be told why it is off. */
export const BulkButton = ({ id, label, isDanger, isAllowed, onClick }: BulkButtonProps) => {
  const t = useTranslate();

  return (
    <Tooltip label={isAllowed ? undefined : t('actions.blocked.role')}>
      <Button
        id={id}
        variant={isDanger ? 'danger-light' : 'tertiary'}
        size="S"
        aria-disabled={!isAllowed}
        onClick={() => {
          if (isAllowed) onClick();
        }}
      >
        {label}
      </Button>
    </Tooltip>
  );
};
