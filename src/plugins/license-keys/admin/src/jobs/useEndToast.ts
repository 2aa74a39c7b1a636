import { useEffect, useRef } from 'react';

import { useNotification, type NotificationConfig } from '@strapi/strapi/admin';

import type { JobItem } from '../../../shared/jobs';
import { hasEnded } from '../services/bulk';

import { useJobTexts } from './useJobTexts';

const toastType = ({ state, refused }: JobItem): NotificationConfig['type'] => {
  if (state === 'failed') return 'danger';
  return state === 'cancelled' || refused > 0 ? 'warning' : 'success';
};

/** Tells that a job has ended, unless the dialog shows it anyway. */
export const useEndToast = (job: JobItem | undefined, isShown: boolean): void => {
  const textsOf = useJobTexts();
  const { toggleNotification } = useNotification();
  const wasRunning = useRef(false);

  useEffect(() => {
    if (!job) return;
    const isNews = wasRunning.current && hasEnded(job) && !isShown;
    wasRunning.current = !hasEnded(job);
    if (isNews)
      toggleNotification({
        type: toastType(job),
        title: textsOf(job).title,
        message: textsOf(job).summary,
      });
  }, [job, isShown, textsOf, toggleNotification]);
};
