import { Button, Dialog } from '@strapi/design-system';

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
  const { carryOut, isSending, error } = useLicenseAction(action, documentId, onClose);

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
        <LicenseLoader
          documentId={documentId}
          action={action}
          footer={
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button variant="tertiary">{t('dialog.close')}</Button>
              </Dialog.Cancel>
            </Dialog.Footer>
          }
        >
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
