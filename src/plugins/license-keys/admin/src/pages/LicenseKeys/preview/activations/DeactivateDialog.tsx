import { useState, type FormEvent } from 'react';

import { Button, Dialog } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import type { ActivationItem } from '../../../../../../shared/license';
import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useDeactivateLicenseKeyDeviceMutation } from '../../../../services/preview';
import { focusFirst } from '../../../../utils/focusFirst';
import { ErrorBox } from '../../actions/ErrorBox';
import { ReasonField } from '../../actions/ReasonField';
import { useSubmit } from '../../forms/useSubmit';

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

  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit(() =>
      deactivate({ license, activation: device.documentId, reason: reason.trim() || undefined })
    );
  };

  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen && !isSending) onClose();
      }}
    >
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusFirst(answer === undefined ? deactivateButtonId(device) : ACTIVATIONS_ID);
        }}
      >
        <Dialog.Header>{t('activation.deactivate.title')}</Dialog.Header>
        <form onSubmit={send}>
          <Dialog.Body alignItems="stretch" gap={5}>
            <Dialog.Description>
              {t('activation.deactivate.effect', { device: device.name ?? device.fingerprint })}
            </Dialog.Description>
            <ReasonField value={reason} onChange={setReason} />
            {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" disabled={isSending}>
                {t('dialog.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button type="submit" variant="danger" loading={isSending}>
              {t('activation.deactivate')}
            </Button>
          </Dialog.Footer>
        </form>
      </Dialog.Content>
    </Dialog.Root>
  );
};
