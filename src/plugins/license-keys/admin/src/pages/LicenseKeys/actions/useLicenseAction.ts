import { useNotification } from '@strapi/strapi/admin';

import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import {
  useDeleteLicenseKeyMutation,
  useRunLicenseKeyActionMutation,
} from '../../../services/licenses';

import type { ConfirmedAction } from './licenseActions';

/** Carries out what was confirmed. */
export const useLicenseAction = (
  action: ConfirmedAction,
  documentId: string,
  onDone: () => void
) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [run] = useRunLicenseKeyActionMutation();
  const [remove] = useDeleteLicenseKeyMutation();
  const { submit, isSending, refusal } = useSubmit<unknown>({
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t(`action.${action}.done`) });
      onDone();
    },
  });

  const carryOut = (reason: string) =>
    submit(() =>
      action === 'delete'
        ? remove({ documentId })
        : run({ documentId, action, reason: reason.trim() || undefined })
    );

  return { carryOut, isSending, error: refusal.error };
};
