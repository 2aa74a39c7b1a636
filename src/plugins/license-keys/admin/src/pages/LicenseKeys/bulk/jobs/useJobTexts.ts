import { useCallback } from 'react';

import type { JobItem } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { toBulkAction } from '../bulkActions';

/** What a job does, and how far it is, in the administrator's language. */
export const useJobTexts = () => {
  const t = useTranslate();

  return useCallback(
    ({ action: name, environment, total, state, succeeded, unchanged, refused }: JobItem) => {
      const action = toBulkAction(name);
      const stateText = t(`job.state.${state}`);
      return {
        title: t('bulk.title', { action: action ? t(`action.${action}`) : name, count: total }),
        state: stateText,
        summary: t('job.summary', { environment, state: stateText, succeeded, unchanged, refused }),
      };
    },
    [t]
  );
};
