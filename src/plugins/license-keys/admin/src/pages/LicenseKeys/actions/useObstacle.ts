import { useCallback } from 'react';

import type { State } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';

import { isPossible, type LicenseAction } from './licenseActions';

/** Why something cannot be done to a license, in a sentence; undefined if it can. */
export const useObstacle = () => {
  const t = useTranslate();

  return useCallback(
    (action: LicenseAction, state: State, isAllowed: boolean): string | undefined => {
      if (!isPossible(action, state)) {
        return t('actions.blocked.state', { state: t(`state.${state}`) });
      }
      return isAllowed ? undefined : t('actions.blocked.role');
    },
    [t]
  );
};
