import { useCallback } from 'react';

import type { JobItem } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { toBulkAction } from '../bulkActions';

/** What a job does, and how far it is, in the administrator's language. */
export const useJobTexts = () => {
  const t = useTranslate();

  return useCallback(
    ({ action: name, total, state, succeeded, unchanged, refused }: JobItem) => {
      const action = toBulkAction(name);
      const title = t('bulk.title', {
        action: action ? t(`action.${action}`) : name,
        count: total,
      });
      return {
        title,
        state: t(`job.state.${state}`),
        summary: t('job.summary', { title, state, succeeded, unchanged, refused }),
      };
    },
    [t]
  );
};
