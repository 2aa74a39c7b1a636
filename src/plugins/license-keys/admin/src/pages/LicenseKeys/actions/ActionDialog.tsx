import { Dialog } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';
import { focusFirst } from '../../../utils/focusFirst';
import { LicenseLoader } from '../forms/LicenseLoader';

import { ActionForm } from './ActionForm';
import { menuButtonId, type ConfirmedAction } from './licenseActions';
import { useLicenseAction } from './useLicenseAction';

interface ActionDialogProps {
  action: ConfirmedAction;
  documentId: string;
  onClose: () => void;
}

export const ActionDialog = ({ action, documentId, onClose }: ActionDialogProps) => {
  const t = useTranslate();
  const { carryOut, isSending, isDone, error } = useLicenseAction(action, documentId, onClose);

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
          // The row of a license that was deleted is about to go, with its button.
          focusFirst(action === 'delete' && isDone ? undefined : menuButtonId({ documentId }));
        }}
      >
        <Dialog.Header>{t(`action.${action}.title`)}</Dialog.Header>
        <LicenseLoader documentId={documentId} action={action}>
          {(license) => (
            <ActionForm
              action={action}
              license={license}
              isSending={isSending}
              error={error}
              onSubmit={(reason) => void carryOut(reason)}
            />
          )}
        </LicenseLoader>
      </Dialog.Content>
    </Dialog.Root>
  );
};
