import { Dialog } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';

import { ActionForm } from './ActionForm';
import { menuButtonId, type ActionRequest } from './licenseActions';
import { useLicenseAction } from './useLicenseAction';

interface ActionDialogProps {
  request: ActionRequest;
  onClose: () => void;
}

export const ActionDialog = ({ request, onClose }: ActionDialogProps) => {
  const t = useTranslate();
  const { submit, isLoading, error } = useLicenseAction(request, onClose);

  /** The menu item that opened the dialog is gone, so the focus returns to its menu's button. */
  const restoreFocus = (event: Event) => {
    event.preventDefault();
    const button = document.getElementById(menuButtonId(request.license));
    (button ?? document.getElementById('main-content'))?.focus();
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && !isLoading && onClose()}>
      <Dialog.Content onCloseAutoFocus={restoreFocus} style={{ maxWidth: '52rem' }}>
        <Dialog.Header>{t(`action.${request.action}.title`)}</Dialog.Header>
        <ActionForm request={request} isSending={isLoading} error={error} onSubmit={submit} />
      </Dialog.Content>
    </Dialog.Root>
  );
};
