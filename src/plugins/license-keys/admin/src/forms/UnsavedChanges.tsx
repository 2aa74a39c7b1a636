import { useCallback, useContext, useRef } from 'react';

import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

import { useTranslate } from '../i18n/useTranslate';

import { InnerFormContext } from './innerForm';

/**
 * Asks before a form is closed that has something to lose. A dialog is a part of the address, so Esc,
 * Cancel, Back and a link are all one thing: a navigation.
 */
export const UnsavedChanges = ({ isDirty }: { isDirty: boolean }) => {
  const t = useTranslate();
  const [inner] = useContext(InnerFormContext);
  const mustAsk = isDirty || inner?.hasText === true;
  const blocker = useBlocker(mustAsk);
  const field = useRef<Element | null>(null);

  const keepPage = useCallback(
    (event: BeforeUnloadEvent) => {
      if (mustAsk) event.preventDefault();
    },
    [mustAsk]
  );
  useBeforeUnload(keepPage);

  if (blocker.state !== 'blocked') return null;

  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset();
      }}
    >
      <Dialog.Content
        onOpenAutoFocus={() => {
          field.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (field.current instanceof HTMLElement) field.current.focus();
        }}
      >
        <Dialog.Header>{t('unsaved.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{t('unsaved.text')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('unsaved.keep')}
            </Button>
          </Dialog.Cancel>
          <Button
            variant="danger-light"
            fullWidth
            onClick={() => {
              blocker.proceed();
            }}
          >
            {t('unsaved.discard')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
