import type { State } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';
import { RowMenuItem } from '../../../list/RowMenuItem';

import { isFinal, type LicenseAction } from './licenseActions';
import { useObstacle } from './useObstacle';

interface ActionItemProps {
  action: LicenseAction;
  state: State;
  isAllowed: boolean;
  onSelect: () => void;
}

export const ActionItem = ({ action, state, isAllowed, onSelect }: ActionItemProps) => {
  const t = useTranslate();
  const obstacle = useObstacle()(action, state, isAllowed);

  return (
    <RowMenuItem obstacle={obstacle} isFinal={isFinal(action)} onSelect={onSelect}>
      {t(`actions.item.${action}`)}
    </RowMenuItem>
  );
};
