import { Flex, Menu, Typography } from '@strapi/design-system';

import type { State } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';

import { isFinal, type LicenseAction } from './licenseActions';
import { useObstacle } from './useObstacle';

interface ActionItemProps {
  action: LicenseAction;
  state: State;
  isAllowed: boolean;
  onSelect: () => void;
}

/** `aria-disabled`, not `disabled`: the keyboard must reach the item to be told why it is off. */
export const ActionItem = ({ action, state, isAllowed, onSelect }: ActionItemProps) => {
  const t = useTranslate();
  const obstacle = useObstacle()(action, state, isAllowed);

  return (
    <Menu.Item
      variant={isFinal(action) && !obstacle ? 'danger' : 'default'}
      aria-disabled={obstacle !== undefined}
      onSelect={(event: Event) => {
        if (obstacle) event.preventDefault();
        else onSelect();
      }}
    >
      <Flex tag="span" direction="column" alignItems="flex-start">
        <Typography textColor={obstacle && 'neutral600'}>{t(`action.${action}`)}</Typography>
        {obstacle && (
          <Typography variant="pi" textColor="neutral600">
            {obstacle}
          </Typography>
        )}
      </Flex>
    </Menu.Item>
  );
};
