import { useState } from 'react';

import { Dialog } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';
import { focusFirst } from '../../../utils/focusFirst';
import { LicenseLoader } from '../forms/LicenseLoader';

import { ActionForm } from './ActionForm';
import { menuButtonId, type ConfirmedAction } from './licenseActions';

interface ActionDialogProps {
  action: ConfirmedAction;
  documentId: string;
  onClose: () => void;
}

export const ActionDialog = ({ action, documentId, onClose }: ActionDialogProps) => {
  const t = useTranslate();
  const [isSending, setSending] = useState(false);

  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen && !isSending) onClose();
      }}
    >
      <Dialog.Content
        style={{ maxWidth: '52rem' }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusFirst(menuButtonId({ documentId }));
        }}
      >
        <Dialog.Header>{t(`action.${action}.title`)}</Dialog.Header>
        <LicenseLoader documentId={documentId} action={action}>
          {(license) => (
            <ActionForm action={action} license={license} onSending={setSending} onDone={onClose} />
          )}
        </LicenseLoader>
      </Dialog.Content>
    </Dialog.Root>
  );
};
