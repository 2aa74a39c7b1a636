import { useRef } from 'react';

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
  const isDone = useRef(false);
  const { submit, isLoading, error } = useLicenseAction(request, () => {
    isDone.current = true;
    onClose();
  });

  /** The menu item that opened the dialog is gone; its menu's button too, when the row was deleted. */
  const restoreFocus = (event: Event) => {
    event.preventDefault();
    const isRowGone = request.action === 'delete' && isDone.current;
    document.getElementById(isRowGone ? 'main-content' : menuButtonId(request.license))?.focus();
  };

  const changeOpen = (isOpen: boolean) => {
    if (!isOpen && !isLoading) onClose();
  };

  return (
    <Dialog.Root open onOpenChange={changeOpen}>
      <Dialog.Content onCloseAutoFocus={restoreFocus} style={{ maxWidth: '52rem' }}>
        <Dialog.Header>{t(`action.${request.action}.title`)}</Dialog.Header>
        <ActionForm
          request={request}
          isSending={isLoading}
          error={error}
          onSubmit={(reason) => void submit(reason)}
        />
      </Dialog.Content>
    </Dialog.Root>
  );
};
