import type { ReactNode } from 'react';

import { Modal } from '@strapi/design-system';

import { useTranslate } from '../i18n/useTranslate';
import { focusFirst } from '../utils/focusFirst';

interface ModalShellProps {
  title: string;
  maxWidth?: string;
  /** As high as the window, so that what changes inside does not move it. */
  isTall?: boolean;
  /** A click beside it does not close it, and so does not throw away what was entered. */
  isSticky?: boolean;
  /** Id of the element that gets the focus afterwards, if it is still there. */
  opener?: string;
  onClose: () => void;
  children: ReactNode;
}

/** What opened it (a menu's item, a link) may be gone once it closes, so the focus is told where to go. */
export const ModalShell = ({
  title,
  maxWidth = '64rem',
  isTall = false,
  isSticky = false,
  opener,
  onClose,
  children,
}: ModalShellProps) => {
  const t = useTranslate();

  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        style={{ maxWidth, ...(isTall && { height: '90vh' }) }}
        onPointerDownOutside={(event) => {
          if (isSticky) event.preventDefault();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusFirst(opener);
        }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
};
