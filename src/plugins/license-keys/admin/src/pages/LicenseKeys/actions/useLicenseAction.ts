import { useRef } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import { useTranslate } from '../../../i18n/useTranslate';
import {
  useDeleteLicenseKeyMutation,
  useRunLicenseKeyActionMutation,
} from '../../../services/licenses';

import type { ActionRequest } from './licenseActions';

/** Carries out what was confirmed, once, however often it is submitted while it runs. */
export const useLicenseAction = ({ action, license }: ActionRequest, onDone: () => void) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [run, runState] = useRunLicenseKeyActionMutation();
  const [remove, removeState] = useDeleteLicenseKeyMutation();
  const isSent = useRef(false);
  const { isLoading, error } = action === 'delete' ? removeState : runState;

  const submit = async (reason: string) => {
    if (isSent.current) return;
    isSent.current = true;

    const { documentId } = license;
    const result =
      action === 'delete'
        ? await remove({ documentId })
        : await run({ documentId, action, reason: reason.trim() || undefined });

    isSent.current = false;
    if ('error' in result) return;
    toggleNotification({ type: 'success', message: t(`action.${action}.done`) });
    onDone();
  };

  return { submit, isLoading, error };
};
