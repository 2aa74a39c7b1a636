import { useCallback } from 'react';

import type { JobItem } from '../../../shared/jobs';
import { useTranslate, type Translate } from '../i18n/useTranslate';
import { toBulkAction } from '../pages/LicenseKeys/bulk/bulkActions';

/** What jobs of the other types do is one thing for each action. */
const TITLED = ['generate', 'import-assign', 'import-keys', 'check-assign', 'check-keys'] as const;

const titleOf = (t: Translate, { type, action: name, total: count }: JobItem): string => {
  if (type === 'devices') return t('job.title.devices', { count });
  const titled = TITLED.find((known) => known === name);
  if (titled) return t(`job.title.${titled}`, { count });
  const action = toBulkAction(name);
  return t('bulk.title', { action: action ? t(`action.${action}`) : name, count });
};

/** What a job does, and how far it is, in the administrator's language. */
export const useJobTexts = () => {
  const t = useTranslate();

  return useCallback(
    (job: JobItem) => {
      const { environment, state, succeeded, unchanged, refused } = job;
      const { done, total, remainingSeconds } = job;
      const stateText = t(`job.state.${state}`);
      return {
        title: titleOf(t, job),
        state: stateText,
        progress: [
          t('job.progress', { done, total }),
          remainingSeconds !== null &&
            t('job.remaining', { minutes: Math.round(remainingSeconds / 60) }),
        ]
          .filter(Boolean)
          .join(' · '),
        summary: t('job.summary', { environment, state: stateText, succeeded, unchanged, refused }),
      };
    },
    [t]
  );
};
