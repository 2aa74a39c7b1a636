import { useState } from 'react';

import { Dialog } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import type { ActivationItem } from '../../../shared/license';
import { ConfirmDialog, ConfirmForm } from '../components/ConfirmDialog';
import { ErrorBox } from '../components/ErrorBox';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useSubmit } from '../hooks/useSubmit';
import { useTranslate } from '../i18n/useTranslate';
import { useDeactivateLicenseKeyDeviceMutation } from '../services/preview';
import { ReasonField } from '../forms/ReasonField';

import { ACTIVATIONS_ID, deactivateButtonId } from './ids';

interface DeactivateDialogProps {
  /** documentId */
  license: string;
  device: ActivationItem;
  onClose: () => void;
}

export const DeactivateDialog = ({ license, device, onClose }: DeactivateDialogProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const [deactivate] = useDeactivateLicenseKeyDeviceMutation();
  const { submit, isSending, answer, refusal } = useSubmit<unknown>({
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('activation.deactivate.done') });
      onClose();
    },
  });

  const send = () => {
    void submit(() =>
      deactivate({ license, activation: device.documentId, reason: reason.trim() || undefined })
    );
  };

  return (
    <ConfirmDialog
      title={t('activation.deactivate.title')}
      opener={answer === undefined ? deactivateButtonId(device) : ACTIVATIONS_ID}
      isSending={isSending}
      onClose={onClose}
    >
      <ConfirmForm
        submitLabel={t('activation.deactivate')}
        isFinal
        isSending={isSending}
        onSubmit={send}
      >
        <Dialog.Description>
          {t('activation.deactivate.effect', { device: device.name ?? device.fingerprint })}
        </Dialog.Description>
        <ReasonField value={reason} onChange={setReason} />
        {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
      </ConfirmForm>
    </ConfirmDialog>
  );
};
