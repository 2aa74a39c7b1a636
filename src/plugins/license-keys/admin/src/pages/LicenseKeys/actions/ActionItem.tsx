import { Flex, Menu, Typography } from '@strapi/design-system';

import type { State } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';

import { isFinal, isPossible, type LicenseAction } from './licenseActions';

interface ActionItemProps {
  action: LicenseAction;
  state: State;
  isAllowed: boolean;
  onSelect: () => void;
}

const useObstacle = ({ action, state, isAllowed }: ActionItemProps): string | undefined => {
  const t = useTranslate();
  if (!isPossible(action, state)) {
    return t('actions.blocked.state', { state: t(`state.${state}`) });
  }
  return isAllowed ? undefined : t('actions.blocked.role');
};

/** `aria-disabled`, not `disabled`: the keyboard must reach the item to be told why it is off. */
export const ActionItem = (props: ActionItemProps) => {
  const t = useTranslate();
  const obstacle = useObstacle(props);
  const { action, onSelect } = props;

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
