import type { FormEvent, ReactNode } from 'react';

import { Button, Dialog } from '@strapi/design-system';

import { useTranslate } from '../i18n/useTranslate';
import { focusFirst } from '../utils/focusFirst';

interface ConfirmDialogProps {
  title: string;
  /** Id of the element that gets the focus afterwards, if it is still there. */
  opener: string;
  isSending: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Asks whether one is sure; it stays while the answer is on its way. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, opener, isSending, onClose, children } = props;

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
          focusFirst(opener);
        }}
      >
        <Dialog.Header>{title}</Dialog.Header>
        {children}
      </Dialog.Content>
    </Dialog.Root>
  );
};

interface ConfirmFormProps {
  submitLabel: string;
  /** It cannot be taken back. */
  isFinal?: boolean;
  isSending: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** What will happen, and the two answers. */
export const ConfirmForm = (props: ConfirmFormProps) => {
  const { submitLabel, isFinal = false, isSending, onSubmit, children } = props;
  const t = useTranslate();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };

  return (
    <form onSubmit={submit}>
      <Dialog.Body alignItems="stretch" gap={5}>
        {children}
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button autoFocus variant="tertiary" disabled={isSending}>
            {t('dialog.cancel')}
          </Button>
        </Dialog.Cancel>
        <Button type="submit" variant={isFinal ? 'danger' : 'default'} loading={isSending}>
          {submitLabel}
        </Button>
      </Dialog.Footer>
    </form>
  );
};
